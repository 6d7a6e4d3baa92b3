import type { Metric } from './metric.ts';
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

/** One row of the table in README.md. */
export interface MetricDefinition {
  readonly unit: MetricUnit;
  readonly required: readonly MetricParameter[];
  readonly optional: readonly MetricParameter[];
  readonly meaning: string;
  readonly compile: (ref: MetricRef, scope: MetricScope) => Metric;
}
