import { pickHigh, pickRows, SLAB_ROWS, SLAB_SHIFT, slabRowsFor } from './slabs.ts';

/** A growing table of counts: 16 bits a cell, with a sparse remainder for the few beyond 65 535. */
export class Counts {
  readonly width: number;
  readonly #slabs: Uint16Array[] = [];
  /** By cell number: multiples of 65 536. */
  readonly #high = new Map<number, number>();
  #rows = 0;

  constructor(width: number) {
    this.width = width;
  }

  get rows(): number {
    return this.#rows;
  }

  /** Appends a row of zeros; returns its number. */
  addRow(): number {
    const row = this.#rows++;
    const at = row >> SLAB_SHIFT;
    const first = (row & (SLAB_ROWS - 1)) * this.width;
    if (at === this.#slabs.length) this.#slabs.push(new Uint16Array(0));
    if (first >= this.#slabs[at].length) this.#growSlab(at, slabRowsFor(row));
    return row;
  }

  #growSlab(at: number, rows: number): void {
    const larger = new Uint16Array(rows * this.width);
    larger.set(this.#slabs[at]);
    this.#slabs[at] = larger;
  }

  increment(row: number, column: number): void {
    const slab = this.#slabs[row >> SLAB_SHIFT];
    const at = (row & (SLAB_ROWS - 1)) * this.width + column;
    // The value of the expression is the sum, not what 16 bits keep of it.
    if (++slab[at] > 0xffff) this.#addHigh(row * this.width + column, 0x10000);
  }

  #addHigh(cell: number, count: number): void {
    this.#high.set(cell, (this.#high.get(cell) ?? 0) + count);
  }

  get(row: number, column: number): number {
    const low = this.#slabs[row >> SLAB_SHIFT][(row & (SLAB_ROWS - 1)) * this.width + column];
    return this.#high.size === 0 ? low : low + (this.#high.get(row * this.width + column) ?? 0);
  }

  /** Copies a whole row to the start of `counts`. */
  copyTo(counts: Float64Array, row: number): void {
    const slab = this.#slabs[row >> SLAB_SHIFT];
    const first = (row & (SLAB_ROWS - 1)) * this.width;
    for (let column = 0; column < this.width; column++) counts[column] = slab[first + column];
    if (this.#high.size === 0) return;
    for (let column = 0; column < this.width; column++) counts[column] = this.get(row, column);
  }

  /** Adds some rows, a negative number standing for none: column c of the i-th to `totals[c × step + i]`. */
  addRowsTo(totals: Float64Array, rows: Int32Array, step: number): void {
    const allLow = this.#high.size === 0;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i];
      if (row < 0) continue;
      const slab = this.#slabs[row >> SLAB_SHIFT];
      const first = (row & (SLAB_ROWS - 1)) * this.width;
      for (let column = 0, to = i; column < this.width; column++, to += step) {
        totals[to] += allLow ? slab[first + column] : this.get(row, column);
      }
    }
  }

  /** Adds one row of `other`, cell by cell, to a row of this table. */
  addRowOf(other: Counts, otherRow: number, row: number): void {
    for (let column = 0; column < this.width; column++) {
      this.add(row, column, other.get(otherRow, column));
    }
  }

  add(row: number, column: number, count: number): void {
    const slab = this.#slabs[row >> SLAB_SHIFT];
    const at = (row & (SLAB_ROWS - 1)) * this.width + column;
    const sum = slab[at] + count;
    slab[at] = sum;
    if (sum > 0xffff) this.#addHigh(row * this.width + column, sum - (sum % 0x10000));
  }

  /** Takes over all rows of `other`, which must not be used any more; returns the number of its row 0. */
  adopt(other: Counts): number {
    const first = this.#slabs.length << SLAB_SHIFT;
    this.#slabs.push(...other.#slabs);
    this.#rows = first + other.#rows;
    for (const [cell, count] of other.#high) this.#high.set(first * this.width + cell, count);
    return first;
  }

  /** What crosses a worker boundary; the slabs may be transferred. */
  dump(): CountsDump {
    return { width: this.width, rows: this.#rows, slabs: this.#slabs, high: [...this.#high] };
  }

  /** A copy of some rows, which are rows 0, 1, 2 … there: to be read, not to be added to. */
  pick(rows: readonly number[]): CountsDump {
    const { width } = this;
    return {
      ...{ width, rows: rows.length },
      slabs: pickRows(this.#slabs, width, rows, (cells) => new Uint16Array(cells)),
      high: pickHigh(this.#high, width, rows),
    };
  }

  static from(dump: CountsDump): Counts {
    const counts = new Counts(dump.width);
    counts.#slabs.push(...dump.slabs);
    counts.#rows = dump.rows;
    for (const [cell, count] of dump.high) counts.#high.set(cell, count);
    return counts;
  }
}

export interface CountsDump {
  readonly width: number;
  readonly rows: number;
  readonly slabs: readonly Uint16Array[];
  readonly high: readonly (readonly [number, number])[];
}
