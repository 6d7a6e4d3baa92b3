import { addColumn } from '../kernel/columns.ts';
import type { Metric, MonthMetric } from './metric.ts';
import type { MetricDefinition } from './metric-definition.ts';
import type { MetricRef } from './metric-ref.ts';
import type { MetricScope } from './metric-scope.ts';
import {
  column,
  comparing,
  greatestMonth,
  leastMonth,
  monthly,
  monthsAbove0,
  quarterly,
  ratio,
} from './metric-terms.ts';
import { allSpend } from './spend-metrics.ts';

/** Σ over the period. */
export const sumOf =
  (columns: Int32Array): Metric =>
  ({ block: { stride, clients }, transfers }, out, at) => {
    out.fill(0, at, at + clients);
    for (let n = 0; n < columns.length; n++) {
      addColumn(out, at, transfers, columns[n] * stride, clients);
    }
  };

/** Σ of one month. */
export const sumIn =
  (columns: Int32Array): MonthMetric =>
  ({ block: { transfers, stride, clients }, slots }, slot, out, at) => {
    out.fill(0, at, at + clients);
    for (let n = 0; n < columns.length; n++) {
      addColumn(out, at, transfers, (columns[n] * slots + slot) * stride, clients);
    }
  };

const countOf =
  (columns: Int32Array): Metric =>
  ({ block: { transferCount, stride, clients } }, out, at) => {
    out.fill(0, at, at + clients);
    for (let n = 0; n < columns.length; n++) {
      addColumn(out, at, transferCount, columns[n] * stride, clients);
    }
  };

const allTransfers = column(({ transferCount }) => transferCount);

const columnsOf = (ref: MetricRef, scope: MetricScope): Int32Array =>
  scope.columns(ref.types ?? []);

/** What the client moves: sums, counts, regularity and size by transfer type. */
export const transferMetrics = {
  transfers: {
    unit: 'tenge-per-month',
    required: ['types'],
    optional: [],
    meaning: 'Transfers of these types a month.',
    compile: (ref, scope) => monthly(sumOf(columnsOf(ref, scope))),
  },
  transferCount: {
    unit: 'per-quarter',
    required: ['types'],
    optional: [],
    meaning: 'Number of transfers of these types in three months.',
    compile: (ref, scope) => quarterly(countOf(columnsOf(ref, scope))),
  },
  transferCountShare: {
    unit: 'share',
    required: ['types'],
    optional: [],
    meaning: 'Part of all transfers, by number, that are of these types.',
    compile: (ref, scope) => ratio(countOf(columnsOf(ref, scope)), allTransfers),
  },
  transfersToSpend: {
    unit: 'ratio',
    required: ['types'],
    optional: [],
    meaning: 'Transfers of these types for each tenge of card spend.',
    compile: (ref, scope) => ratio(sumOf(columnsOf(ref, scope)), allSpend),
  },
  transferMonths: {
    unit: 'months',
    required: ['types'],
    optional: [],
    meaning: 'Months with a transfer of these types. Unknown without dates.',
    compile: (ref, scope) => monthsAbove0(sumIn(columnsOf(ref, scope))),
  },
  transferMean: {
    unit: 'tenge',
    required: ['types'],
    optional: [],
    meaning: 'Mean size of one transfer of these types; unknown when there is none.',
    compile: (ref, scope) => {
      const columns = columnsOf(ref, scope);
      return ratio(sumOf(columns), countOf(columns));
    },
  },
  transferEvenness: {
    unit: 'ratio',
    required: ['types'],
    optional: [],
    meaning:
      'Smallest month ÷ largest month of these transfers. Unknown without dates or transfers.',
    compile: (ref, scope) => {
      const moved = sumIn(columnsOf(ref, scope));
      return comparing(ratio(leastMonth(moved), greatestMonth(moved)));
    },
  },
} satisfies Record<string, MetricDefinition>;
