import type { ClientTotals } from './client-totals.ts';
import type { MetricDefinition } from './metric-definition.ts';
import { perQuarter, ratio } from './metric-definition.ts';
import type { MetricRef } from './metric-ref.ts';
import type { MetricScope } from './metric-scope.ts';

const columnsOf = (ref: MetricRef, scope: MetricScope): Int32Array =>
  scope.columns(ref.types ?? []);

/** Σ over the period. */
export const sumColumns = ({ transfers }: ClientTotals, columns: Int32Array): number => {
  let sum = 0;
  for (let i = 0; i < columns.length; i++) sum += transfers[columns[i]];
  return sum;
};

/** Σ of one month. */
export const sumColumnsIn = (totals: ClientTotals, columns: Int32Array, slot: number): number => {
  const { transfers } = totals.ledger;
  let sum = 0;
  for (let i = 0; i < columns.length; i++) sum += transfers[columns[i] * totals.slots + slot];
  return sum;
};

export const countColumns = ({ ledger }: ClientTotals, columns: Int32Array): number => {
  let count = 0;
  for (let i = 0; i < columns.length; i++) count += ledger.transferCount[columns[i]];
  return count;
};

/** How many months have any of these. NaN without dates. */
export const monthsOf = (totals: ClientTotals, columns: Int32Array): number => {
  if (!totals.comparable) return NaN;
  let months = 0;
  for (let slot = 0; slot < totals.slots; slot++) {
    if (sumColumnsIn(totals, columns, slot) > 0) months++;
  }
  return months;
};

/** What the client moves: sums, counts, regularity and size by transfer type. */
export const transferMetrics = {
  transfers: {
    unit: 'tenge-per-month',
    required: ['types'],
    optional: [],
    meaning: 'Transfers of these types a month.',
    compile: (ref, scope) => {
      const columns = columnsOf(ref, scope);
      return (totals) => sumColumns(totals, columns) / totals.period;
    },
  },
  transferCount: {
    unit: 'per-quarter',
    required: ['types'],
    optional: [],
    meaning: 'Number of transfers of these types in three months.',
    compile: (ref, scope) => {
      const columns = columnsOf(ref, scope);
      return (totals) => perQuarter(countColumns(totals, columns), totals);
    },
  },
  transferCountShare: {
    unit: 'share',
    required: ['types'],
    optional: [],
    meaning: 'Part of all transfers, by number, that are of these types.',
    compile: (ref, scope) => {
      const columns = columnsOf(ref, scope);
      return (totals) => ratio(countColumns(totals, columns), totals.transferCount);
    },
  },
  transfersToSpend: {
    unit: 'ratio',
    required: ['types'],
    optional: [],
    meaning: 'Transfers of these types for each tenge of card spend.',
    compile: (ref, scope) => {
      const columns = columnsOf(ref, scope);
      return (totals) => ratio(sumColumns(totals, columns), totals.spend);
    },
  },
  transferMonths: {
    unit: 'months',
    required: ['types'],
    optional: [],
    meaning: 'Months with a transfer of these types. Unknown without dates.',
    compile: (ref, scope) => {
      const columns = columnsOf(ref, scope);
      return (totals) => monthsOf(totals, columns);
    },
  },
  transferMean: {
    unit: 'tenge',
    required: ['types'],
    optional: [],
    meaning: 'Mean size of one transfer of these types; unknown when there is none.',
    compile: (ref, scope) => {
      const columns = columnsOf(ref, scope);
      return (totals) => ratio(sumColumns(totals, columns), countColumns(totals, columns));
    },
  },
  transferEvenness: {
    unit: 'ratio',
    required: ['types'],
    optional: [],
    meaning:
      'Smallest month ÷ largest month of these transfers. Unknown without dates or transfers.',
    compile: (ref, scope) => {
      const columns = columnsOf(ref, scope);
      return (totals) => {
        if (!totals.comparable) return NaN;
        let least = Infinity;
        let most = 0;
        for (let slot = 0; slot < totals.slots; slot++) {
          const sum = sumColumnsIn(totals, columns, slot);
          least = Math.min(least, sum);
          most = Math.max(most, sum);
        }
        return ratio(least, most);
      };
    },
  },
} satisfies Record<string, MetricDefinition>;
