import type { Tiyn } from './units.ts';

/**
 * A column of exact integer sums: 32 bits a cell, because nearly all cells fit, with a sparse
 * big-integer remainder for the few that do not. Adding is commutative and never rounds.
 */
export class ExactSums {
  #low: Int32Array;
  readonly #high = new Map<number, bigint>();

  constructor(length: number) {
    this.#low = new Int32Array(length);
  }

  get length(): number {
    return this.#low.length;
  }

  /** Adds `value`, an integer with |value| ≤ 2^52, to cell `index`. */
  add(index: number, value: Tiyn): void {
    const sum = this.#low[index] + value;
    const low = sum | 0;
    this.#low[index] = low;
    if (low !== sum) this.#carry(index, sum);
  }

  #carry(index: number, sum: number): void {
    this.#low[index] = 0;
    this.#addHigh(index, BigInt(sum));
  }

  #addHigh(index: number, value: bigint): void {
    this.#high.set(index, (this.#high.get(index) ?? 0n) + value);
  }

  /** The exact sum as a big integer. */
  exact(index: number): bigint {
    return (this.#high.get(index) ?? 0n) + BigInt(this.#low[index]);
  }

  /** The exact sum, rounded once to a double when it is beyond 2^53. */
  get(index: number): Tiyn {
    if (this.#high.size === 0) return this.#low[index];
    const high = this.#high.get(index);
    return high === undefined ? this.#low[index] : Number(high + BigInt(this.#low[index]));
  }

  /** Adds every cell of `other`, whose cells are the same ones in the same places. */
  merge(other: ExactSums): void {
    for (let i = 0; i < other.length; i++) {
      const value = other.#low[i];
      if (value !== 0) this.add(i, value);
    }
    for (const [index, value] of other.#high) this.#addHigh(index, value);
  }

  /** What crosses a worker boundary; `low` may be transferred. */
  dump(): ExactSumsDump {
    return { low: this.#low, high: [...this.#high] };
  }

  static from(dump: ExactSumsDump): ExactSums {
    const sums = new ExactSums(0);
    sums.#low = dump.low;
    for (const [index, value] of dump.high) sums.#high.set(index, value);
    return sums;
  }
}

export interface ExactSumsDump {
  readonly low: Int32Array<ArrayBufferLike>;
  readonly high: readonly (readonly [number, bigint])[];
}
