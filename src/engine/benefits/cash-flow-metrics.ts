import type { ClientTotals } from './client-totals.ts';
import type { MetricDefinition } from './metric-definition.ts';
import { ratio } from './metric-definition.ts';
import type { MetricRef } from './metric-ref.ts';
import type { MetricScope } from './metric-scope.ts';
import { monthsOf, sumColumns, sumColumnsIn } from './transfer-metrics.ts';

/** What is missing in a month: card spend and these transfers beyond income. */
const gapIn = (
  ref: MetricRef,
  scope: MetricScope,
): ((totals: ClientTotals, slot: number) => number) => {
  const spent = scope.columns(ref.types ?? []);
  const income = scope.flow('income');
  return (totals, slot) =>
    totals.monthSpend[slot] +
    sumColumnsIn(totals, spent, slot) -
    sumColumnsIn(totals, income, slot);
};

/** Money in, money out, and debt. Which types are income or debt service the catalogue says. */
export const cashFlowMetrics = {
  inflow: {
    unit: 'tenge-per-month',
    required: [],
    optional: [],
    meaning: 'All incoming transfers a month.',
    compile: (_, scope) => {
      const columns = scope.columnsOf('in');
      return (totals) => sumColumns(totals, columns) / totals.period;
    },
  },
  outflow: {
    unit: 'tenge-per-month',
    required: [],
    optional: [],
    meaning: 'All outgoing transfers a month, without card spend.',
    compile: (_, scope) => {
      const columns = scope.columnsOf('out');
      return (totals) => sumColumns(totals, columns) / totals.period;
    },
  },
  income: {
    unit: 'tenge-per-month',
    required: [],
    optional: [],
    meaning: 'Income a month; unknown when none is seen.',
    compile: (_, scope) => {
      const columns = scope.flow('income');
      return (totals) => {
        const sum = sumColumns(totals, columns);
        return sum > 0 ? sum / totals.period : NaN;
      };
    },
  },
  incomeMonths: {
    unit: 'months',
    required: [],
    optional: [],
    meaning: 'Months with income. Unknown without dates.',
    compile: (_, scope) => {
      const columns = scope.flow('income');
      return (totals) => monthsOf(totals, columns);
    },
  },
  debtLoad: {
    unit: 'share',
    required: [],
    optional: [],
    meaning: 'Debt service ÷ income; unknown when there is no income.',
    compile: (_, scope) => {
      const debt = scope.flow('debtService');
      const income = scope.flow('income');
      return (totals) => ratio(sumColumns(totals, debt), sumColumns(totals, income));
    },
  },
  worstGap: {
    unit: 'ratio',
    required: ['types'],
    optional: [],
    meaning:
      'By how much spend and these transfers exceed income in the worst month, in monthly incomes.',
    compile: (ref, scope) => {
      const gap = gapIn(ref, scope);
      const income = scope.flow('income');
      return (totals) => {
        if (!totals.comparable) return NaN;
        let worst = -Infinity;
        for (let slot = 0; slot < totals.slots; slot++) worst = Math.max(worst, gap(totals, slot));
        return ratio(worst, sumColumns(totals, income) / totals.slots);
      };
    },
  },
  gapJump: {
    unit: 'ratio',
    required: ['types'],
    optional: [],
    meaning:
      'How much worse that gap is in the worst month than in the others, in monthly incomes.',
    compile: (ref, scope) => {
      const gap = gapIn(ref, scope);
      const income = scope.flow('income');
      return (totals) => {
        if (!totals.comparable) return NaN;
        let worst = -Infinity;
        let sum = 0;
        for (let slot = 0; slot < totals.slots; slot++) {
          const missing = gap(totals, slot);
          worst = Math.max(worst, missing);
          sum += missing;
        }
        const others = (sum - worst) / (totals.slots - 1);
        return ratio(worst - others, sumColumns(totals, income) / totals.slots);
      };
    },
  },
  savedShare: {
    unit: 'share',
    required: ['types'],
    optional: [],
    meaning: 'Part of income left after card spend and these transfers; unknown without income.',
    compile: (ref, scope) => {
      const spent = scope.columns(ref.types ?? []);
      const income = scope.flow('income');
      return (totals) => {
        const earned = sumColumns(totals, income);
        return ratio(earned - totals.spend - sumColumns(totals, spent), earned);
      };
    },
  },
  cashbackEarned: {
    unit: 'tenge-per-month',
    required: [],
    optional: [],
    meaning: 'Cashback the client already earns a month.',
    compile: (_, scope) => {
      const columns = scope.flow('cashback');
      return (totals) => sumColumns(totals, columns) / totals.period;
    },
  },
} satisfies Record<string, MetricDefinition>;
