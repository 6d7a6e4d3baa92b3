import { defineStore } from 'pinia';
import { shallowRef, watch } from 'vue';
import type { Comparison } from '../../worker/contract.ts';
import { useDesk } from './desk.ts';
import { useSession } from './session.ts';
import { useSettings } from './settings.ts';

export type { Comparison };

const PAUSE_MS = 350;

/** Scores again a moment after every change, and asks what the change has changed. */
export const useCatalogueImpact = defineStore('catalogue-impact', () => {
  const session = useSession();
  const settings = useSettings();
  const comparison = shallowRef<Comparison | null>(null);
  const busy = shallowRef(false);
  const failed = shallowRef('');
  let timer: ReturnType<typeof setTimeout> | undefined;

  const compare = async (): Promise<void> => {
    comparison.value = session.summary === null ? null : await useDesk().compare();
  };
  /** What was changed while scoring is scored right after. */
  const apply = async (always = false): Promise<void> => {
    if (busy.value || session.reading || session.summary === null) return;
    if (!always && !settings.pending) return;
    busy.value = true;
    try {
      const used = settings.draft;
      const fault = await session.rescore();
      failed.value = fault?.code ?? '';
      if (fault === null && settings.draft !== used) later();
    } finally {
      busy.value = false;
    }
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void apply(), PAUSE_MS);
  };

  watch(
    [
      () => settings.draft.catalogue,
      () => settings.draft.fx,
      () => settings.draft.months,
      () => settings.draft.language,
      () => settings.draft.channel,
    ],
    later,
  );
  watch(
    () => session.revision,
    () => void compare(),
    { immediate: true },
  );

  return {
    comparison,
    busy,
    failed,
    /** Scores with other holdings: nothing in the draft has changed. */
    applyNow: () => apply(true),
    keep: async (): Promise<void> => {
      await useDesk().keepBaseline();
      await compare();
    },
  };
});
