import type { Answers } from './answers.ts';
import type { Signal, SignalRole } from './catalogue.ts';
import type { SignalResult } from './evaluation.ts';
import { type MetricRef, toRef } from './metric-ref.ts';
import type { MetricSet } from './metric-set.ts';
import type { PopulationStats } from './population-survey.ts';
import { histogramOf } from './population-survey.ts';
import { rampStrength, resolveRamp } from './relative-ramp.ts';

const ROLES: readonly SignalRole[] = ['evidence', 'support', 'against'];
const EVIDENCE = 0;

/** The signals of one product, in columns: they are asked for every client. */
export class Signals {
  readonly #metrics: readonly MetricRef[];
  readonly #slots: Int32Array;
  readonly #from: Float64Array;
  readonly #to: Float64Array;
  readonly #weights: Float64Array;
  /** Position in ROLES. */
  readonly #roles: Uint8Array;
  readonly #asked: boolean;
  /** By role: what is left of certainty or doubt, client by client. */
  #left = ROLES.map(() => new Float64Array(1));

  /** `stats` is null when the population is too small to be compared with. */
  constructor(signals: readonly Signal[], metrics: MetricSet, stats: PopulationStats | null) {
    const ramps = signals.map((signal) => resolveRamp(signal, stats && histogramOf(stats, signal)));
    this.#metrics = signals.map(toRef);
    this.#slots = Int32Array.from(signals, (signal) => metrics.slot(signal));
    this.#from = Float64Array.from(ramps, ({ from }) => from);
    this.#to = Float64Array.from(ramps, ({ to }) => to);
    this.#weights = Float64Array.from(signals, ({ weight }) => weight);
    this.#roles = Uint8Array.from(signals, ({ role = 'evidence' }) => ROLES.indexOf(role));
    this.#asked = this.#roles.includes(EVIDENCE);
  }

  /**
   * How well the product fits, 0…1. Every piece of evidence takes away a part of the doubt that the
   * others left, doubt = Π (1 − weight × strength), so one strong and specific sign outweighs
   * several common ones and none counts twice. Support takes away doubt too, but only as far as
   * there is evidence; what speaks against takes its part of what is left:
   *
   *     fit = e × (1 + (1 − e) × s) × a,  e = 1 − doubt of evidence, s = 1 − doubt of support,
   *                                       a = doubt of what speaks against
   *
   * A product that asks for no evidence fits everybody: e = 1. Client i's stands at `offset + i`.
   */
  fit({ values, stride, clients }: Answers, fits: Float64Array, offset: number): void {
    const [doubt, unsupported, kept] = this.#full(clients);
    for (let n = 0; n < this.#slots.length; n++) {
      const left = this.#left[this.#roles[n]];
      const from = this.#from[n];
      const to = this.#to[n];
      const weight = this.#weights[n];
      const first = this.#slots[n] * stride;
      const rises = to > from;
      for (let i = 0; i < clients; i++) {
        const value = values[first + i];
        // Nearly everybody is before the ramp or unknown: strength 0, which takes nothing away.
        if (rises ? value > from : value < from) {
          left[i] *= 1 - weight * rampStrength(from, to, value);
        }
      }
    }
    for (let i = 0; i < clients; i++) {
      fits[offset + i] = this.#combine(doubt[i], unsupported[i], kept[i]);
    }
  }

  #full(clients: number): Float64Array[] {
    if (this.#left[0].length < clients) this.#left = ROLES.map(() => new Float64Array(clients));
    for (const left of this.#left) left.fill(1);
    return this.#left;
  }

  /** The parts of the one client's fit. */
  explain({ values }: Answers): SignalResult[] {
    const strengths = this.#metrics.map((_, index) =>
      rampStrength(this.#from[index], this.#to[index], values[this.#slots[index]]),
    );
    const fit = this.#fitOf(strengths);
    return this.#metrics.map((ref, index) => ({
      index,
      ...ref,
      value: values[this.#slots[index]],
      from: this.#from[index],
      to: this.#to[index],
      strength: strengths[index],
      weight: this.#weights[index],
      role: ROLES[this.#roles[index]],
      part: fit - this.#fitOf(strengths.with(index, 0)),
    }));
  }

  /** The fit of one client whose signals speak so strongly. */
  #fitOf(strengths: readonly number[]): number {
    const left = [1, 1, 1];
    strengths.forEach((strength, n) => (left[this.#roles[n]] *= 1 - this.#weights[n] * strength));
    return this.#combine(left[0], left[1], left[2]);
  }

  #combine(doubt: number, unsupported: number, kept: number): number {
    const evidence = this.#asked ? 1 - doubt : 1;
    return evidence * (1 + (1 - evidence) * (1 - unsupported)) * kept;
  }
}
