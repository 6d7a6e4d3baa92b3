import { defineStore } from 'pinia';
import { shallowRef, watch } from 'vue';
import { useJournal } from './journal.ts';
import { deleteKept, type KeptProject, readKept, writeKept } from './kept-project.ts';
import { useProject } from './project.ts';
import { useSession } from './session.ts';
import { useSettings } from './settings.ts';
import { useSources } from './sources.ts';

/** At most so long after an action it is on its way to disk. */
const PAUSE_MS = 300;
const LOCK = 'vygoda.autosave';

/** Keeps the work in this browser, if the person wants it to be kept. */
export const useAutosave = defineStore('autosave', () => {
  const project = useProject();
  const journal = useJournal();
  const session = useSession();
  const settings = useSettings();
  const sources = useSources();
  const on = shallowRef(false);
  /** What is kept now. */
  const kept = shallowRef<KeptProject | null>(null);
  /** What an earlier visit left and nobody has decided about yet. */
  const found = shallowRef<KeptProject | null>(null);
  /** `full`: no room; `elsewhere`: another tab of the page keeps its own; `refused`: the browser does not keep. */
  const problem = shallowRef<'full' | 'elsewhere' | 'refused' | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> | null = null;
  let dirty = false;
  let letGo: (() => void) | null = null;

  const save = async (): Promise<void> => {
    dirty = false;
    try {
      // When it is looked at, not when it is on disk: everything done before is in it.
      const savedAt = new Date().toISOString();
      const record = { file: await project.write(), savedAt };
      if (!on.value) return;
      await writeKept(record);
      kept.value = record;
      problem.value = null;
    } catch (error) {
      const full = error instanceof DOMException && error.name === 'QuotaExceededError';
      problem.value = full ? 'full' : 'refused';
    }
  };
  const drain = async (): Promise<void> => {
    while (dirty && on.value) await save();
    saving = null;
  };
  const later = (): void => {
    if (!on.value) return;
    dirty = true;
    if (timer !== undefined || saving !== null) return;
    timer = setTimeout(() => {
      timer = undefined;
      saving = drain();
    }, PAUSE_MS);
  };
  watch([() => journal.entries, () => settings.draft, () => sources.known], later);
  watch(
    () => session.report,
    () => {
      if (on.value) void sources.know();
    },
  );

  /** One tab keeps; where the browser has no locks, every tab believes to be the only one. */
  const takeLock = (): Promise<boolean> => {
    if (!('locks' in navigator)) return Promise.resolve(true);
    return new Promise((resolve) => {
      void navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        if (lock === null) return undefined;
        return new Promise<void>((release) => (letGo = release));
      });
    });
  };
  const start = async (): Promise<void> => {
    if (on.value) return;
    if (!(await takeLock())) {
      problem.value = 'elsewhere';
      return;
    }
    problem.value = null;
    on.value = true;
    dirty = true;
    await (saving = drain());
    void sources.know();
  };
  const stop = async (): Promise<void> => {
    on.value = false;
    clearTimeout(timer);
    timer = undefined;
    await saving;
    letGo?.();
    letGo = null;
  };
  /** Nothing of the person's work is left in this browser. */
  const wipe = async (): Promise<void> => {
    await stop();
    await deleteKept();
    kept.value = found.value = problem.value = null;
  };

  return {
    on,
    kept,
    found,
    problem,
    start,
    wipe,
    /** Looks for what an earlier visit left. */
    look: async (): Promise<void> => {
      found.value = await readKept().catch(() => null);
    },
    /** Goes on where the earlier visit ended, and keeps keeping. */
    goOn: async (): Promise<void> => {
      if (found.value === null || !(await project.open(found.value.file))) return;
      found.value = null;
      await start();
    },
  };
});
