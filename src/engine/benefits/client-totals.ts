import type { Ledger, LedgerFrame } from '../features/ledger.ts';

/**
 * The sums over a ledger that nearly every metric starts from, made once per client. Sums are of
 * the whole period; metrics divide by `period` where they say "a month".
 */
export class ClientTotals {
  ledger: Ledger;
  readonly slots: number;
  /** Months that sums are divided by. */
  readonly period: number;
  /** False when months cannot be compared: metrics that need them are unknown. */
  readonly comparable: boolean;
  /** Grows with every client read: tells caches whose numbers they hold. */
  stamp = 0;

  spend = 0;
  /** [category row] */
  categorySpend: Float64Array;
  /** [slot] */
  readonly monthSpend: Float64Array;
  spendCount = 0;
  /** [transfer column] */
  readonly transfers: Float64Array;
  transferCount = 0;
  foreignSpend = 0;
  foreignCount = 0;

  constructor(frame: LedgerFrame, ledger: Ledger) {
    this.ledger = ledger;
    this.slots = frame.months.length;
    this.period = frame.periodMonths;
    this.comparable = frame.dated && this.slots > 1;
    this.categorySpend = new Float64Array(frame.knownCategories + 8);
    this.monthSpend = new Float64Array(this.slots);
    this.transfers = new Float64Array(frame.transferTypes.length);
  }

  read(ledger: Ledger): void {
    this.ledger = ledger;
    this.stamp++;
    this.#readSpend(ledger);
    this.#readTransfers(ledger);
    this.#readCurrencies(ledger);
  }

  #readSpend({ categoryCount, spend, spendCount }: Ledger): void {
    if (categoryCount > this.categorySpend.length) {
      this.categorySpend = new Float64Array(categoryCount * 2);
    }
    const { slots, monthSpend, categorySpend } = this;
    let total = 0;
    let count = 0;
    for (let row = 0; row < categoryCount; row++) {
      categorySpend[row] = 0;
      count += spendCount[row];
    }
    for (let slot = 0; slot < slots; slot++) {
      let month = 0;
      for (let row = 0, cell = slot; row < categoryCount; row++, cell += slots) {
        month += spend[cell];
        categorySpend[row] += spend[cell];
      }
      monthSpend[slot] = month;
      total += month;
    }
    this.spend = total;
    this.spendCount = count;
  }

  #readTransfers({ transfers, transferCount }: Ledger): void {
    const columns = this.transfers.length;
    let count = 0;
    for (let column = 0, cell = 0; column < columns; column++) {
      let sum = 0;
      for (let slot = 0; slot < this.slots; slot++, cell++) sum += transfers[cell];
      this.transfers[column] = sum;
      count += transferCount[column];
    }
    this.transferCount = count;
  }

  #readCurrencies({ foreignSpend, currencyCount }: Ledger): void {
    let sum = 0;
    for (let cell = this.slots; cell < currencyCount.length * this.slots; cell++) {
      sum += foreignSpend[cell];
    }
    this.foreignSpend = sum;
    let count = 0;
    for (let currency = 1; currency < currencyCount.length; currency++) {
      count += currencyCount[currency];
    }
    this.foreignCount = count;
  }
}
