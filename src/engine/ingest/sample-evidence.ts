import type { Dialect } from '../bytes/dialect.ts';
import { fieldText } from '../bytes/field-text.ts';
import { readRecord } from '../bytes/record.ts';
import { RecordSpan } from '../bytes/record-span.ts';
import { valueKey } from '../kernel/text-key.ts';
import { readAmount } from '../rows/amount.ts';
import { readDate } from '../rows/date.ts';
import type { Field, Vocabulary } from '../rows/vocabulary.ts';
import { wordIndex } from '../rows/word-index.ts';
import { type Evidence, noEvidence, noteAmount, noteDate } from './evidence.ts';
import type { MonthRows } from './month-window.ts';

const SAMPLE_RECORDS = 300;

/** What the first records prove: a first guess that the whole scan confirms or has done again. */
export interface Sample {
  readonly evidence: Evidence;
  readonly monthRows: MonthRows;
  /** A known heading or word beyond ASCII came out right, so the encoding did. */
  readonly vouchesForEncoding: boolean;
}

type Columns = Readonly<Partial<Record<Field, number>>>;

export const sampleEvidence = (
  head: Uint8Array,
  complete: boolean,
  { dataStart, delimiter, header }: Dialect,
  columns: Columns,
  vocabulary: Vocabulary,
): Sample => {
  const evidence = noEvidence();
  const monthRows: MonthRows = {};
  const span = new RecordSpan();
  const cellOf = (field: Field): string | null => {
    const column = columns[field];
    return column === undefined || column >= span.count ? null : fieldText(head, span, column);
  };
  const isKnown = knownWords(vocabulary);
  let vouchesForEncoding = Object.values(columns).some((column) => isBeyondAscii(header[column]));
  let position = dataStart;
  for (let record = 0; record < SAMPLE_RECORDS && position < head.length; record++) {
    const status = readRecord(head, position, head.length, complete, delimiter, span);
    if (status === 'need-more') break;
    position = span.next;
    if (status !== 'record') continue;
    vouchesForEncoding ||= WORD_FIELDS.some((field) => isKnown(cellOf(field) ?? ''));
    const amount = cellOf('amount') ?? cellOf('avg_monthly_balance_KZT');
    if (amount !== null) noteAmount(evidence, readAmount(amount, null, vocabulary));
    const text = cellOf('date');
    if (text === null) continue;
    const date = readDate(text, null);
    noteDate(evidence, date);
    if (date.kind === 'date') monthRows[date.month] = (monthRows[date.month] ?? 0) + 1;
  }
  return { evidence, monthRows, vouchesForEncoding };
};

const WORD_FIELDS = ['category', 'status', 'direction'] as const satisfies readonly Field[];

const knownWords = (vocabulary: Vocabulary): ((text: string) => boolean) => {
  const { categories, statuses, directions } = wordIndex(vocabulary);
  return (text) => {
    if (!isBeyondAscii(text)) return false;
    const key = valueKey(text);
    return categories.has(key) || statuses.has(key) || directions.has(key);
  };
};

const isBeyondAscii = (text: string): boolean => /[^\0-\x7f]/.test(text);
