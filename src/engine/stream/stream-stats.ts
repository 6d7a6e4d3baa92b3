import type { PopulationStats } from '../benefits/population-survey.ts';
import type { Evidence } from '../ingest/evidence.ts';
import type { DateOrder } from '../rows/date.ts';
import type { DecimalMark } from '../rows/decimal-mark.ts';
import type { OperationKind, StreamKind } from './stream-format.ts';

/** The version of this shape; a file with another one is refused. */
export const STATS_FORMAT = 1;

/**
 * What every executor must know of the whole population before it scores its part: plain JSON, made
 * part by part and merged in any order, small however many clients there are.
 */
export interface StreamStats {
  readonly vygoda_stats: typeof STATS_FORMAT;
  readonly choices: StatsChoices;
  /** null in what a second pass writes: surveys only. */
  readonly period: PeriodStats | null;
  readonly surveys: readonly StreamSurvey[];
}

/** What a person decided; the data decide what is null. */
export interface StatsChoices {
  /** KZT for one unit of each currency. */
  readonly fx: Readonly<Record<string, number>>;
  readonly months: number | null;
  readonly decimal: DecimalMark | null;
  readonly dateOrder: DateOrder | null;
}

/** What one look at the rows tells; everything in it is added up. */
export interface PeriodStats {
  readonly clients: number;
  readonly records: Readonly<Record<StreamKind, number>>;
  /** Used so far: rows outside the period are told apart once the period is known. */
  readonly used: Readonly<Record<StreamKind, number>>;
  readonly spoiled: number;
  readonly faults: Readonly<Record<string, number>>;
  /** Rows from sources without dates. */
  readonly undated: number;
  /** `YYYY-MM` → rows whose month is beyond doubt. */
  readonly months: MonthCounts;
  /** Rows with doubtful dates, by what they say under either order. */
  readonly doubtful: Readonly<Record<OperationKind, Readonly<Record<DateOrder, MonthCounts>>>>;
  readonly evidence: Readonly<Record<StreamKind, Readonly<Evidence>>>;
  /** Unknown categories, each in its least spelling; null when there are too many to be names. */
  readonly spellings: readonly string[] | null;
}

export type MonthCounts = Readonly<Record<string, number>>;

/** How metrics are spread over clients: what the `relative` signals of one catalogue ask. */
export interface StreamSurvey extends PopulationStats {
  /** Tells catalogues apart by all of their content. */
  readonly catalogue: string;
  /** The period, rates and marks that the metrics were computed with. */
  readonly frame: string;
}

/** More distinct unknown categories than these are free text. */
export const MAX_SPELLINGS = 20_000;
