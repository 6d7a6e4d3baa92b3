import { CategorySet } from './category-set.ts';
import type { MetricDefinition } from './metric-definition.ts';
import { perQuarter, ratio } from './metric-definition.ts';
import type { MetricRef } from './metric-ref.ts';
import type { MetricScope } from './metric-scope.ts';

const setOf = (ref: MetricRef, scope: MetricScope): CategorySet =>
  new CategorySet(scope.frame, scope.categories(ref.group ?? ''));

/** What the client buys: sums, counts, shares and months by category. */
export const spendMetrics = {
  spend: {
    unit: 'tenge-per-month',
    required: [],
    optional: ['group'],
    meaning: 'Card spend a month, refunds taken off; of one group when named.',
    compile: (ref, scope) => {
      if (ref.group === undefined) return (totals) => totals.spend / totals.period;
      const set = setOf(ref, scope);
      return (totals) => set.spend(totals) / totals.period;
    },
  },
  spendOutside: {
    unit: 'tenge-per-month',
    required: ['group'],
    optional: [],
    meaning: 'Card spend a month in all categories but those of the group.',
    compile: (ref, scope) => {
      const set = setOf(ref, scope);
      return (totals) => (totals.spend - set.spend(totals)) / totals.period;
    },
  },
  spendShare: {
    unit: 'share',
    required: ['group'],
    optional: [],
    meaning: 'Part of all card spend that goes to the group.',
    compile: (ref, scope) => {
      const set = setOf(ref, scope);
      return (totals) => ratio(set.spend(totals), totals.spend);
    },
  },
  purchases: {
    unit: 'per-quarter',
    required: [],
    optional: ['group'],
    meaning: 'Number of card operations in three months; of one group when named.',
    compile: (ref, scope) => {
      if (ref.group === undefined) return (totals) => perQuarter(totals.spendCount, totals);
      const set = setOf(ref, scope);
      return (totals) => perQuarter(set.count(totals), totals);
    },
  },
  purchaseShare: {
    unit: 'share',
    required: ['group'],
    optional: [],
    meaning: 'Part of all card operations, by number, made in the group.',
    compile: (ref, scope) => {
      const set = setOf(ref, scope);
      return (totals) => ratio(set.count(totals), totals.spendCount);
    },
  },
  spendMonths: {
    unit: 'months',
    required: ['group'],
    optional: [],
    meaning: 'Months with spend in the group. Unknown without dates.',
    compile: (ref, scope) => {
      const set = setOf(ref, scope);
      return (totals) => {
        if (!totals.comparable) return NaN;
        let months = 0;
        for (let slot = 0; slot < totals.slots; slot++) {
          if (set.monthSpend(totals, slot) > 0) months++;
        }
        return months;
      };
    },
  },
  volatility: {
    unit: 'ratio',
    required: [],
    optional: [],
    meaning: 'Standard deviation ÷ mean of monthly card spend. Unknown without dates or spend.',
    compile: () => (totals) => {
      if (!totals.comparable) return NaN;
      const mean = totals.spend / totals.slots;
      let squares = 0;
      for (let slot = 0; slot < totals.slots; slot++) {
        squares += (totals.monthSpend[slot] - mean) ** 2;
      }
      return ratio(Math.sqrt(squares / totals.slots), mean);
    },
  },
} satisfies Record<string, MetricDefinition>;
