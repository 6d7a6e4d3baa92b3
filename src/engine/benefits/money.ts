import type { Tenge } from '../kernel/units.ts';
import type { BenefitPart, BenefitTerm, TierStep } from './benefit-part.ts';
import type { CatalogueProduct } from './catalogue.ts';
import type { BenefitLine } from './evaluation.ts';
import type { MetricSet } from './metric-set.ts';

const MONTHS_PER_YEAR = 12;

interface CompiledTerm {
  readonly kind: 'rate' | 'tier' | 'interest';
  readonly metric: string;
  readonly slot: number;
  /** Metric that chooses the step; −1 when the rate is fixed. */
  readonly by: number;
  /** Ascending; a fixed rate is one step from −∞. Fractions a month. */
  readonly steps: readonly TierStep[];
}

interface CompiledPart {
  readonly kind: BenefitPart['kind'];
  readonly cap: Tenge;
  readonly terms: readonly CompiledTerm[];
}

export interface CompiledMoney {
  readonly parts: readonly CompiledPart[];
  readonly fee: Tenge;
  /** Slot and name of the cashback the client earns already. */
  readonly earned: number;
}

const EARNED = { metric: 'cashbackEarned' };

export const compileMoney = (product: CatalogueProduct, metrics: MetricSet): CompiledMoney => ({
  parts: product.benefit.map((part) => ({
    kind: part.kind,
    cap: part.cap ?? Infinity,
    terms: part.lines.map((line) => compileTerm(line, part.kind, metrics)),
  })),
  fee: product.monthlyFee ?? 0,
  earned: metrics.slot(EARNED),
});

const compileTerm = (
  term: BenefitTerm,
  kind: BenefitPart['kind'],
  metrics: MetricSet,
): CompiledTerm => {
  const perMonth = (rate: number): number => (kind === 'interest' ? rate / MONTHS_PER_YEAR : rate);
  const tiered = 'steps' in term;
  const steps = tiered ? term.steps : [{ from: -Infinity, rate: term.rate }];
  return {
    kind: kind === 'interest' ? 'interest' : tiered ? 'tier' : 'rate',
    metric: term.of.metric,
    slot: metrics.slot(term.of),
    by: tiered ? metrics.slot(term.by) : -1,
    steps: steps.map(({ from, rate }) => ({ from, rate: perMonth(rate) })),
  };
};

const rateOf = ({ by, steps }: CompiledTerm, values: Float64Array): number => {
  if (by < 0) return steps[0].rate;
  let rate = 0;
  for (let i = 0; i < steps.length && values[by] >= steps[i].from; i++) rate = steps[i].rate;
  return rate;
};

const amountOf = (term: CompiledTerm, values: Float64Array): Tenge =>
  rateOf(term, values) * values[term.slot];

const sumOf = ({ terms }: CompiledPart, values: Float64Array): Tenge => {
  let sum = 0;
  for (let i = 0; i < terms.length; i++) sum += amountOf(terms[i], values);
  return sum;
};

/** What is left of capped cashback after the cashback already earned: never below 0. */
const afterEarned = (capped: Tenge, earned: Tenge): Tenge => Math.max(0, capped - earned);

/** Net benefit per month, never below 0. */
export const benefitOf = (money: CompiledMoney, values: Float64Array): Tenge => {
  let sum = 0;
  for (let i = 0; i < money.parts.length; i++) {
    const part = money.parts[i];
    const capped = Math.min(part.cap, sumOf(part, values));
    sum += part.kind === 'cashback' ? afterEarned(capped, values[money.earned]) : capped;
  }
  return Math.max(0, sum - money.fee);
};

/** The lines whose amounts add up to the benefit before the last clip at 0. */
export const explainMoney = (money: CompiledMoney, values: Float64Array): BenefitLine[] => {
  const lines: BenefitLine[] = [];
  money.parts.forEach((part, index) => {
    part.terms.forEach((term) => {
      lines.push({
        kind: term.kind,
        part: index,
        metric: term.metric,
        base: values[term.slot],
        rate: rateOf(term, values),
        amount: amountOf(term, values),
      });
    });
    const sum = sumOf(part, values);
    const capped = Math.min(part.cap, sum);
    if (capped < sum) {
      lines.push({
        kind: 'cap',
        part: index,
        metric: '',
        base: part.cap,
        rate: null,
        amount: capped - sum,
      });
    }
    const earned = values[money.earned];
    const taken = part.kind === 'cashback' ? afterEarned(capped, earned) - capped : 0;
    if (taken !== 0) {
      lines.push({
        kind: 'earned',
        part: index,
        metric: EARNED.metric,
        base: earned,
        rate: null,
        amount: taken,
      });
    }
  });
  if (money.fee > 0) {
    lines.push({
      kind: 'fee',
      part: -1,
      metric: '',
      base: money.fee,
      rate: null,
      amount: -money.fee,
    });
  }
  return lines;
};
