import type { Signal } from './catalogue.ts';
import type { Histogram } from './histogram.ts';

const LOWER = 0.25;
const MIDDLE = 0.5;
const UPPER = 0.75;
/** Where everybody has the same, this much more (or less) is already different. */
const LEAST_WIDTH = 0.05;

export interface Ramp {
  readonly from: number;
  readonly to: number;
}

/**
 * The ramp of a signal among the clients loaded. Its own `from` and `to` stay the least that is
 * asked; `relative` moves them out to where a client differs from the others: up to
 * `median + k × (upper quartile − median)`, and for "less is stronger" down by the mirrored rule
 * `median ÷ (1 + k × (median ÷ lower quartile − 1))`. What everybody does is evidence of nothing.
 */
export const resolveRamp = (signal: Signal, histogram: Histogram | null): Ramp => {
  const { from, to, relative } = signal;
  if (!relative || !histogram || histogram.size === 0) return { from, to };
  const median = histogram.quantile(MIDDLE);
  if (to > from) {
    const spread = histogram.quantile(UPPER) - median;
    const start = Math.max(from, median + relative.from * spread);
    const end = Math.max(to, median + relative.to * spread);
    return { from: start, to: Math.max(end, start * (1 + LEAST_WIDTH)) };
  }
  const lower = histogram.quantile(LOWER);
  const excess = lower > 0 ? median / lower - 1 : 0;
  const start = Math.min(from, median / (1 + relative.from * excess));
  const end = Math.min(to, median / (1 + relative.to * excess));
  // From 0 down there is no smaller part of it, but the ramp must still fall.
  return { from: start, to: Math.min(end, start / (1 + LEAST_WIDTH)) || -LEAST_WIDTH };
};

/** 0 up to `from`, 1 from `to` on, smooth between; 0 for an unknown value. */
export const rampStrength = (from: number, to: number, value: number): number => {
  const t = (value - from) / (to - from);
  if (t >= 1) return 1;
  return t > 0 ? t * t * (3 - 2 * t) : 0;
};
