import type { Tiyn } from '../kernel/units.ts';

const MAX_PLAIN = 2 ** 52;

/** Exact sums by currency id, of any size: a double while it is exact, a big integer behind it. */
export class CurrencySums {
  readonly #low: number[] = [0];
  readonly #high: bigint[] = [0n];
  /** The home currency is always there; another once a row has it, be its sum zero. */
  readonly #met: boolean[] = [true];

  add(currency: number, value: Tiyn): void {
    if (!this.#met[currency]) this.#meet(currency);
    const sum = this.#low[currency] + value;
    if (sum > MAX_PLAIN || sum < -MAX_PLAIN) {
      this.#high[currency] += BigInt(sum);
      this.#low[currency] = 0;
    } else {
      this.#low[currency] = sum;
    }
  }

  #meet(currency: number): void {
    while (this.#low.length <= currency) {
      this.#low.push(0);
      this.#high.push(0n);
      this.#met.push(false);
    }
    this.#met[currency] = true;
  }

  totals(codes: readonly string[]): [string, bigint][] {
    return codes.flatMap((code, id): [string, bigint][] =>
      this.#met[id] ? [[code, this.#high[id] + BigInt(this.#low[id])]] : [],
    );
  }
}
