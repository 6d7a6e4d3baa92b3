import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { ExportedFile, KeptRun, RunChanges } from '../../worker/contract.ts';
import { useDesk } from './desk.ts';

/** Comparing the present run with a kept one: the desk keeps both, the page what to say of them. */
export const useRuns = defineStore('runs', () => {
  const kept = shallowRef<KeptRun | null>(null);
  const changes = shallowRef<RunChanges | null>(null);
  /** The comparison is what the room of statistics shows. */
  const shown = shallowRef(false);

  return {
    kept,
    changes,
    shown,
    async keep(): Promise<void> {
      kept.value = await useDesk().runs.keep();
      changes.value = null;
    },
    async drop(): Promise<void> {
      await useDesk().runs.drop();
      kept.value = changes.value = null;
    },
    /** After every new result. */
    async refresh(): Promise<void> {
      if (kept.value !== null) changes.value = await useDesk().runs.compare();
    },
    /** Of a product of either run, by its code. */
    nameOf(code: string): string | undefined {
      const offers = changes.value?.switches.flatMap(({ from, to }) => [to, from]);
      return offers?.find((offer) => offer?.code === code)?.name;
    },
    exportChanges: (): Promise<ExportedFile> => useDesk().runs.exportChanges(),
  };
});
