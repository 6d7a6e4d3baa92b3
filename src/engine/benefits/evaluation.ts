import type { Tenge } from '../kernel/units.ts';
import type { SignalRole } from './catalogue.ts';
import type { MetricRef } from './metric-ref.ts';

/**
 * Why one product has its number for one client: computed together with the number, so it cannot
 * disagree with it. The page, the API, --explain and the texts all read this.
 */
export interface ProductEvaluation {
  /** Position of the product in the catalogue. */
  readonly product: number;
  readonly eligible: boolean;
  /** The client has the product already: not eligible, whatever the gates say. */
  readonly held?: true;
  readonly gates: readonly GateResult[];
  /** 0…1; 1 when the product has no signals. */
  readonly fit: number;
  readonly signals: readonly SignalResult[];
  /** Net benefit per month; null for need and behaviour products, which have no figure. */
  readonly benefit: Tenge | null;
  readonly lines: readonly BenefitLine[];
  /** benefit × fit; null when there is no figure. */
  readonly expected: Tenge | null;
}

export interface GateResult {
  /** Position among the product's gates in the catalogue, whose terms say the rest. */
  readonly index: number;
  /** Of a gate with alternatives: which one let the client by, or the first. */
  readonly condition: number;
  readonly metric: string;
  /** NaN when the metric cannot be known for this client. */
  readonly value: number;
  readonly passed: boolean;
}

export interface SignalResult extends MetricRef {
  /** Position among the product's signals in the catalogue. */
  readonly index: number;
  /** NaN when the metric cannot be known for this client: no evidence. */
  readonly value: number;
  /** The ramp in force, after comparison with the population: strength is 0 at `from`, 1 at `to`. */
  readonly from: number;
  readonly to: number;
  /** 0…1: how strongly the evidence speaks for the product. */
  readonly strength: number;
  readonly weight: number;
  readonly role: SignalRole;
  /** What it adds to the fit: the fit less what it would be without this signal; negative: it takes away. */
  readonly part: number;
}

/**
 * One line of the arithmetic; amounts of all lines add up to the benefit before the final clip at 0.
 * Its metric is what the rate applies to; empty for caps and fees.
 */
export interface BenefitLine extends MetricRef {
  readonly kind: 'rate' | 'tier' | 'cap' | 'earned' | 'fee' | 'interest';
  /** Position of the line's bracket among `benefit` of the product; −1 for the product's fee. */
  readonly part: number;
  /** What the rate applies to, in the metric's unit; for a cap or a fee, its size. */
  readonly base: number;
  /** Fraction per month (0.04 = 4 %); null for lines that are not a rate. */
  readonly rate: number | null;
  /** Signed tenge per month; a cap's line is the negative amount it cuts off. */
  readonly amount: Tenge;
}
