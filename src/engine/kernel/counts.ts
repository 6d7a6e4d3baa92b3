/** A column of counts: 16 bits a cell, with a sparse remainder for the few cells beyond 65 535. */
export class Counts {
  #low: Uint16Array;
  readonly #high = new Map<number, number>();

  constructor(length: number) {
    this.#low = new Uint16Array(length);
  }

  get length(): number {
    return this.#low.length;
  }

  increment(index: number): void {
    if (++this.#low[index] === 0) this.#addHigh(index, 0x10000);
  }

  add(index: number, count: number): void {
    const sum = this.#low[index] + count;
    this.#low[index] = sum;
    if (sum > 0xffff) this.#addHigh(index, sum - (sum & 0xffff));
  }

  #addHigh(index: number, count: number): void {
    this.#high.set(index, (this.#high.get(index) ?? 0) + count);
  }

  get(index: number): number {
    const low = this.#low[index];
    return this.#high.size === 0 ? low : low + (this.#high.get(index) ?? 0);
  }

  /** Adds every cell of `other`, whose cells are the same ones in the same places. */
  merge(other: Counts): void {
    for (let i = 0; i < other.length; i++) {
      if (other.#low[i] !== 0) this.add(i, other.#low[i]);
    }
    for (const [index, count] of other.#high) this.#addHigh(index, count);
  }

  dump(): CountsDump {
    return { low: this.#low, high: [...this.#high] };
  }

  static from(dump: CountsDump): Counts {
    const counts = new Counts(0);
    counts.#low = dump.low;
    for (const [index, count] of dump.high) counts.#high.set(index, count);
    return counts;
  }
}

export interface CountsDump {
  readonly low: Uint16Array<ArrayBufferLike>;
  readonly high: readonly (readonly [number, number])[];
}
