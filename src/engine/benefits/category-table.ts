import type { BlockTotals } from './block-totals.ts';

/**
 * Numbers by category of the clients of a block: those of a known one are the column at
 * `offset + category × step`, that of a row of a client's own is at `ownOffset + row × ownStep`.
 */
export interface CategoryTable {
  readonly known: Float64Array;
  readonly offset: number;
  readonly step: number;
  readonly own: Float64Array;
  readonly ownOffset: number;
  readonly ownStep: number;
}

export const spendOfPeriod = ({ block, categorySpend, ownSpend }: BlockTotals): CategoryTable => ({
  known: categorySpend,
  offset: 0,
  step: block.stride,
  own: ownSpend,
  ownOffset: 0,
  ownStep: 1,
});

export const spendOfMonth = ({ block, slots }: BlockTotals, slot: number): CategoryTable => ({
  known: block.spend,
  offset: slot * block.stride,
  step: slots * block.stride,
  own: block.own.spend,
  ownOffset: slot,
  ownStep: slots,
});

export const purchasesOfPeriod = ({ block }: BlockTotals): CategoryTable => ({
  known: block.spendCount,
  offset: 0,
  step: block.stride,
  own: block.own.counts,
  ownOffset: 0,
  ownStep: 1,
});
