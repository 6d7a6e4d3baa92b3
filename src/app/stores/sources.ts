import { proxy } from 'comlink';
import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { NamedFile, SourceMark } from '../../worker/contract.ts';
import { useDesk } from './desk.ts';
import { useSession } from './session.ts';

/** By what the files of the present result are known again: name, length, SHA-256. */
export const useSources = defineStore('sources', () => {
  const session = useSession();
  const known = shallowRef<{ of: readonly NamedFile[]; marks: readonly SourceMark[] } | null>(null);
  /** How far the files have been hashed; null while nobody does. */
  const hashing = shallowRef<number | null>(null);
  let running: { of: readonly NamedFile[]; marks: Promise<readonly SourceMark[]> } | null = null;

  const hash = async (of: readonly NamedFile[]): Promise<readonly SourceMark[]> => {
    if (of.length === 0) return [];
    hashing.value = 0;
    try {
      const onProgress = proxy((bytes: number) => {
        if (hashing.value !== null && of === session.files) hashing.value = bytes;
      });
      const marks = await useDesk().project.marks(of, onProgress);
      if (of === session.files) known.value = { of, marks };
      return marks;
    } finally {
      if (of === session.files) hashing.value = null;
    }
  };

  return {
    known,
    hashing,
    /** As much as is known at once: without a SHA-256 while nobody has asked for it. */
    present: (): readonly SourceMark[] =>
      session.kept ??
      (known.value?.of === session.files
        ? known.value.marks
        : session.files.map(({ name, file }) => ({ name, bytes: file.size, sha256: null }))),
    /** Reads the files whole, once. */
    know: async (): Promise<readonly SourceMark[]> => {
      const { files, kept } = session;
      if (kept !== null) return kept;
      if (known.value?.of === files) return known.value.marks;
      if (running?.of !== files) running = { of: files, marks: hash(files) };
      return running.marks;
    },
  };
});
