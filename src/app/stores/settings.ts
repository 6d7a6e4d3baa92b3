import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { CatalogueRules } from '../../engine/benefits/catalogue.ts';
import { catalogues } from '../../presets/catalogues/index.ts';
import { EXAMPLE_FX } from '../../presets/fx.ts';
import type { ReadingChoices, Settings } from '../../worker/contract.ts';
import { useJournal } from './journal.ts';

const FROM_EVIDENCE: ReadingChoices = {
  encoding: null,
  delimiter: null,
  decimal: null,
  dateOrder: null,
  headings: {},
};

const defaults = (): Settings => ({
  catalogue: catalogues[0],
  fx: { ...EXAMPLE_FX.rates },
  language: 'ru',
  channel: 'push',
  months: null,
  reading: FROM_EVIDENCE,
});

/** What a score depends on; how files were read is no longer a question then. */
const scoringKey = ({ catalogue, fx, language, channel, months }: Settings): string =>
  JSON.stringify({ catalogue, fx, language, channel, months });

/** How to score: a draft that the person edits, and what the present result was scored with. */
export const useSettings = defineStore('settings', () => {
  const draft = shallowRef<Settings>(defaults());
  const applied = shallowRef<Settings>(draft.value);
  const pending = computed(() => scoringKey(draft.value) !== scoringKey(applied.value));

  const change = (part: Partial<Settings>): void => {
    draft.value = { ...draft.value, ...part };
  };
  const journal = useJournal();
  for (const part of ['fx', 'language', 'channel', 'months'] as const) {
    journal.keep(
      part,
      () => draft.value[part],
      (value) => change({ [part]: value }),
    );
  }

  return {
    draft,
    applied,
    pending,
    presets: catalogues,
    fxAsOf: EXAMPLE_FX.asOf,
    change,
    changeRules(rules: Partial<CatalogueRules>): void {
      const { catalogue } = draft.value;
      change({ catalogue: { ...catalogue, rules: { ...catalogue.rules, ...rules } } });
    },
    changeReading(reading: Partial<ReadingChoices>): void {
      change({ reading: { ...draft.value.reading, ...reading } });
    },
    /** Choices about one set of files say nothing about the next. */
    forgetReading(): void {
      change({ reading: FROM_EVIDENCE });
    },
    choosePreset(id: string): void {
      const catalogue = catalogues.find((known) => known.id === id);
      if (catalogue) change({ catalogue });
    },
    /** The draft is what the result on screen stands on. */
    markApplied(settings: Settings): void {
      applied.value = settings;
    },
    discard(): void {
      draft.value = applied.value;
    },
  };
});
