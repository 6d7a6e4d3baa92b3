import type { Signal } from './catalogue.ts';
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
});

/**
 * How well a product fits, 0…1. Each piece of evidence takes away a part of the doubt that the
 * others left: doubt = Π (1 − weight × strength), so one strong and specific sign outweighs several
 * common ones and none counts twice. Evidence against takes its part of what is left. No evidence
 * asked for: 1.
 */
export const fitOf = (signals: readonly CompiledSignal[], values: Float64Array): number => {
  let doubt = 1;
  let kept = 1;
  let asked = false;
  for (let i = 0; i < signals.length; i++) {
    const signal = signals[i];
    const strength = strengthOn(signal, values[signal.slot]);
    if (signal.weight > 0) {
      asked = true;
      doubt *= 1 - signal.weight * strength;
    } else {
      kept *= 1 + signal.weight * strength;
    }
  }
  return asked ? (1 - doubt) * kept : kept;
};

export const explainSignal = (
  { metric, slot, weight, from, to }: CompiledSignal,
  index: number,
  values: Float64Array,
): SignalResult => {
  const value = values[slot];
  return { index, metric, value, from, to, weight, strength: strengthOn({ from, to }, value) };
};
