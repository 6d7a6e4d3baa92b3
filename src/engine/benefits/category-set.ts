import type { LedgerFrame } from '../features/ledger.ts';
import type { ClientTotals } from './client-totals.ts';

/** Some categories, ready for summing: known ones are rows of every ledger, unknown ones are looked for. */
export class CategorySet {
  readonly #rows: Int32Array;
  readonly #unknown: ReadonlySet<number>;
  readonly #firstUnknown: number;

  constructor(frame: LedgerFrame, ids: Int32Array) {
    this.#firstUnknown = frame.knownCategories;
    this.#rows = ids.filter((id) => id < frame.knownCategories);
    this.#unknown = new Set(ids.filter((id) => id >= frame.knownCategories));
  }

  /** Σ over the period. */
  spend({ categorySpend, ledger }: ClientTotals): number {
    let sum = 0;
    for (let i = 0; i < this.#rows.length; i++) sum += categorySpend[this.#rows[i]];
    if (this.#unknown.size > 0) {
      for (let row = this.#firstUnknown; row < ledger.categoryCount; row++) {
        if (this.#unknown.has(ledger.categoryIds[row])) sum += categorySpend[row];
      }
    }
    return sum;
  }

  /** Number of purchases of the period. */
  count({ ledger }: ClientTotals): number {
    let sum = 0;
    for (let i = 0; i < this.#rows.length; i++) sum += ledger.spendCount[this.#rows[i]];
    if (this.#unknown.size > 0) {
      for (let row = this.#firstUnknown; row < ledger.categoryCount; row++) {
        if (this.#unknown.has(ledger.categoryIds[row])) sum += ledger.spendCount[row];
      }
    }
    return sum;
  }

  /** Spend of one month. */
  monthSpend({ ledger, slots }: ClientTotals, slot: number): number {
    let sum = 0;
    for (let i = 0; i < this.#rows.length; i++) sum += ledger.spend[this.#rows[i] * slots + slot];
    if (this.#unknown.size > 0) {
      for (let row = this.#firstUnknown; row < ledger.categoryCount; row++) {
        if (this.#unknown.has(ledger.categoryIds[row])) sum += ledger.spend[row * slots + slot];
      }
    }
    return sum;
  }
}
