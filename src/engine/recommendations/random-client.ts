import type { Ledger, LedgerFrame } from '../features/ledger.ts';

const SPEND_DECADES: readonly [number, number] = [2, 6];
const TRANSFER_DECADES: readonly [number, number] = [2, 6.5];
const BALANCE_DECADES: readonly [number, number] = [3, 8];
const MOST_A_MONTH = 20;
const MOST_UNREST = 0.9;
const ADULT = 18;
const AGES = 60;
const LARGEST_STEP = 0x100000000;

/** Draws clients who are like nobody in particular: everything log-uniform and independent. */
export class RandomClient {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** 0 ≤ x < 1 (mulberry32). */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / LARGEST_STEP;
  }

  #logUniform([from, to]: readonly [number, number]): number {
    return 10 ** (from + (to - from) * this.#next());
  }

  /** Refills `ledger`, whose frame has dates and no unknown categories. */
  draw(ledger: Ledger, statuses: readonly string[]): void {
    const { frame } = ledger;
    const unrest = this.#next() * MOST_UNREST;
    ledger.status = statuses[Math.floor(this.#next() * statuses.length)];
    ledger.age = ADULT + Math.floor(this.#next() * AGES);
    ledger.balance = this.#logUniform(BALANCE_DECADES);
    this.#drawCells(ledger.spend, ledger.spendCount, SPEND_DECADES, unrest, frame);
    this.#drawCells(ledger.transfers, ledger.transferCount, TRANSFER_DECADES, unrest, frame);
    this.#drawForeign(ledger);
    ledger.traitCount = 0;
    frame.traits.forEach((_, id) => {
      if (this.#next() < 0.5) ledger.traitIds[ledger.traitCount++] = id;
    });
  }

  /**
   * A client does only some things, each at a level within the client's own range, wide or narrow,
   * with more or less unrest over months.
   */
  #drawCells(
    sums: Float64Array,
    counts: Float64Array,
    [from, to]: readonly [number, number],
    unrest: number,
    { months: { length: slots } }: LedgerFrame,
  ): void {
    const variety = this.#next();
    const width = (to - from) * this.#next();
    const least = from + (to - from - width) * this.#next();
    const range: readonly [number, number] = [least, least + width];
    for (let row = 0; row < counts.length; row++) {
      const present = this.#next() < variety;
      const level = present ? this.#logUniform(range) : 0;
      const often = this.#next() * this.#next() * MOST_A_MONTH;
      counts[row] = present ? slots * Math.ceil(often) : 0;
      for (let slot = 0; slot < slots; slot++) {
        sums[row * slots + slot] = level * (1 + unrest * (2 * this.#next() - 1));
      }
    }
  }

  /** Half of the clients pay some part of everything in the frame's second currency. */
  #drawForeign({ spend, spendCount, foreignSpend, currencyCount, frame }: Ledger): void {
    const slots = frame.months.length;
    const share = Math.max(0, 2 * this.#next() - 1);
    let count = 0;
    for (let row = 0; row < spendCount.length; row++) count += spendCount[row];
    currencyCount[1] = Math.round(count * share);
    currencyCount[0] = count - currencyCount[1];
    for (let slot = 0; slot < slots; slot++) {
      let sum = 0;
      for (let row = 0; row < spendCount.length; row++) sum += spend[row * slots + slot];
      foreignSpend[slots + slot] = sum * share;
    }
  }
}
