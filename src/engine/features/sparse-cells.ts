import type { ClientIndex, Tiyn } from '../kernel/units.ts';

const EMPTY = -1;
/** A cell in doubles, side by side: looking it up touches one line of the processor's cache. */
const CELL = 4;
const KEY = 1;
const SUM = 2;
const COUNT = 3;
const FIRST_SLOTS = 64;

/**
 * Sums and counts of the rare cells: (client, key) → exact sum, count. Open addressing over one typed
 * array, so a row that lands here allocates nothing. `key` is a non-negative integer < 2^53.
 */
export class SparseCells {
  /** [slot × CELL] client, key, sum, count. */
  #cells = emptyCells(FIRST_SLOTS);
  /** Carries of sums beyond 2^52, which a double could not hold exactly; by (client, key). */
  readonly #carries = new Map<string, bigint>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(client: ClientIndex, key: number, value: Tiyn, count: number): void {
    this.#reserve(1);
    const cells = this.#cells;
    const at = this.#find(client, key);
    if (cells[at] === EMPTY) {
      cells[at] = client;
      cells[at + KEY] = key;
      this.#size++;
    }
    cells[at + COUNT] += count;
    const sum = cells[at + SUM] + value;
    if (sum > MAX_PLAIN || sum < -MAX_PLAIN) {
      this.#carry(`${client}:${key}`, BigInt(sum));
      cells[at + SUM] = 0;
    } else {
      cells[at + SUM] = sum;
    }
  }

  /** Adds an exact sum of any size. */
  addWhole(client: ClientIndex, key: number, value: number | bigint, count: number): void {
    this.add(client, key, typeof value === 'number' ? value : 0, count);
    if (typeof value === 'bigint') this.#carry(`${client}:${key}`, value);
  }

  /** Visits all cells, in no particular order; a sum is a big integer only where it is kept as one. */
  forEach(
    visit: (client: ClientIndex, key: number, sum: number | bigint, count: number) => void,
  ): void {
    const cells = this.#cells;
    for (let at = 0; at < cells.length; at += CELL) {
      if (cells[at] === EMPTY) continue;
      const carry = this.#carryOf(at);
      const sum = carry === undefined ? cells[at + SUM] : carry + BigInt(cells[at + SUM]);
      visit(cells[at], cells[at + KEY], sum, cells[at + COUNT]);
    }
  }

  #carry(id: string, value: bigint): void {
    this.#carries.set(id, (this.#carries.get(id) ?? 0n) + value);
  }

  #carryOf(at: number): bigint | undefined {
    // A name for each cell would cost more than all the rest.
    if (this.#carries.size === 0) return undefined;
    return this.#carries.get(`${this.#cells[at]}:${this.#cells[at + KEY]}`);
  }

  /** Where the cell is, or belongs. */
  #find(client: ClientIndex, key: number): number {
    const cells = this.#cells;
    const mask = cells.length / CELL - 1;
    let slot = mix(client, key) & mask;
    for (;;) {
      const at = slot * CELL;
      if (cells[at] === EMPTY || (cells[at] === client && cells[at + KEY] === key)) return at;
      slot = (slot + 1) & mask;
    }
  }

  /** Makes room for so many cells more. */
  #reserve(more: number): void {
    let slots = this.#cells.length / CELL;
    while ((this.#size + more) * 10 > slots * 7) slots *= 2;
    if (slots * CELL > this.#cells.length) this.#resize(slots);
  }

  #resize(slots: number): void {
    const old = this.#cells;
    this.#cells = emptyCells(slots);
    for (let from = 0; from < old.length; from += CELL) {
      if (old[from] === EMPTY) continue;
      const to = this.#find(old[from], old[from + KEY]);
      for (let i = 0; i < CELL; i++) this.#cells[to + i] = old[from + i];
    }
  }

  /** All cells in a row, in no particular order; a sum beyond 2^53 is rounded once. */
  list(): CellList {
    const cells = this.#cells;
    const list = {
      clients: new Int32Array(this.#size),
      keys: new Float64Array(this.#size),
      sums: new Float64Array(this.#size),
      counts: new Float64Array(this.#size),
    };
    for (let from = 0, to = 0; from < cells.length; from += CELL) {
      if (cells[from] === EMPTY) continue;
      list.clients[to] = cells[from];
      list.keys[to] = cells[from + KEY];
      list.sums[to] = this.#total(from);
      list.counts[to++] = cells[from + COUNT];
    }
    return list;
  }

  #total(at: number): Tiyn {
    const carry = this.#carryOf(at);
    const sum = this.#cells[at + SUM];
    return carry === undefined ? sum : Number(carry + BigInt(sum));
  }

  /** Adds every cell of `other`, its keys renamed by `rename` where the two name things apart. */
  merge(other: SparseCells, rename: (key: number) => number): void {
    // Cells come in order of their slots: without room for them all they would crowd where they come first.
    let fresh = 0;
    other.#forEachSlot((client, key) => {
      if (this.#cells[this.#find(client, rename(key))] === EMPTY) fresh++;
    });
    this.#reserve(fresh);
    const cells = other.#cells;
    other.#forEachSlot((client, key, at) => {
      const renamed = rename(key);
      this.add(client, renamed, cells[at + SUM], cells[at + COUNT]);
      const carry = other.#carryOf(at);
      if (carry !== undefined) this.#carry(`${client}:${renamed}`, carry);
    });
  }

  #forEachSlot(visit: (client: ClientIndex, key: number, at: number) => void): void {
    const cells = this.#cells;
    for (let at = 0; at < cells.length; at += CELL) {
      if (cells[at] !== EMPTY) visit(cells[at], cells[at + KEY], at);
    }
  }

  dump(): SparseCellsDump {
    return { cells: this.#cells, carries: [...this.#carries], size: this.#size };
  }

  static from(dump: SparseCellsDump): SparseCells {
    const cells = new SparseCells();
    cells.#cells = dump.cells;
    cells.#size = dump.size;
    for (const [id, value] of dump.carries) cells.#carries.set(id, value);
    return cells;
  }
}

const emptyCells = (slots: number): Float64Array<ArrayBuffer> => {
  const cells = new Float64Array(slots * CELL);
  for (let at = 0; at < cells.length; at += CELL) cells[at] = EMPTY;
  return cells;
};

/** Cells as columns of equal length. */
export interface CellList {
  readonly clients: Int32Array;
  readonly keys: Float64Array;
  readonly sums: Float64Array;
  readonly counts: Float64Array;
}

const MAX_PLAIN = 2 ** 52;

const mix = (client: ClientIndex, key: number): number => {
  const high = Math.floor(key / 0x1_0000_0000);
  let hash = Math.imul(client, 0x9e3779b1) ^ Math.imul(key | 0, 0x85ebca6b);
  hash ^= Math.imul(high, 0xc2b2ae35);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
};

export interface SparseCellsDump {
  readonly cells: Float64Array<ArrayBuffer>;
  readonly carries: readonly (readonly [string, bigint])[];
  readonly size: number;
}
