import type { ClientBlock } from '../features/client-block.ts';
import type { LedgerFrame } from '../features/ledger.ts';
import { copyColumn, Scratch } from '../kernel/columns.ts';
import type { BlockTotals } from './block-totals.ts';
import type { Metric } from './metric.ts';

const PLACES = 3;
const NONE = -1;

/**
 * The clients' three largest categories of the period, some left out. An unknown category may win a
 * place; one the client never bought in may not. Worked out once per block, whoever asks.
 */
export class TopCategories {
  /** Category ids that are left out. */
  readonly #leftOut: ReadonlySet<number>;
  /** The known ones that are not. */
  readonly #known: Int32Array;
  /** [i × PLACES + place] rows of the client's ledger, largest first; NONE where there are fewer. */
  #rows = new Int32Array(0);
  readonly #spend = new Scratch();
  #totals: BlockTotals | null = null;
  #stamp = 0;

  constructor(frame: LedgerFrame, leftOut: Iterable<number>) {
    this.#leftOut = new Set(leftOut);
    const known = Array.from({ length: frame.knownCategories }, (_, id) => id);
    this.#known = Int32Array.from(known.filter((id) => !this.#leftOut.has(id)));
  }

  /** Σ of their spend over the period. */
  readonly spend: Metric = (totals, out, at) => {
    const { clients } = totals.block;
    this.#read(totals);
    copyColumn(out, at, this.#spend.of(clients), 0, clients);
  };

  /** What part of the period's three lead each month too: 0…1, a mean over months. */
  readonly stability: Metric = (totals, out, at) => {
    const { block, slots } = totals;
    this.#read(totals);
    for (let i = 0; i < block.clients; i++) {
      const size = this.#size(i);
      let kept = 0;
      for (let place = 0; place < size; place++) {
        const row = this.#rows[i * PLACES + place];
        for (let slot = 0; slot < slots; slot++) kept += this.#leads(block, i, row, slot);
      }
      out[at + i] = size === 0 ? NaN : kept / (size * slots);
    }
  };

  /** Rows of the ledger of the one client of a block, largest first. */
  rows(totals: BlockTotals): number[] {
    this.#read(totals);
    return [...this.#rows.subarray(0, this.#size(0))];
  }

  #read(totals: BlockTotals): void {
    if (this.#totals === totals && this.#stamp === totals.stamp) return;
    this.#totals = totals;
    this.#stamp = totals.stamp;
    const { block } = totals;
    const sums = this.#spend.of(block.clients);
    if (this.#rows.length < block.clients * PLACES) {
      this.#rows = new Int32Array(block.clients * PLACES);
    }
    for (let i = 0; i < block.clients; i++) {
      sums[i] = this.#find(totals, i);
    }
  }

  #size(i: number): number {
    let size = 0;
    while (size < PLACES && this.#rows[i * PLACES + size] !== NONE) size++;
    return size;
  }

  /** 1 when a row is among client i's three of a month, else 0: fewer than three stand before it. */
  #leads({ frame, spend, stride, own }: ClientBlock, i: number, row: number, slot: number): number {
    const known = this.#known;
    const { slots } = own;
    const isKnown = row < frame.knownCategories;
    const ownRow = row - frame.knownCategories;
    const amount = isKnown
      ? spend[(row * slots + slot) * stride + i]
      : own.spend[ownRow * slots + slot];
    if (amount <= 0) return 0;
    // Comparisons made numbers: nobody can foretell them, and a branch foretold wrongly costs most.
    const first = slot * stride + i;
    const step = slots * stride;
    let before = 0;
    let n = 0;
    for (; n < known.length && known[n] < row; n++) {
      before += Number(spend[first + known[n] * step] >= amount);
    }
    for (; n < known.length; n++) before += Number(spend[first + known[n] * step] > amount);
    for (let other = own.starts[i]; other < own.starts[i + 1]; other++) {
      if (this.#leftOut.has(own.categories[other])) continue;
      const spent = own.spend[other * slots + slot];
      before += Number(other < ownRow ? spent >= amount : spent > amount);
    }
    return Number(before < PLACES);
  }

  /** Finds client i's three, equal ones in row order, and returns their sum. */
  #find({ block, categorySpend, ownSpend }: BlockTotals, i: number): number {
    const { frame, stride, spendCount, own } = block;
    const known = this.#known;
    const rows = this.#rows;
    const firstOwn = own.starts[i] - known.length;
    const end = own.starts[i + 1] - firstOwn;
    let first = -Infinity;
    let second = -Infinity;
    let third = -Infinity;
    let a = NONE;
    let b = NONE;
    let c = NONE;
    for (let n = 0; n < end; n++) {
      let row: number;
      let amount: number;
      if (n < known.length) {
        row = known[n];
        amount = categorySpend[row * stride + i];
        if (amount <= third || spendCount[row * stride + i] === 0) continue;
      } else {
        const ownRow = firstOwn + n;
        row = frame.knownCategories + ownRow;
        amount = ownSpend[ownRow];
        if (amount <= third || own.counts[ownRow] === 0) continue;
        if (this.#leftOut.has(own.categories[ownRow])) continue;
      }
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
    rows[i * PLACES] = a;
    rows[i * PLACES + 1] = b;
    rows[i * PLACES + 2] = c;
    if (a === NONE) return 0;
    return first + (b === NONE ? 0 : second) + (c === NONE ? 0 : third);
  }
}
