import type { ReadingChoices } from '../../../engine/ingest/reading-choices.ts';
import { useLanguage } from '../../composables/use-language.ts';

export interface ReadingAnswer {
  readonly label: string;
  readonly choice: Partial<ReadingChoices>;
}

/** The answers to what only a person can decide about a file; none where it is no question. */
export const useReadingAnswers = () => {
  const { words } = useLanguage();
  return {
    answersTo: (code: string): ReadingAnswer[] => {
      const { encodings, delimiters, decimals, dateOrders } = words.value.data;
      switch (code) {
        case 'encoding-ambiguous':
          return (['utf-8', 'windows-1251'] as const).map((encoding) => ({
            label: encodings[encoding],
            choice: { encoding },
          }));
        case 'delimiter-ambiguous':
          return ([',', ';', '\t', '|'] as const).map((delimiter) => ({
            label: delimiters[delimiter],
            choice: { delimiter },
          }));
        case 'decimal-ambiguous':
        case 'decimal-conflict':
          return ([',', '.'] as const).map((decimal) => ({
            label: decimals[decimal],
            choice: { decimal },
          }));
        case 'date-order-ambiguous':
        case 'date-order-conflict':
          return (['dmy', 'mdy'] as const).map((dateOrder) => ({
            label: dateOrders[dateOrder],
            choice: { dateOrder },
          }));
        default:
          return [];
      }
    },
  };
};
