import type { Tiyn } from '../kernel/units.ts';

const MAX_PLAIN = 2 ** 52;

/** One rare sum of a client, exact, and how many operations are in it. */
export class SparseSum {
  count = 0;
  #sum = 0;
  #large: bigint | null = null;

  /** `large` is added too when it is given. */
  add(value: Tiyn, large: bigint | null, count: number): void {
    this.count += count;
    const sum = this.#sum + value;
    if (large === null && sum <= MAX_PLAIN && sum >= -MAX_PLAIN) {
      this.#sum = sum;
      return;
    }
    this.#large = (this.#large ?? 0n) + BigInt(sum) + (large ?? 0n);
    this.#sum = 0;
  }

  /** Rounded once to a double when it is beyond 2^53. */
  get total(): Tiyn {
    return this.#large === null ? this.#sum : Number(this.#large + BigInt(this.#sum));
  }
}
