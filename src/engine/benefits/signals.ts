import type { Signal, SignalRole } from './catalogue.ts';
import type { SignalResult } from './evaluation.ts';
import type { MetricSet } from './metric-set.ts';
import type { PopulationStats } from './population-survey.ts';
import { histogramOf } from './population-survey.ts';
import type { Ramp } from './relative-ramp.ts';
import { resolveRamp, strengthOn } from './relative-ramp.ts';

export interface CompiledSignal extends Ramp {
  readonly metric: string;
  readonly slot: number;
  readonly weight: number;
  readonly role: SignalRole;
}

/** `stats` is null when the population is too small to be compared with. */
export const compileSignal = (
  signal: Signal,
  metrics: MetricSet,
  stats: PopulationStats | null,
): CompiledSignal => ({
  ...resolveRamp(signal, stats && histogramOf(stats, signal)),
  metric: signal.metric,
  slot: metrics.slot(signal),
  weight: signal.weight,
  role: signal.role ?? 'evidence',
});

/**
 * How well a product fits, 0…1. Every piece of evidence takes away a part of the doubt that the
 * others left, doubt = Π (1 − weight × strength), so one strong and specific sign outweighs several
 * common ones and none counts twice. Support takes away doubt too, but only as far as there is
 * evidence; what speaks against takes its part of what is left:
 *
 *     fit = e × (1 + (1 − e) × s) × a,  e = 1 − doubt of evidence, s = 1 − doubt of support,
 *                                       a = doubt of what speaks against
 *
 * A product that asks for no evidence fits everybody: e = 1.
 */
export const fitOf = (signals: readonly CompiledSignal[], values: Float64Array): number => {
  let doubt = 1;
  let unsupported = 1;
  let kept = 1;
  let asked = false;
  for (let i = 0; i < signals.length; i++) {
    const signal = signals[i];
    const left = 1 - signal.weight * strengthOn(signal, values[signal.slot]);
    if (signal.role === 'evidence') {
      asked = true;
      doubt *= left;
    } else if (signal.role === 'support') {
      unsupported *= left;
    } else {
      kept *= left;
    }
  }
  const evidence = asked ? 1 - doubt : 1;
  return evidence * (1 + (1 - evidence) * (1 - unsupported)) * kept;
};

export const explainSignal = (
  { metric, slot, weight, role, from, to }: CompiledSignal,
  index: number,
  values: Float64Array,
): SignalResult => {
  const value = values[slot];
  const strength = strengthOn({ from, to }, value);
  return { index, metric, value, from, to, weight, role, strength };
};
