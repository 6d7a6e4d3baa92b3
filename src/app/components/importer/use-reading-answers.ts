import type { ReadingChoices } from '../../../engine/ingest/reading-choices.ts';
import type { Fault } from '../../../engine/kernel/fault.ts';
import { useLanguage } from '../../composables/use-language.ts';

export interface ReadingAnswer {
  readonly label: string;
  /** What the doubtful text of the file would be then; empty where nothing can be shown. */
  readonly reading: string;
  readonly choice: Partial<ReadingChoices>;
}

/** The answers to what only a person can decide about a file; none where it is no question. */
export const useReadingAnswers = () => {
  const { words, format, fill } = useLanguage();

  const answersTo = (code: string): Answer[] => {
    const { encodings, delimiters, decimals, dateOrders } = words.value.data;
    switch (code) {
      case 'encoding-ambiguous':
        return (['utf-8', 'windows-1251'] as const).map((encoding) => ({
          answer: encoding,
          label: encodings[encoding],
          choice: { encoding },
        }));
      case 'delimiter-ambiguous':
        return ([',', ';', '\t', '|'] as const).map((delimiter) => ({
          answer: delimiter,
          label: delimiters[delimiter],
          choice: { delimiter },
        }));
      case 'decimal-ambiguous':
      case 'decimal-conflict':
        return ([',', '.'] as const).map((decimal) => ({
          answer: decimal,
          label: decimals[decimal],
          choice: { decimal },
          show: (text) => format.value.exact(Number(text)),
        }));
      case 'date-order-ambiguous':
      case 'date-order-conflict':
        return (['dmy', 'mdy'] as const).map((dateOrder) => ({
          answer: dateOrder,
          label: dateOrders[dateOrder],
          choice: { dateOrder },
          show: format.value.date,
        }));
      default:
        return [];
    }
  };

  const readingOf = ({ text, readings }: Fault, { answer, show }: Answer): string => {
    const reading = readings?.[answer];
    if (reading === undefined) return '';
    // The text of an encoding's fault is no text of the file.
    if (show === undefined) return reading;
    return fill(words.value.data.refused.reading, { text, reading: show(reading) });
  };

  return {
    answersTo: (fault: Fault): ReadingAnswer[] =>
      answersTo(fault.code).map((answer) => ({
        label: answer.label,
        choice: answer.choice,
        reading: readingOf(fault, answer),
      })),
  };
};

interface Answer {
  /** What `Fault.readings` calls it. */
  readonly answer: string;
  readonly label: string;
  readonly choice: Partial<ReadingChoices>;
  /** How a reading is written for people; as it is where this is not there. */
  readonly show?: (reading: string) => string;
}
