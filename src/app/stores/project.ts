import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { Project, ProjectFault } from '../../worker/contract.ts';
import { useCatalogueAnswers } from './catalogue-answers.ts';
import { useCatalogueEditor } from './catalogue-editor.ts';
import { useDesk } from './desk.ts';
import { useJournal } from './journal.ts';
import { useSession } from './session.ts';
import { useSettings } from './settings.ts';

declare const __PROGRAM_VERSION__: string;

/** From package.json, put in by the build. */
export const PROGRAM_VERSION = __PROGRAM_VERSION__;

/** The whole work as one file, and back. */
export const useProject = defineStore('project', () => {
  const session = useSession();
  const settings = useSettings();
  const answers = useCatalogueAnswers();
  const journal = useJournal();
  // It owns the catalogue that is edited: its part of the work must be there.
  useCatalogueEditor();
  const fault = shallowRef<ProjectFault | null>(null);
  /** What was opened last, until the files it names have been chosen again. */
  const opened = shallowRef<Project | null>(null);

  /** What is scored with: a catalogue that is being edited wrongly stays out. */
  const work = (): Project['work'] => {
    const { catalogue, fx, language, channel, months, reading } = settings.draft;
    return { catalogue, fx, language, channel, months, reading, holdings: answers.choice };
  };
  const present = (): Project => ({
    format: 1,
    program: PROGRAM_VERSION,
    savedAt: new Date().toISOString(),
    sources:
      session.files.length === 0 && opened.value !== null
        ? opened.value.sources
        : session.files.map(({ name, file }) => ({ name, bytes: file.size, sha256: null })),
    work: work(),
    journal: journal.entries,
  });

  return {
    fault,
    opened,
    work,
    /** A file with the whole work. */
    write: (): Promise<Blob> => useDesk().project.write(present()),
    /** Opens one; on a fault nothing changes. */
    async open(file: Blob): Promise<boolean> {
      const read = await useDesk().project.read(file);
      fault.value = read.ok ? null : read.fault;
      if (!read.ok) return false;
      opened.value = read.value;
      const { reading, ...parts } = read.value.work;
      settings.change({ reading });
      await journal.open(parts, read.value.journal);
      return true;
    },
  };
});
