import type { ClientBlock } from '../features/client-block.ts';
import { addColumn } from '../kernel/columns.ts';

/**
 * The sums over a block that nearly every metric starts from, in columns as the block has them.
 * Sums are of the whole period; metrics divide by `period` where they say "a month". Amounts are
 * added in the order in which they stand: categories from the first on, months from the first on.
 */
export class BlockTotals {
  readonly block: ClientBlock;
  readonly slots: number;
  /** Months that sums are divided by. */
  readonly period: number;
  /** False when months cannot be compared: metrics that need them are unknown. */
  readonly comparable: boolean;
  /** Grows with every reading: tells caches whose numbers they hold. */
  stamp = 0;

  readonly spend: Float64Array;
  /** [known category × stride + i] */
  readonly categorySpend: Float64Array;
  /** [row of `block.own`] */
  ownSpend = new Float64Array(0);
  /** [slot × stride + i] */
  readonly monthSpend: Float64Array;
  readonly spendCount: Float64Array;
  /** [transfer column × stride + i] */
  readonly transfers: Float64Array;
  readonly transferCount: Float64Array;
  readonly foreignSpend: Float64Array;
  readonly foreignCount: Float64Array;

  constructor(block: ClientBlock) {
    const { frame, stride } = block;
    const table = (rows: number): Float64Array => new Float64Array(rows * stride);
    this.block = block;
    this.slots = frame.months.length;
    this.period = frame.periodMonths;
    this.comparable = frame.dated && this.slots > 1;
    this.spend = table(1);
    this.categorySpend = table(frame.knownCategories);
    this.monthSpend = table(this.slots);
    this.spendCount = table(1);
    this.transfers = table(frame.transferTypes.length);
    this.transferCount = table(1);
    this.foreignSpend = table(1);
    this.foreignCount = table(1);
  }

  /** Adds up what the block holds now. */
  read(): void {
    const { block, slots } = this;
    const currencies = block.frame.currencies.length - 1;
    this.stamp++;
    this.#readCategories();
    sumRows(block, this.spend, this.monthSpend, slots);
    sumRows(block, this.transfers, block.transfers, slots);
    sumRows(block, this.transferCount, block.transferCount, block.frame.transferTypes.length);
    sumRows(block, this.foreignSpend, block.foreignSpend, currencies * slots, slots);
    sumRows(block, this.foreignCount, block.currencyCount, currencies, 1);
  }

  #readCategories(): void {
    const { block, slots, monthSpend } = this;
    const { spend, stride, clients } = block;
    sumRows(block, this.categorySpend, spend, slots);
    sumRows(block, this.spendCount, block.spendCount, block.frame.knownCategories);
    monthSpend.fill(0);
    for (let cell = 0; cell < spend.length;) {
      for (let slot = 0; slot < slots; slot++, cell += stride) {
        addColumn(monthSpend, slot * stride, spend, cell, clients);
      }
    }
    if (block.own.size > 0) this.#readOwn();
  }

  #readOwn(): void {
    const { slots, monthSpend, spendCount } = this;
    const { own, stride, clients } = this.block;
    if (this.ownSpend.length < own.size) this.ownSpend = new Float64Array(own.size * 2);
    for (let i = 0; i < clients; i++) {
      for (let row = own.starts[i]; row < own.starts[i + 1]; row++) {
        let sum = 0;
        for (let slot = 0; slot < slots; slot++) {
          const amount = own.spend[row * slots + slot];
          sum += amount;
          monthSpend[slot * stride + i] += amount;
        }
        this.ownSpend[row] = sum;
        spendCount[i] += own.counts[row];
      }
    }
  }
}

/** Fills every row of `to` with the sum of the next `size` rows of `from`, which begin at `first`. */
const sumRows = (
  { stride, clients }: ClientBlock,
  to: Float64Array,
  from: Float64Array,
  size: number,
  first = 0,
): void => {
  to.fill(0);
  for (let at = 0, cell = first * stride; at < to.length; at += stride) {
    for (let n = 0; n < size; n++, cell += stride) addColumn(to, at, from, cell, clients);
  }
};
