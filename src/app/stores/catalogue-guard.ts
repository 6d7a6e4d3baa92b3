import { proxy } from 'comlink';
import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import type { Catalogue } from '../../engine/benefits/catalogue.ts';
import type { GuardReport } from '../../worker/contract.ts';
import { useDesk } from './desk.ts';
import { useSettings } from './settings.ts';

const PAUSE_MS = 1500;

/** Whether every product of the draft can win over random clients: asked for, then after edits too. */
export const useCatalogueGuard = defineStore('catalogue-guard', () => {
  const settings = useSettings();
  const result = shallowRef<{ catalogue: Catalogue; report: GuardReport } | null>(null);
  const progress = shallowRef<{ clients: number; of: number } | null>(null);
  let runs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const run = async (): Promise<void> => {
    clearTimeout(timer);
    runs += 1;
    const mine = runs;
    const { catalogue } = settings.draft;
    progress.value = { clients: 0, of: 1 };
    try {
      const report = await useDesk().guard(
        catalogue,
        proxy((clients: number, of: number) => {
          if (mine === runs && progress.value !== null) progress.value = { clients, of };
        }),
      );
      if (mine === runs && report !== null) result.value = { catalogue, report };
    } finally {
      if (mine === runs) progress.value = null;
    }
  };
  watch(
    () => settings.draft.catalogue,
    () => {
      clearTimeout(timer);
      if (result.value !== null || progress.value !== null)
        timer = setTimeout(() => void run(), PAUSE_MS);
    },
  );

  return {
    result,
    progress,
    stale: computed(
      () => result.value !== null && result.value.catalogue !== settings.draft.catalogue,
    ),
    run,
  };
});
