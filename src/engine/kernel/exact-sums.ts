import { pickHigh, pickRows, SLAB_ROWS, SLAB_SHIFT, slabRowsFor } from './slabs.ts';
import type { Tiyn } from './units.ts';

/**
 * A growing table of exact integer sums: 32 bits a cell, because nearly all cells fit, with a
 * sparse big-integer remainder for the few that do not. Adding is commutative and never rounds.
 */
export class ExactSums {
  readonly width: number;
  readonly #slabs: Int32Array[] = [];
  /** By cell number. */
  readonly #high = new Map<number, bigint>();
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
    if (at === this.#slabs.length) this.#slabs.push(new Int32Array(0));
    if (first >= this.#slabs[at].length) this.#growSlab(at, slabRowsFor(row));
    return row;
  }

  #growSlab(at: number, rows: number): void {
    const larger = new Int32Array(rows * this.width);
    larger.set(this.#slabs[at]);
    this.#slabs[at] = larger;
  }

  /** Adds `value`, an integer with |value| ≤ 2^52, to one cell. */
  add(row: number, column: number, value: Tiyn): void {
    const slab = this.#slabs[row >> SLAB_SHIFT];
    const at = (row & (SLAB_ROWS - 1)) * this.width + column;
    const sum = slab[at] + value;
    const low = sum | 0;
    slab[at] = low;
    if (low !== sum) this.#carry(slab, at, row * this.width + column, sum);
  }

  #carry(slab: Int32Array, at: number, cell: number, sum: number): void {
    slab[at] = 0;
    this.#addHigh(cell, BigInt(sum));
  }

  #addHigh(cell: number, value: bigint): void {
    this.#high.set(cell, (this.#high.get(cell) ?? 0n) + value);
  }

  /** The exact sum as a big integer. */
  exact(row: number, column: number): bigint {
    return (this.#high.get(row * this.width + column) ?? 0n) + BigInt(this.#low(row, column));
  }

  #low(row: number, column: number): number {
    return this.#slabs[row >> SLAB_SHIFT][(row & (SLAB_ROWS - 1)) * this.width + column];
  }

  /** The exact sum: a big integer only where it is kept as one. */
  wholeSum(row: number, column: number): number | bigint {
    const isLow = this.#high.size === 0 || !this.#high.has(row * this.width + column);
    return isLow ? this.#low(row, column) : this.exact(row, column);
  }

  /** Adds what `wholeSum` gives of a cell. */
  addWhole(row: number, column: number, value: number | bigint): void {
    if (typeof value === 'number') this.add(row, column, value);
    else this.#addHigh(row * this.width + column, value);
  }

  /** The exact sum, rounded once to a double when it is beyond 2^53. */
  get(row: number, column: number): Tiyn {
    const low = this.#low(row, column);
    if (this.#high.size === 0) return low;
    const high = this.#high.get(row * this.width + column);
    return high === undefined ? low : Number(high + BigInt(low));
  }

  /** Adds a whole row to `totals`: column c to `totals[offset + c × step]`. */
  addTo(totals: Float64Array, row: number, offset: number, step: number): void {
    const slab = this.#slabs[row >> SLAB_SHIFT];
    const first = (row & (SLAB_ROWS - 1)) * this.width;
    if (this.#high.size === 0) {
      for (let column = 0, to = offset; column < this.width; column++, to += step) {
        totals[to] += slab[first + column];
      }
      return;
    }
    for (let column = 0, to = offset; column < this.width; column++, to += step) {
      totals[to] += this.get(row, column);
    }
  }

  /** Adds some rows, a negative number standing for none: `addTo` the i-th at `offset + i`. */
  addRowsTo(totals: Float64Array, rows: Int32Array, offset: number, step: number): void {
    for (let i = 0; i < rows.length; i++) {
      if (rows[i] >= 0) this.addTo(totals, rows[i], offset + i, step);
    }
  }

  /** Adds one row of `other`, cell by cell, to a row of this table. */
  addRowOf(other: ExactSums, otherRow: number, row: number): void {
    const slab = other.#slabs[otherRow >> SLAB_SHIFT];
    const first = (otherRow & (SLAB_ROWS - 1)) * this.width;
    for (let column = 0; column < this.width; column++) {
      const low = slab[first + column];
      if (low !== 0) this.add(row, column, low);
    }
    if (other.#high.size === 0) return;
    for (let column = 0; column < this.width; column++) {
      const high = other.#high.get(otherRow * this.width + column);
      if (high !== undefined) this.#addHigh(row * this.width + column, high);
    }
  }

  /** Takes over all rows of `other`, which must not be used any more; returns the number of its row 0. */
  adopt(other: ExactSums): number {
    const first = this.#slabs.length << SLAB_SHIFT;
    this.#slabs.push(...other.#slabs);
    this.#rows = first + other.#rows;
    for (const [cell, value] of other.#high) this.#high.set(first * this.width + cell, value);
    return first;
  }

  /** What crosses a worker boundary; the slabs may be transferred. */
  dump(): ExactSumsDump {
    return { width: this.width, rows: this.#rows, slabs: this.#slabs, high: [...this.#high] };
  }

  /** A copy of some rows, which are rows 0, 1, 2 … there: to be read, not to be added to. */
  pick(rows: readonly number[]): ExactSumsDump {
    const { width } = this;
    return {
      ...{ width, rows: rows.length },
      slabs: pickRows(this.#slabs, width, rows, (cells) => new Int32Array(cells)),
      high: pickHigh(this.#high, width, rows),
    };
  }

  static from(dump: ExactSumsDump): ExactSums {
    const sums = new ExactSums(dump.width);
    sums.#slabs.push(...dump.slabs);
    sums.#rows = dump.rows;
    for (const [cell, value] of dump.high) sums.#high.set(cell, value);
    return sums;
  }
}

export interface ExactSumsDump {
  readonly width: number;
  readonly rows: number;
  readonly slabs: readonly Int32Array[];
  readonly high: readonly (readonly [number, bigint])[];
}
