import { CategorySet } from './category-set.ts';
import type { MetricDefinition } from './metric-definition.ts';
import type { Metric } from './metric.ts';
import type { MetricRef } from './metric-ref.ts';
import type { MetricScope } from './metric-scope.ts';
import {
  column,
  comparing,
  minus,
  monthly,
  monthsAbove0,
  perSlot,
  quarterly,
  ratio,
} from './metric-terms.ts';

const setOf = (ref: MetricRef, scope: MetricScope): CategorySet =>
  new CategorySet(scope.frame, scope.categories(ref.group ?? ''));

/** Card spend of the period. */
export const allSpend = column(({ spend }) => spend);
const allPurchases = column(({ spendCount }) => spendCount);

/** The standard deviation of monthly card spend. */
const spendDeviation: Metric = ({ block, slots, spend, monthSpend }, out, at) => {
  for (let i = 0; i < block.clients; i++) {
    const mean = spend[i] / slots;
    let squares = 0;
    for (let cell = i; cell < monthSpend.length; cell += block.stride) {
      squares += (monthSpend[cell] - mean) ** 2;
    }
    out[at + i] = Math.sqrt(squares / slots);
  }
};

/** What the client buys: sums, counts, shares and months by category. */
export const spendMetrics = {
  spend: {
    unit: 'tenge-per-month',
    required: [],
    optional: ['group'],
    meaning: 'Card spend a month, refunds taken off; of one group when named.',
    compile: (ref, scope) => monthly(ref.group === undefined ? allSpend : setOf(ref, scope).spend),
  },
  spendOutside: {
    unit: 'tenge-per-month',
    required: ['group'],
    optional: [],
    meaning: 'Card spend a month in all categories but those of the group.',
    compile: (ref, scope) => monthly(minus(allSpend, setOf(ref, scope).spend)),
  },
  spendShare: {
    unit: 'share',
    required: ['group'],
    optional: [],
    meaning: 'Part of all card spend that goes to the group.',
    compile: (ref, scope) => ratio(setOf(ref, scope).spend, allSpend),
  },
  purchases: {
    unit: 'per-quarter',
    required: [],
    optional: ['group'],
    meaning: 'Number of card operations in three months; of one group when named.',
    compile: (ref, scope) =>
      quarterly(ref.group === undefined ? allPurchases : setOf(ref, scope).count),
  },
  purchaseShare: {
    unit: 'share',
    required: ['group'],
    optional: [],
    meaning: 'Part of all card operations, by number, made in the group.',
    compile: (ref, scope) => ratio(setOf(ref, scope).count, allPurchases),
  },
  spendMonths: {
    unit: 'months',
    required: ['group'],
    optional: [],
    meaning: 'Months with spend in the group. Unknown without dates.',
    compile: (ref, scope) => monthsAbove0(setOf(ref, scope).monthSpend),
  },
  volatility: {
    unit: 'ratio',
    required: [],
    optional: [],
    meaning: 'Standard deviation ÷ mean of monthly card spend. Unknown without dates or spend.',
    compile: () => comparing(ratio(spendDeviation, perSlot(allSpend))),
  },
} satisfies Record<string, MetricDefinition>;
