import type { LedgerFrame } from '../features/ledger.ts';
import type { ClientTotals } from './client-totals.ts';

const NONE = -1;

/**
 * A client's three largest categories of the period, some left out. An unknown category may win a
 * place; one the client never bought in may not. Worked out once per client, whoever asks.
 */
export class TopCategories {
  /** Category rows of the ledger, largest first; −1 where there are fewer than three. */
  readonly rows = new Int32Array(3);
  /** Σ of their spend over the period. */
  spend = 0;
  readonly #leftOut: Uint8Array;
  readonly #month = new Int32Array(3);
  #stamp = -1;

  /** `leftOut`: category ids. */
  constructor(frame: LedgerFrame, leftOut: Iterable<number>) {
    this.#leftOut = new Uint8Array(frame.categories.length);
    for (const id of leftOut) this.#leftOut[id] = 1;
  }

  read(totals: ClientTotals): void {
    if (this.#stamp === totals.stamp) return;
    this.#stamp = totals.stamp;
    this.#fill(this.rows, totals, totals.categorySpend, 0, 1, -Infinity);
    let spend = 0;
    for (let i = 0; i < 3; i++) {
      if (this.rows[i] !== NONE) spend += totals.categorySpend[this.rows[i]];
    }
    this.spend = spend;
  }

  /** What part of the period's three lead each month too: 0…1, a mean over months. */
  stability(totals: ClientTotals): number {
    this.read(totals);
    const { slots } = totals;
    const size = count(this.rows);
    if (!totals.comparable || size === 0) return NaN;
    let kept = 0;
    for (let slot = 0; slot < slots; slot++) {
      this.#fill(this.#month, totals, totals.ledger.spend, slot, slots, 0);
      kept += this.#shared();
    }
    return kept / (size * slots);
  }

  /** How many of the month's three are among the period's. */
  #shared(): number {
    const a = this.rows[0];
    const b = this.rows[1];
    const c = this.rows[2];
    let shared = 0;
    for (let i = 0; i < 3; i++) {
      const row = this.#month[i];
      if (row !== NONE && (row === a || row === b || row === c)) shared++;
    }
    return shared;
  }

  /** The three greatest `amounts[offset + row × step]` above `least`; equal ones in row order. */
  #fill(
    rows: Int32Array,
    totals: ClientTotals,
    amounts: Float64Array,
    offset: number,
    step: number,
    least: number,
  ): void {
    const { categoryCount, categoryIds, spendCount } = totals.ledger;
    const leftOut = this.#leftOut;
    let first = least;
    let second = least;
    let third = least;
    let a = NONE;
    let b = NONE;
    let c = NONE;
    for (let row = 0, cell = offset; row < categoryCount; row++, cell += step) {
      const amount = amounts[cell];
      if (amount <= third || spendCount[row] === 0 || leftOut[categoryIds[row]] === 1) continue;
      if (amount <= second) {
        third = amount;
        c = row;
        continue;
      }
      third = second;
      c = b;
      if (amount <= first) {
        second = amount;
        b = row;
      } else {
        second = first;
        b = a;
        first = amount;
        a = row;
      }
    }
    rows[0] = a;
    rows[1] = b;
    rows[2] = c;
  }
}

const count = (rows: Int32Array): number => {
  let size = 0;
  while (size < rows.length && rows[size] !== NONE) size++;
  return size;
};
