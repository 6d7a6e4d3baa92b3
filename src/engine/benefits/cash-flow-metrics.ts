import { addColumn, copyColumn, Scratch } from '../kernel/columns.ts';
import type { Metric, MonthMetric } from './metric.ts';
import type { MetricDefinition } from './metric-definition.ts';
import type { MetricRef } from './metric-ref.ts';
import type { MetricScope } from './metric-scope.ts';
import {
  comparing,
  greatestMonth,
  knownAbove0,
  minus,
  monthly,
  monthsAbove0,
  perSlot,
  ratio,
} from './metric-terms.ts';
import { allSpend } from './spend-metrics.ts';
import { sumIn, sumOf } from './transfer-metrics.ts';

/** What is missing in a month: card spend and these transfers beyond income. */
const gapIn = (ref: MetricRef, scope: MetricScope): MonthMetric => {
  const spent = sumIn(scope.columns(ref.types ?? []));
  const income = sumIn(scope.flow('income'));
  const scratch = new Scratch();
  return (totals, slot, out, at) => {
    const { stride, clients } = totals.block;
    const moved = scratch.of(clients);
    copyColumn(out, at, totals.monthSpend, slot * stride, clients);
    spent(totals, slot, moved, 0);
    addColumn(out, at, moved, 0, clients);
    income(totals, slot, moved, 0);
    for (let i = 0; i < clients; i++) out[at + i] -= moved[i];
  };
};

/** How much greater the greatest month is than the others on average. */
const jumpOf = (month: MonthMetric): Metric => {
  const room = { month: new Scratch(), sum: new Scratch() };
  return (totals, out, at) => {
    const { clients } = totals.block;
    const gap = room.month.of(clients);
    const sums = room.sum.of(clients).fill(0);
    out.fill(-Infinity, at, at + clients);
    for (let slot = 0; slot < totals.slots; slot++) {
      month(totals, slot, gap, 0);
      addColumn(sums, 0, gap, 0, clients);
      for (let i = 0; i < clients; i++) out[at + i] = Math.max(out[at + i], gap[i]);
    }
    for (let i = 0; i < clients; i++) {
      const others = (sums[i] - out[at + i]) / (totals.slots - 1);
      out[at + i] -= others;
    }
  };
};

/** Money in, money out, and debt. Which types are income or debt service the catalogue says. */
export const cashFlowMetrics = {
  inflow: {
    unit: 'tenge-per-month',
    required: [],
    optional: [],
    meaning: 'All incoming transfers a month.',
    compile: (_, scope) => monthly(sumOf(scope.columnsOf('in'))),
  },
  outflow: {
    unit: 'tenge-per-month',
    required: [],
    optional: [],
    meaning: 'All outgoing transfers a month, without card spend.',
    compile: (_, scope) => monthly(sumOf(scope.columnsOf('out'))),
  },
  income: {
    unit: 'tenge-per-month',
    required: [],
    optional: [],
    meaning: 'Income a month; unknown when none is seen.',
    compile: (_, scope) => monthly(knownAbove0(sumOf(scope.flow('income')))),
  },
  incomeMonths: {
    unit: 'months',
    required: [],
    optional: [],
    meaning: 'Months with income. Unknown without dates.',
    compile: (_, scope) => monthsAbove0(sumIn(scope.flow('income'))),
  },
  debtLoad: {
    unit: 'share',
    required: [],
    optional: [],
    meaning: 'Debt service ÷ income; unknown when there is no income.',
    compile: (_, scope) => ratio(sumOf(scope.flow('debtService')), sumOf(scope.flow('income'))),
  },
  worstGap: {
    unit: 'ratio',
    required: ['types'],
    optional: [],
    meaning:
      'By how much spend and these transfers exceed income in the worst month, in monthly incomes.',
    compile: (ref, scope) =>
      comparing(ratio(greatestMonth(gapIn(ref, scope)), perSlot(sumOf(scope.flow('income'))))),
  },
  gapJump: {
    unit: 'ratio',
    required: ['types'],
    optional: [],
    meaning:
      'How much worse that gap is in the worst month than in the others, in monthly incomes.',
    compile: (ref, scope) =>
      comparing(ratio(jumpOf(gapIn(ref, scope)), perSlot(sumOf(scope.flow('income'))))),
  },
  savedShare: {
    unit: 'share',
    required: ['types'],
    optional: [],
    meaning: 'Part of income left after card spend and these transfers; unknown without income.',
    compile: (ref, scope) => {
      const spent = sumOf(scope.columns(ref.types ?? []));
      const income = sumOf(scope.flow('income'));
      return ratio(minus(minus(income, allSpend), spent), income);
    },
  },
  cashbackEarned: {
    unit: 'tenge-per-month',
    required: [],
    optional: [],
    meaning: 'Cashback the client already earns a month.',
    compile: (_, scope) => monthly(sumOf(scope.flow('cashback'))),
  },
} satisfies Record<string, MetricDefinition>;
