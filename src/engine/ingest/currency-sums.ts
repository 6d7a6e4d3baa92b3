import type { Tiyn } from '../kernel/units.ts';

const MAX_PLAIN = 2 ** 52;

/** Exact sums by currency id, of any size: a double while it is exact, a big integer behind it. */
export class CurrencySums {
  readonly #low: number[] = [];
  readonly #high: bigint[] = [];

  add(currency: number, value: Tiyn): void {
    if (currency >= this.#low.length) this.#grow(currency);
    const sum = this.#low[currency] + value;
    if (sum > MAX_PLAIN || sum < -MAX_PLAIN) {
      this.#high[currency] += BigInt(sum);
      this.#low[currency] = 0;
    } else {
      this.#low[currency] = sum;
    }
  }

  #grow(currency: number): void {
    while (this.#low.length <= currency) {
      this.#low.push(0);
      this.#high.push(0n);
    }
  }

  totals(codes: readonly string[]): [string, bigint][] {
    return this.#low.map((low, id) => [codes[id], this.#high[id] + BigInt(low)]);
  }
}
