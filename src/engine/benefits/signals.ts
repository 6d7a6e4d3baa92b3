import type { Signal, SignalRole } from './catalogue.ts';
import type { SignalResult } from './evaluation.ts';
import type { MetricSet } from './metric-set.ts';
import type { PopulationStats } from './population-survey.ts';
import { histogramOf } from './population-survey.ts';
import { rampStrength, resolveRamp } from './relative-ramp.ts';

const ROLES: readonly SignalRole[] = ['evidence', 'support', 'against'];
const EVIDENCE = 0;
const SUPPORT = 1;

/** The signals of one product, in columns: they are asked for every client. */
export class Signals {
  readonly #metrics: readonly string[];
  readonly #slots: Int32Array;
  readonly #from: Float64Array;
  readonly #to: Float64Array;
  readonly #weights: Float64Array;
  /** Position in ROLES. */
  readonly #roles: Uint8Array;
  readonly #asked: boolean;

  /** `stats` is null when the population is too small to be compared with. */
  constructor(signals: readonly Signal[], metrics: MetricSet, stats: PopulationStats | null) {
    const ramps = signals.map((signal) => resolveRamp(signal, stats && histogramOf(stats, signal)));
    this.#metrics = signals.map(({ metric }) => metric);
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
   * A product that asks for no evidence fits everybody: e = 1.
   */
  fit(values: Float64Array): number {
    let doubt = 1;
    let unsupported = 1;
    let kept = 1;
    for (let i = 0; i < this.#slots.length; i++) {
      const strength = this.#strength(i, values);
      if (strength === 0) continue;
      const left = 1 - this.#weights[i] * strength;
      if (this.#roles[i] === EVIDENCE) doubt *= left;
      else if (this.#roles[i] === SUPPORT) unsupported *= left;
      else kept *= left;
    }
    const evidence = this.#asked ? 1 - doubt : 1;
    return evidence * (1 + (1 - evidence) * (1 - unsupported)) * kept;
  }

  explain(values: Float64Array): SignalResult[] {
    return this.#metrics.map((metric, index) => ({
      index,
      metric,
      value: values[this.#slots[index]],
      from: this.#from[index],
      to: this.#to[index],
      strength: this.#strength(index, values),
      weight: this.#weights[index],
      role: ROLES[this.#roles[index]],
    }));
  }

  #strength(i: number, values: Float64Array): number {
    return rampStrength(this.#from[i], this.#to[i], values[this.#slots[i]]);
  }
}
