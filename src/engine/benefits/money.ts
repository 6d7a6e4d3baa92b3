import type { Tenge } from '../kernel/units.ts';
import type { Answers } from './answers.ts';
import type { BenefitPart, BenefitTerm, TierStep } from './benefit-part.ts';
import type { CatalogueProduct } from './catalogue.ts';
import type { BenefitLine } from './evaluation.ts';
import { type MetricRef, toRef } from './metric-ref.ts';
import type { MetricSet } from './metric-set.ts';

const MONTHS_PER_YEAR = 12;

interface CompiledTerm {
  readonly kind: 'rate' | 'tier' | 'interest';
  readonly of: MetricRef;
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
  /** Slot of the cashback the client earns already. */
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
    of: toRef(term.of),
    slot: metrics.slot(term.of),
    by: tiered ? metrics.slot(term.by) : -1,
    steps: steps.map(({ from, rate }) => ({ from, rate: perMonth(rate) })),
  };
};

const rateOf = ({ by, steps }: CompiledTerm, { values, stride }: Answers, i: number): number => {
  if (by < 0) return steps[0].rate;
  const reached = values[by * stride + i];
  let rate = 0;
  for (let n = 0; n < steps.length && reached >= steps[n].from; n++) rate = steps[n].rate;
  return rate;
};

const amountOf = (term: CompiledTerm, answers: Answers, i: number): Tenge =>
  rateOf(term, answers, i) * answers.values[term.slot * answers.stride + i];

/** What is left of capped cashback after the cashback already earned: never below 0. */
const afterEarned = (capped: Tenge, earned: Tenge): Tenge => Math.max(0, capped - earned);

/** Adds a term's amounts to the sums of some clients. */
const addAmounts = (term: CompiledTerm, answers: Answers, sums: Float64Array): void => {
  for (let i = 0; i < answers.clients; i++) sums[i] += amountOf(term, answers, i);
};

/** Net benefit per month, never below 0; client i's stands at `offset + i`. */
export const benefitOf = (
  money: CompiledMoney,
  answers: Answers,
  benefits: Float64Array,
  offset: number,
): void => {
  const { values, stride, clients } = answers;
  const sums = scratch(clients);
  const earned = money.earned * stride;
  benefits.fill(0, offset, offset + clients);
  for (const { kind, cap, terms } of money.parts) {
    sums.fill(0, 0, clients);
    for (const term of terms) addAmounts(term, answers, sums);
    for (let i = 0; i < clients; i++) {
      const capped = Math.min(cap, sums[i]);
      benefits[offset + i] +=
        kind === 'cashback' ? afterEarned(capped, values[earned + i]) : capped;
    }
  }
  for (let i = offset; i < offset + clients; i++)
    benefits[i] = Math.max(0, benefits[i] - money.fee);
};

let room = new Float64Array(1);

/** Room for the sums of one bracket, used again and again. */
const scratch = (clients: number): Float64Array => {
  if (room.length < clients) room = new Float64Array(clients);
  return room;
};

/** The lines of the one client whose amounts add up to the benefit before the last clip at 0. */
export const explainMoney = (money: CompiledMoney, answers: Answers): BenefitLine[] => {
  const lines: BenefitLine[] = [];
  money.parts.forEach((part, index) => {
    let sum = 0;
    part.terms.forEach((term) => {
      const amount = amountOf(term, answers, 0);
      sum += amount;
      lines.push({
        kind: term.kind,
        part: index,
        ...term.of,
        base: answers.values[term.slot],
        rate: rateOf(term, answers, 0),
        amount,
      });
    });
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
    const earned = answers.values[money.earned];
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
