import { KZT } from '../features/aggregates.ts';
import { UNDATED } from '../features/cell-key.ts';
import { provenDecimal, provenOrder } from '../ingest/evidence.ts';
import { isInside, type MonthWindow, windowOf } from '../ingest/month-window.ts';
import { done, failed, type Outcome } from '../kernel/fault.ts';
import { valueKey } from '../kernel/text-key.ts';
import type { MonthIndex } from '../kernel/units.ts';
import type { DateOrder } from '../rows/date.ts';
import type { Vocabulary } from '../rows/vocabulary.ts';
import { addCounts } from './add-counts.ts';
import { monthName, monthOfName } from './month-name.ts';
import { OPERATION_KINDS, STREAM_KINDS, type StreamKind } from './stream-format.ts';
import { readingCurrencies, type StreamReading } from './stream-reading.ts';
import type { PeriodStats, StatsChoices, StreamStats } from './stream-stats.ts';

const UNDATED_PERIOD = 3;

/** What the whole population comes to: how to read and sum up each client of it. */
export interface StreamFacts {
  readonly reading: StreamReading;
  readonly fx: Readonly<Record<string, number>>;
  readonly window: MonthWindow;
  /** Months that have rows, chronological; UNDATED is one of them where rows have no date. */
  readonly months: readonly MonthIndex[];
  /** What sums are divided by. */
  readonly periodMonths: number;
  /** Official categories, then the unknown ones by code units. */
  readonly categories: readonly string[];
  /** Key of an unknown category → its position in `categories`. */
  readonly unknown: ReadonlyMap<string, number>;
  /** Equal for equal facts about period, rates and marks. */
  readonly frameName: string;
}

/** What only a person can decide, or that there is nothing to decide on. */
export interface StatsQuestion {
  readonly code: 'no-period' | 'decimal-ambiguous' | 'decimal-conflict' | OrderQuestion;
  readonly kind: StreamKind | '';
  readonly example: string;
}
type OrderQuestion = 'date-order-ambiguous' | 'date-order-conflict';

/** Decides by the whole population what one row cannot decide, as an import decides by whole files. */
export const settleStats = (
  { choices, period }: StreamStats,
  vocabulary: Vocabulary,
): Outcome<StreamFacts, StatsQuestion> => {
  if (period === null) return failed({ code: 'no-period', kind: '', example: '' });
  const question = questionOf(period, choices);
  if (question !== null) return failed(question);
  const marks = byKind((kind) => choices.decimal ?? provenDecimal(period.evidence[kind]));
  const orders = byKind((kind) => choices.dateOrder ?? provenOrder(period.evidence[kind]));
  const { window, months } = periodOf(period, orders);
  const distinct = months.filter((month) => month !== UNDATED).length;
  const periodMonths = choices.months ?? (distinct === 0 ? UNDATED_PERIOD : distinct);

  const known = vocabulary.categories;
  const spellings = [...(period.spellings ?? [])].sort();
  const currencies = readingCurrencies(KZT, choices.fx);
  return done({
    reading: { vocabulary, currencies, marks, orders, settled: true },
    fx: choices.fx,
    window,
    months,
    periodMonths,
    categories: [...known, ...spellings],
    unknown: new Map(spellings.map((label, at) => [valueKey(label), known.length + at])),
    frameName: JSON.stringify([
      months.map((month) => (month === UNDATED ? '' : monthName(month))),
      periodMonths,
      currencies.map((code) => [code, choices.fx[code]]),
      marks,
      orders,
    ]),
  });
};

const byKind = <T>(of: (kind: StreamKind) => T): Record<StreamKind, T> => ({
  clients: of('clients'),
  transactions: of('transactions'),
  transfers: of('transfers'),
});

const periodOf = (
  { months, doubtful, undated }: PeriodStats,
  orders: Readonly<Record<StreamKind, DateOrder | null>>,
): Pick<StreamFacts, 'window' | 'months'> => {
  let counts = months;
  for (const kind of OPERATION_KINDS) {
    counts = addCounts(counts, doubtful[kind][orders[kind] ?? 'dmy']);
  }
  const rows = Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [monthOfName(name), count]),
  );
  const window = windowOf(rows);
  const inside = Object.keys(rows)
    .map(Number)
    .filter((month) => isInside(window, month))
    .sort((a, b) => a - b);
  return { window, months: undated > 0 ? [UNDATED, ...inside] : inside };
};

/** The first thing that the rows leave open; null when they decide everything. */
const questionOf = (
  { evidence }: PeriodStats,
  { decimal, dateOrder }: StatsChoices,
): StatsQuestion | null => {
  for (const kind of STREAM_KINDS) {
    const of = evidence[kind];
    if (decimal === null && of.doubtfulAmounts > 0 && provenDecimal(of) === null) {
      const code = of.point > 0 ? 'decimal-conflict' : 'decimal-ambiguous';
      return { code, kind, example: of.amountExample ?? '' };
    }
    if (dateOrder === null && of.doubtfulDates > 0 && provenOrder(of) === null) {
      const code = of.dmy > 0 ? 'date-order-conflict' : 'date-order-ambiguous';
      return { code, kind, example: of.dateExample ?? '' };
    }
  }
  return null;
};
