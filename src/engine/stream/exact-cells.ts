import type { Tiyn } from '../kernel/units.ts';

const MAX_PLAIN = 2 ** 52;

/** Exact integer sums of one client, cell by cell: doubles, with big integers behind the few that outgrow them. */
export class ExactCells {
  readonly #sums: Float64Array;
  readonly #large = new Map<number, bigint>();

  constructor(size: number) {
    this.#sums = new Float64Array(size);
  }

  /** `large` is added too when it is given. */
  add(cell: number, value: Tiyn, large: bigint | null): void {
    const sum = this.#sums[cell] + value;
    if (large === null && sum <= MAX_PLAIN && sum >= -MAX_PLAIN) {
      this.#sums[cell] = sum;
      return;
    }
    this.#large.set(cell, (this.#large.get(cell) ?? 0n) + BigInt(sum) + (large ?? 0n));
    this.#sums[cell] = 0;
  }

  /** Rounded once to a double when it is beyond 2^53. */
  get(cell: number): Tiyn {
    const sum = this.#sums[cell];
    if (this.#large.size === 0) return sum;
    const large = this.#large.get(cell);
    return large === undefined ? sum : Number(large + BigInt(sum));
  }

  clear(): void {
    this.#sums.fill(0);
    if (this.#large.size > 0) this.#large.clear();
  }
}
