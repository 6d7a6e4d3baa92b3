import type { ClientIndex, Tiyn } from '../kernel/units.ts';

const EMPTY = -1;

/**
 * Sums and counts of the rare cells: (client, key) → exact sum, count. Open addressing over typed
 * arrays, so a row that lands here allocates nothing. `key` is a non-negative integer < 2^53.
 */
export class SparseCells {
  #clients = new Int32Array(0);
  #keys = new Float64Array(0);
  #sums = new Float64Array(0);
  #counts = new Float64Array(0);
  /** Carries of sums beyond 2^52, which a double could not hold exactly; by (client, key). */
  readonly #carries = new Map<string, bigint>();
  #size = 0;

  constructor() {
    this.#allocate(1024);
  }

  get size(): number {
    return this.#size;
  }

  #allocate(capacity: number): void {
    this.#clients = new Int32Array(capacity).fill(EMPTY);
    this.#keys = new Float64Array(capacity);
    this.#sums = new Float64Array(capacity);
    this.#counts = new Float64Array(capacity);
  }

  add(client: ClientIndex, key: number, value: Tiyn, count: number): void {
    if (this.#size * 10 >= this.#clients.length * 7) this.#grow();
    const slot = this.#find(client, key);
    if (this.#clients[slot] === EMPTY) {
      this.#clients[slot] = client;
      this.#keys[slot] = key;
      this.#size++;
    }
    this.#counts[slot] += count;
    const sum = this.#sums[slot] + value;
    if (sum > MAX_PLAIN || sum < -MAX_PLAIN) {
      this.#carry(`${client}:${key}`, BigInt(sum));
      this.#sums[slot] = 0;
    } else {
      this.#sums[slot] = sum;
    }
  }

  #carry(id: string, value: bigint): void {
    this.#carries.set(id, (this.#carries.get(id) ?? 0n) + value);
  }

  #find(client: ClientIndex, key: number): number {
    const mask = this.#clients.length - 1;
    let slot = mix(client, key) & mask;
    while (
      this.#clients[slot] !== EMPTY &&
      (this.#clients[slot] !== client || this.#keys[slot] !== key)
    ) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #grow(): void {
    const [clients, keys, sums, counts] = [this.#clients, this.#keys, this.#sums, this.#counts];
    this.#allocate(clients.length * 2);
    for (let old = 0; old < clients.length; old++) {
      if (clients[old] === EMPTY) continue;
      const slot = this.#find(clients[old], keys[old]);
      this.#clients[slot] = clients[old];
      this.#keys[slot] = keys[old];
      this.#sums[slot] = sums[old];
      this.#counts[slot] = counts[old];
    }
  }

  /** All cells in a row, in no particular order; a sum beyond 2^53 is rounded once. */
  list(): CellList {
    const list = {
      clients: new Int32Array(this.#size),
      keys: new Float64Array(this.#size),
      sums: new Float64Array(this.#size),
      counts: new Float64Array(this.#size),
    };
    for (let slot = 0, at = 0; slot < this.#clients.length; slot++) {
      if (this.#clients[slot] === EMPTY) continue;
      list.clients[at] = this.#clients[slot];
      list.keys[at] = this.#keys[slot];
      list.sums[at] = this.#total(slot);
      list.counts[at++] = this.#counts[slot];
    }
    return list;
  }

  #total(slot: number): Tiyn {
    const sum = this.#sums[slot];
    if (this.#carries.size === 0) return sum;
    const carry = this.#carries.get(`${this.#clients[slot]}:${this.#keys[slot]}`);
    return carry === undefined ? sum : Number(carry + BigInt(sum));
  }

  /** Adds every cell of `other`, its keys renamed by `rename` where the two name things apart. */
  merge(other: SparseCells, rename: (key: number) => number): void {
    for (let slot = 0; slot < other.#clients.length; slot++) {
      const client = other.#clients[slot];
      if (client === EMPTY) continue;
      const key = other.#keys[slot];
      const renamed = rename(key);
      this.add(client, renamed, other.#sums[slot], other.#counts[slot]);
      const carry = other.#carries.get(`${client}:${key}`);
      if (carry !== undefined) this.#carry(`${client}:${renamed}`, carry);
    }
  }

  dump(): SparseCellsDump {
    return {
      clients: this.#clients,
      keys: this.#keys,
      sums: this.#sums,
      counts: this.#counts,
      carries: [...this.#carries],
      size: this.#size,
    };
  }

  static from(dump: SparseCellsDump): SparseCells {
    const cells = new SparseCells();
    cells.#clients = dump.clients;
    cells.#keys = dump.keys;
    cells.#sums = dump.sums;
    cells.#counts = dump.counts;
    cells.#size = dump.size;
    for (const [id, value] of dump.carries) cells.#carries.set(id, value);
    return cells;
  }
}

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
  readonly clients: Int32Array<ArrayBuffer>;
  readonly keys: Float64Array<ArrayBuffer>;
  readonly sums: Float64Array<ArrayBuffer>;
  readonly counts: Float64Array<ArrayBuffer>;
  readonly carries: readonly (readonly [string, bigint])[];
  readonly size: number;
}
