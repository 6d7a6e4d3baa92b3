import { fieldText } from '../bytes/field-text.ts';
import { readRecord } from '../bytes/record.ts';
import { RecordSpan } from '../bytes/record-span.ts';
import { readAmount } from '../rows/amount.ts';
import { readDate } from '../rows/date.ts';
import type { Field, Vocabulary } from '../rows/vocabulary.ts';
import { type Evidence, noEvidence } from './evidence.ts';
import type { MonthRows } from './month-window.ts';

const SAMPLE_RECORDS = 2000;

/** What the first records prove: a first guess that the whole scan confirms or has done again. */
export const sampleEvidence = (
  head: Uint8Array,
  dataStart: number,
  complete: boolean,
  delimiter: number,
  columns: Readonly<Partial<Record<Field, number>>>,
  vocabulary: Vocabulary,
): { evidence: Evidence; monthRows: MonthRows } => {
  const evidence = noEvidence();
  const monthRows: MonthRows = {};
  const span = new RecordSpan();
  const amountColumn = columns.amount ?? columns.avg_monthly_balance_KZT ?? -1;
  const dateColumn = columns.date ?? -1;
  let position = dataStart;
  for (let record = 0; record < SAMPLE_RECORDS && position < head.length; record++) {
    const status = readRecord(head, position, head.length, complete, delimiter, span);
    if (status === 'need-more') break;
    position = span.next;
    if (status !== 'record') continue;
    if (amountColumn >= 0 && amountColumn < span.count) {
      const amount = readAmount(fieldText(head, span, amountColumn), null, vocabulary);
      if (amount.kind === 'amount' && amount.evidence === '.') evidence.point++;
      if (amount.kind === 'amount' && amount.evidence === ',') evidence.comma++;
    }
    if (dateColumn >= 0 && dateColumn < span.count) {
      const date = readDate(fieldText(head, span, dateColumn), null);
      if (date.kind !== 'date') continue;
      if (date.evidence !== null) evidence[date.evidence]++;
      monthRows[date.month] = (monthRows[date.month] ?? 0) + 1;
    }
  }
  return { evidence, monthRows };
};
