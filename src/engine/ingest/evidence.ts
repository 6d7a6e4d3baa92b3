import type { AmountReading } from '../rows/amount.ts';
import type { DecimalMark } from '../rows/decimal-mark.ts';
import type { DateOrder, DateReading } from '../rows/date.ts';

/** What the values of one file prove about how to read the doubtful ones. Merges by adding. */
export interface Evidence {
  /** Values that only a decimal point, or only a decimal comma, explains. */
  point: number;
  comma: number;
  /** Values of the kind `1,289` or `1.289` in rows that are in order. */
  doubtfulAmounts: number;
  /** The first of them, for showing both readings. */
  amountExample: string | null;
  dmy: number;
  mdy: number;
  /** Dates like 03/04/2025 in rows that are in order. */
  doubtfulDates: number;
  dateExample: string | null;
  /** Cells that are not valid UTF-8. */
  badUtf8: number;
}

export const noEvidence = (): Evidence => ({
  point: 0,
  comma: 0,
  doubtfulAmounts: 0,
  amountExample: null,
  dmy: 0,
  mdy: 0,
  doubtfulDates: 0,
  dateExample: null,
  badUtf8: 0,
});

export const addEvidence = (sum: Evidence, more: Evidence): void => {
  sum.point += more.point;
  sum.comma += more.comma;
  sum.doubtfulAmounts += more.doubtfulAmounts;
  sum.amountExample ??= more.amountExample;
  sum.dmy += more.dmy;
  sum.mdy += more.mdy;
  sum.doubtfulDates += more.doubtfulDates;
  sum.dateExample ??= more.dateExample;
  sum.badUtf8 += more.badUtf8;
};

/** Notes what one amount proves; a row may prove something though it is rejected itself. */
export const noteAmount = (evidence: Evidence, reading: AmountReading): void => {
  if (reading.kind !== 'amount') return;
  if (reading.evidence === '.') evidence.point++;
  else if (reading.evidence === ',') evidence.comma++;
};

export const noteDate = (evidence: Evidence, reading: DateReading): void => {
  if (reading.kind === 'date' && reading.evidence !== null) evidence[reading.evidence]++;
};

/** The mark the column proves; null when nothing or both ways are proved. */
export const provenDecimal = ({ point, comma }: Evidence): DecimalMark | null =>
  point > 0 === comma > 0 ? null : point > 0 ? '.' : ',';

/** The order the column proves; null when nothing or both ways are proved. */
export const provenOrder = ({ dmy, mdy }: Evidence): DateOrder | null =>
  dmy > 0 === mdy > 0 ? null : dmy > 0 ? 'dmy' : 'mdy';
