import type { Tenge } from '../kernel/units.ts';
import type { MetricRef } from './metric-ref.ts';

/**
 * One bracket of the sum. Of `cashback` the cashback the client already earns is taken off, never
 * below 0; `saving` (fees, conversion), `interest` and `formula` are added as they are.
 */
export interface BenefitPart {
  readonly kind: 'cashback' | 'saving' | 'interest' | 'formula';
  /** Most this bracket may give a month. */
  readonly cap?: Tenge;
  readonly lines: readonly BenefitTerm[];
}

export type BenefitTerm = RateTerm | TierTerm;

/** rate × metric, a month. */
export interface RateTerm {
  readonly of: MetricRef;
  /** Fraction, 0…1. In an `interest` part it is a yearly rate, and a twelfth of it counts. */
  readonly rate: number;
}

/** The rate is that of the last step whose `from` the metric `by` reaches; none reached: 0. */
export interface TierTerm {
  readonly of: MetricRef;
  readonly by: MetricRef;
  readonly steps: readonly TierStep[];
}

export interface TierStep {
  readonly from: number;
  readonly rate: number;
}
