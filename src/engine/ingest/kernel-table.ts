import { UNDATED } from '../features/cell-key.ts';
import { MonthPages } from '../features/month-pages.ts';
import { NONE } from '../features/merge-rows.ts';
import { SLAB_ROWS } from '../kernel/slabs.ts';
import type { MonthIndex } from '../kernel/units.ts';
import type { KernelMemory } from './kernel-memory.ts';
import type { MonthWindow } from './month-window.ts';

/** The header of assembly/sums.ts, in 32-bit words: pages, then rows of sums, then rows of counts. */
const SUMS = 1;
const COUNTS = 6;
/** Of either: index, rows, how many, at most, bytes of one. */
const INDEX = 0;
const ROWS = 1;
const USED = 2;
const BYTES = 4;

/** A page has a place for every client: rows of more months than these are added one by one. */
const MAX_PAGES = 32;
const NO_PAGE = 1;
/** As many rows at most: memory goes by clients, not by rows. */
const MAX_ROWS = 1 << 17;

/** What transactions, or transfers, add up to in the module's memory. */
export class KernelTable {
  readonly header: number;
  readonly #memory: KernelMemory;
  readonly #into: MonthPages;
  readonly #firstMonth: MonthIndex;
  readonly #places: number;
  readonly #pagesAt: number;
  #pages = 0;

  constructor(memory: KernelMemory, into: MonthPages, { from, to }: MonthWindow) {
    const { clients, columns } = into;
    this.#memory = memory;
    this.#into = into;
    this.#firstMonth = from;
    // One more for rows without a date.
    this.#places = to - from + 2;
    this.#pagesAt = memory.allocate(this.#places * 4);
    const sums = this.#rows(clients * Math.min(this.#places, MAX_PAGES), columns * 4);
    const counts = this.#rows(clients, columns * 2);
    this.header = memory.place(
      Int32Array.of(this.#pagesAt, 0, ...sums, memory.allocate(clients * 4), ...counts),
    );
  }

  /** Rows of so many bytes, none in use. */
  #rows(wanted: number, bytes: number): readonly number[] {
    const capacity = Math.min(wanted, MAX_ROWS);
    return [this.#memory.allocate(capacity * bytes), 0, capacity, bytes];
  }

  givePage(place: number): void {
    const isRare = this.#pages === MAX_PAGES;
    const page = isRare ? NO_PAGE : this.#memory.allocate(this.#into.clients * 4);
    if (!isRare) this.#pages++;
    this.#memory.ints[this.#pagesAt / 4 + place] = page;
  }

  /** Adds all that has come together to what it is part of; the rows are free again. */
  handOver(): void {
    const { clients, columns } = this.#into;
    const { ints } = this.#memory;
    const sums = this.header / 4 + SUMS;
    const counts = this.header / 4 + COUNTS;
    if (ints[sums + USED] === 0) return;
    const taken = MonthPages.from({
      clients,
      columns,
      pages: this.#takePages(sums),
      sums: {
        width: columns,
        rows: ints[sums + USED],
        slabs: this.#takeSums(sums),
        high: [],
      },
      countRows: this.#takeIndex(ints[counts + INDEX], counts),
      counts: {
        width: columns,
        rows: ints[counts + USED],
        slabs: this.#takeCounts(counts),
        high: [],
      },
    });
    this.#into.merge(taken);
    ints[sums + USED] = ints[counts + USED] = 0;
  }

  #takePages(sums: number): (readonly [MonthIndex, Int32Array])[] {
    const pages: [MonthIndex, Int32Array][] = [];
    for (let place = 0; place < this.#places; place++) {
      const page = this.#memory.ints[this.#pagesAt / 4 + place];
      if (page <= NO_PAGE) continue;
      pages.push([
        place === 0 ? UNDATED : this.#firstMonth + place - 1,
        this.#takeIndex(page, sums),
      ]);
    }
    return pages;
  }

  /** A copy of an index; its addresses of rows become their numbers. */
  #takeIndex(address: number, rows: number): Int32Array {
    const { ints } = this.#memory;
    const from = address / 4;
    const index = ints.slice(from, from + this.#into.clients);
    const [first, bytes] = [ints[rows + ROWS], ints[rows + BYTES]];
    for (let client = 0; client < index.length; client++) {
      index[client] = index[client] === 0 ? NONE : (index[client] - first) / bytes;
    }
    ints.fill(0, from, from + index.length);
    return index;
  }

  /** Copies of rows of sums, in slabs as tables have them; what they leave is empty again. */
  #takeSums(rows: number): Int32Array[] {
    const { ints } = this.#memory;
    return this.#pieces(rows, 4).map(([at, end]) => {
      const slab = ints.slice(at, end);
      ints.fill(0, at, end);
      return slab;
    });
  }

  #takeCounts(rows: number): Uint16Array[] {
    const { shorts } = this.#memory;
    return this.#pieces(rows, 2).map(([at, end]) => {
      const slab = shorts.slice(at, end);
      shorts.fill(0, at, end);
      return slab;
    });
  }

  /** Where the rows of slab after slab lie, in cells of so many bytes. */
  #pieces(rows: number, size: number): (readonly [start: number, end: number])[] {
    const { ints } = this.#memory;
    const { columns } = this.#into;
    const first = ints[rows + ROWS] / size;
    const used = ints[rows + USED];
    const pieces: (readonly [number, number])[] = [];
    for (let row = 0; row < used; row += SLAB_ROWS) {
      pieces.push([first + row * columns, first + Math.min(row + SLAB_ROWS, used) * columns]);
    }
    return pieces;
  }
}
