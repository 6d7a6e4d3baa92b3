import type { MetricDefinition } from './metric-definition.ts';
import { perQuarter, ratio } from './metric-definition.ts';

/** The shape of the basket: favourite categories, breadth, and what is paid in foreign currency. */
export const basketMetrics = {
  topSpend: {
    unit: 'tenge-per-month',
    required: [],
    optional: ['without', 'withoutSpecialists'],
    meaning: 'Spend a month in the three largest categories, some left out.',
    compile: (ref, scope) => {
      const top = scope.top(ref.without, ref.withoutSpecialists);
      return (totals) => {
        top.read(totals);
        return top.spend / totals.period;
      };
    },
  },
  topShare: {
    unit: 'share',
    required: [],
    optional: ['without', 'withoutSpecialists'],
    meaning: 'Part of all card spend that goes to those three.',
    compile: (ref, scope) => {
      const top = scope.top(ref.without, ref.withoutSpecialists);
      return (totals) => {
        top.read(totals);
        return ratio(top.spend, totals.spend);
      };
    },
  },
  topStability: {
    unit: 'share',
    required: [],
    optional: ['without', 'withoutSpecialists'],
    meaning: "How many of the period's three largest lead each month too. Unknown without dates.",
    compile: (ref, scope) => {
      const top = scope.top(ref.without, ref.withoutSpecialists);
      return (totals) => top.stability(totals);
    },
  },
  categories: {
    unit: 'count',
    required: [],
    optional: [],
    meaning: 'Number of different categories bought in.',
    compile: () => (totals) => {
      const { categoryCount, spendCount } = totals.ledger;
      let used = 0;
      for (let row = 0; row < categoryCount; row++) if (spendCount[row] > 0) used++;
      return used;
    },
  },
  foreignSpend: {
    unit: 'tenge-per-month',
    required: [],
    optional: [],
    meaning: 'Card spend a month made in another currency, in tenge.',
    compile: () => (totals) => totals.foreignSpend / totals.period,
  },
  foreignShare: {
    unit: 'share',
    required: [],
    optional: [],
    meaning: 'Part of all card spend made in another currency.',
    compile: () => (totals) => ratio(totals.foreignSpend, totals.spend),
  },
  foreignPurchases: {
    unit: 'per-quarter',
    required: [],
    optional: [],
    meaning: 'Number of card operations in another currency in three months.',
    compile: () => (totals) => perQuarter(totals.foreignCount, totals),
  },
  foreignMonths: {
    unit: 'months',
    required: [],
    optional: [],
    meaning: 'Months with spend in another currency. Unknown without dates.',
    compile: () => (totals) => {
      if (!totals.comparable) return NaN;
      const { foreignSpend, currencyCount } = totals.ledger;
      let months = 0;
      for (let slot = 0; slot < totals.slots; slot++) {
        let sum = 0;
        for (let currency = 1; currency < currencyCount.length; currency++) {
          sum += foreignSpend[currency * totals.slots + slot];
        }
        if (sum > 0) months++;
      }
      return months;
    },
  },
} satisfies Record<string, MetricDefinition>;
