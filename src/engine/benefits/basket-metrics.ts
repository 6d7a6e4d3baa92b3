import { addColumn } from '../kernel/columns.ts';
import type { MetricDefinition } from './metric-definition.ts';
import type { Metric, MonthMetric } from './metric.ts';
import { column, comparing, monthly, monthsAbove0, quarterly, ratio } from './metric-terms.ts';
import { allSpend } from './spend-metrics.ts';

const allForeign = column(({ foreignSpend }) => foreignSpend);

const foreignIn: MonthMetric = ({ block, slots }, slot, out, at) => {
  const { foreignSpend, stride, clients } = block;
  out.fill(0, at, at + clients);
  for (let cell = (slots + slot) * stride; cell < foreignSpend.length; cell += slots * stride) {
    addColumn(out, at, foreignSpend, cell, clients);
  }
};

const usedCategories: Metric = ({ block }, out, at) => {
  const { spendCount, own, stride, clients } = block;
  out.fill(0, at, at + clients);
  for (let cell = 0; cell < spendCount.length; cell += stride) {
    for (let i = 0; i < clients; i++) if (spendCount[cell + i] > 0) out[at + i]++;
  }
  for (let i = 0; i < clients; i++) {
    for (let row = own.starts[i]; row < own.starts[i + 1]; row++) {
      if (own.counts[row] > 0) out[at + i]++;
    }
  }
};

/** The shape of the basket: favourite categories, breadth, and what is paid in foreign currency. */
export const basketMetrics = {
  topSpend: {
    unit: 'tenge-per-month',
    required: [],
    optional: ['without', 'withoutSpecialists'],
    meaning: 'Spend a month in the three largest categories, some left out.',
    compile: (ref, scope) => monthly(scope.top(ref.without, ref.withoutSpecialists).spend),
  },
  topShare: {
    unit: 'share',
    required: [],
    optional: ['without', 'withoutSpecialists'],
    meaning: 'Part of all card spend that goes to those three.',
    compile: (ref, scope) => ratio(scope.top(ref.without, ref.withoutSpecialists).spend, allSpend),
  },
  topStability: {
    unit: 'share',
    required: [],
    optional: ['without', 'withoutSpecialists'],
    meaning: "How many of the period's three largest lead each month too. Unknown without dates.",
    compile: (ref, scope) => comparing(scope.top(ref.without, ref.withoutSpecialists).stability),
  },
  categories: {
    unit: 'count',
    required: [],
    optional: [],
    meaning: 'Number of different categories bought in.',
    compile: () => usedCategories,
  },
  foreignSpend: {
    unit: 'tenge-per-month',
    required: [],
    optional: [],
    meaning: 'Card spend a month made in another currency, in tenge.',
    compile: () => monthly(allForeign),
  },
  foreignShare: {
    unit: 'share',
    required: [],
    optional: [],
    meaning: 'Part of all card spend made in another currency.',
    compile: () => ratio(allForeign, allSpend),
  },
  foreignPurchases: {
    unit: 'per-quarter',
    required: [],
    optional: [],
    meaning: 'Number of card operations in another currency in three months.',
    compile: () => quarterly(column(({ foreignCount }) => foreignCount)),
  },
  foreignMonths: {
    unit: 'months',
    required: [],
    optional: [],
    meaning: 'Months with spend in another currency. Unknown without dates.',
    compile: () => monthsAbove0(foreignIn),
  },
} satisfies Record<string, MetricDefinition>;
