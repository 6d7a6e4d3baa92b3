import type { LedgerFrame } from '../features/ledger.ts';
import type { ClientTotals } from './client-totals.ts';

const COUNT = 3;

/**
 * A client's three largest categories of the period, some left out. An unknown category may win a
 * place; one the client never bought in may not. Worked out once per client, whoever asks.
 */
export class TopCategories {
  /** Category rows of the ledger, largest first; the first `size` are filled. */
  readonly rows = new Int32Array(COUNT);
  size = 0;
  /** Σ of their spend over the period. */
  spend = 0;
  readonly #leftOut: Uint8Array;
  readonly #month = new Int32Array(COUNT);
  #stamp = -1;

  /** `leftOut`: category ids. */
  constructor(frame: LedgerFrame, leftOut: Iterable<number>) {
    this.#leftOut = new Uint8Array(frame.categories.length);
    for (const id of leftOut) this.#leftOut[id] = 1;
  }

  read(totals: ClientTotals): void {
    if (this.#stamp === totals.stamp) return;
    this.#stamp = totals.stamp;
    this.size = this.#largest(totals, totals.categorySpend, 0, 1, -Infinity, this.rows);
    let spend = 0;
    for (let i = 0; i < this.size; i++) spend += totals.categorySpend[this.rows[i]];
    this.spend = spend;
  }

  /** How many places of each month's own three the period's three take: 0…1, a mean over months. */
  stability(totals: ClientTotals): number {
    this.read(totals);
    if (!totals.comparable || this.size === 0) return NaN;
    let kept = 0;
    for (let slot = 0; slot < totals.slots; slot++) {
      const { ledger, slots } = totals;
      const size = this.#largest(totals, ledger.spend, slot, slots, 0, this.#month);
      for (let i = 0; i < size; i++) kept += this.#has(this.#month[i]) ? 1 : 0;
    }
    return kept / (this.size * totals.slots);
  }

  #has(row: number): boolean {
    for (let i = 0; i < this.size; i++) if (this.rows[i] === row) return true;
    return false;
  }

  /** Fills `rows` by `amounts[offset + row × step]` above `least`, greatest first; equal ones in row order. */
  #largest(
    { ledger: { categoryCount, categoryIds, spendCount } }: ClientTotals,
    amounts: Float64Array,
    offset: number,
    step: number,
    least: number,
    rows: Int32Array,
  ): number {
    let size = 0;
    for (let row = 0; row < categoryCount; row++) {
      if (this.#leftOut[categoryIds[row]] === 1 || spendCount[row] === 0) continue;
      const amount = amounts[offset + row * step];
      if (amount <= least) continue;
      if (size === COUNT && amount <= amounts[offset + rows[COUNT - 1] * step]) continue;
      let place = size < COUNT ? size++ : COUNT - 1;
      for (; place > 0 && amounts[offset + rows[place - 1] * step] < amount; place--) {
        rows[place] = rows[place - 1];
      }
      rows[place] = row;
    }
    return size;
  }
}
