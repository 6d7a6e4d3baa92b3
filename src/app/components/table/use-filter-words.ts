import { useLanguage } from '../../composables/use-language.ts';
import type { NumberRange } from './RangePanel.vue';
import type { NoOffer } from './table-row.ts';

/** What a filter is set to, in a few words; empty when it lets everybody through. */
export const useFilterWords = () => {
  const { words, format, fill } = useLanguage();
  return {
    listOf: (
      chosen: readonly number[],
      options: readonly { readonly value: number; readonly label: string }[],
    ): string => {
      if (chosen.length === 1) return options.find(({ value }) => value === chosen[0])?.label ?? '';
      return chosen.length === 0
        ? ''
        : fill(words.value.clients.filters.chosen, { n: chosen.length });
    },
    rangeOf: ({ from, to, unknown }: NumberRange): string => {
      if (unknown) return words.value.app.unknown;
      const { filters } = words.value.clients;
      const { compact } = format.value;
      if (from !== null && to !== null) {
        return fill(filters.between, { from: compact(from), to: compact(to) });
      }
      if (from !== null) return fill(filters.over, { from: compact(from) });
      return to === null ? '' : fill(filters.upTo, { to: compact(to) });
    },
    offerOf: (send: boolean | null, reasons: readonly NoOffer[]): string => {
      const { filters, noOffer } = words.value.clients;
      if (send === null) return '';
      if (send) return filters.send.toLocaleLowerCase();
      if (reasons.length === 1) return noOffer[reasons[0]];
      return filters.hold.toLocaleLowerCase();
    },
  };
};
