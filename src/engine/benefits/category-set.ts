import type { LedgerFrame } from '../features/ledger.ts';
import { addColumn } from '../kernel/columns.ts';
import type { BlockTotals } from './block-totals.ts';
import {
  type CategoryTable,
  purchasesOfPeriod,
  spendOfMonth,
  spendOfPeriod,
} from './category-table.ts';
import type { Metric, MonthMetric } from './metric.ts';

/** Some categories, ready for summing: known ones are columns of every block, unknown ones are looked for. */
export class CategorySet {
  readonly #known: Int32Array;
  readonly #unknown: ReadonlySet<number>;

  constructor(frame: LedgerFrame, ids: Int32Array) {
    this.#known = ids.filter((id) => id < frame.knownCategories);
    this.#unknown = new Set(ids.filter((id) => id >= frame.knownCategories));
  }

  /** Σ over the period. */
  readonly spend: Metric = (totals, out, at) => {
    this.#sum(totals, spendOfPeriod(totals), out, at);
  };

  /** Number of purchases of the period. */
  readonly count: Metric = (totals, out, at) => {
    this.#sum(totals, purchasesOfPeriod(totals), out, at);
  };

  readonly monthSpend: MonthMetric = (totals, slot, out, at) => {
    this.#sum(totals, spendOfMonth(totals, slot), out, at);
  };

  #sum({ block }: BlockTotals, table: CategoryTable, out: Float64Array, at: number): void {
    const { own, clients } = block;
    out.fill(0, at, at + clients);
    for (let n = 0; n < this.#known.length; n++) {
      addColumn(out, at, table.known, table.offset + this.#known[n] * table.step, clients);
    }
    if (this.#unknown.size === 0) return;
    for (let i = 0; i < clients; i++) {
      for (let row = own.starts[i]; row < own.starts[i + 1]; row++) {
        if (!this.#unknown.has(own.categories[row])) continue;
        out[at + i] += table.own[table.ownOffset + row * table.ownStep];
      }
    }
  }
}
