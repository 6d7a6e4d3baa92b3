import type { BlockTotals } from './block-totals.ts';

/**
 * A compiled metric: sets `out[at + i]` to what it is for client i of the block, NaN when it cannot
 * be known. Allocates nothing.
 */
export type Metric = (totals: BlockTotals, out: Float64Array, at: number) => void;

/** The same of one month. */
export type MonthMetric = (
  totals: BlockTotals,
  slot: number,
  out: Float64Array,
  at: number,
) => void;
