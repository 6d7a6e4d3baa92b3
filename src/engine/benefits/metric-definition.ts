import type { ClientTotals } from './client-totals.ts';
import type { MetricParameter, MetricRef } from './metric-ref.ts';
import type { MetricScope } from './metric-scope.ts';

export type MetricUnit =
  | 'tenge'
  | 'tenge-per-month'
  | 'per-quarter'
  | 'count'
  | 'months'
  | 'share'
  | 'ratio'
  | 'years'
  | 'flag';

/** A compiled metric: allocates nothing; NaN when it cannot be known for this client. */
export type Metric = (totals: ClientTotals) => number;

/** One row of the table in README.md. */
export interface MetricDefinition {
  readonly unit: MetricUnit;
  readonly required: readonly MetricParameter[];
  readonly optional: readonly MetricParameter[];
  readonly meaning: string;
  readonly compile: (ref: MetricRef, scope: MetricScope) => Metric;
}

const QUARTER = 3;

/** Counts are given for three months, as people think of them, whatever the period. */
export const perQuarter = (count: number, totals: ClientTotals): number =>
  (count * QUARTER) / totals.period;

/** A share of something that is not there is unknown, not 0. */
export const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : NaN);
