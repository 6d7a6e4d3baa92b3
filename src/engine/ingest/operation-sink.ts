import type { Aggregates } from '../features/aggregates.ts';
import type { ClientIndex, Line, MonthIndex, Tiyn } from '../kernel/units.ts';
import { type DayNumber, dayNumber, monthOf, UNDATED_DAY } from './day-number.ts';
import { Fingerprints } from './fingerprints.ts';
import { FIRST_MONTH, LAST_MONTH, type MonthRows } from './month-window.ts';
import { RangeTally } from './range-tally.ts';
import { NO_TRAIT } from './words.ts';

/** Later than any. A small integer, unlike Infinity. */
const NO_DAY: DayNumber = dayNumber(LAST_MONTH + 1, 0);

/** One row, read: reused for all rows, so that nothing is allocated for one. */
export class OperationRow {
  client: ClientIndex = 0;
  transfer = false;
  /** Category id, or transfer column. */
  row = 0;
  currency = 0;
  day: DayNumber = UNDATED_DAY;
  /** Tells times of one day apart. */
  stamp = 0;
  amount: Tiyn = 0;
  typeTrait = NO_TRAIT;
  productTrait = NO_TRAIT;
  /** The words of the row that are unknown and must be listed, else −1. */
  unknownCategory = -1;
  unknownType = -1;
  unknownDirection = -1;

  /** Forgets the words of the last row. */
  clearWords(): void {
    this.typeTrait = this.productTrait = NO_TRAIT;
    this.unknownCategory = this.unknownType = this.unknownDirection = -1;
  }
}

/** First line and number of the rows with one unknown word. */
export interface UnknownWord {
  line: Line;
  count: number;
}

/** Where rows end: aggregates for good, tallies for the range being read. */
export class OperationSink {
  readonly aggregates: Aggregates;
  readonly #knownCategories: number;
  readonly row = new OperationRow();
  /** Set once per file: rows are told apart within their file only. */
  fingerprints = new Fingerprints();

  tally = new RangeTally();
  readonly #months = new Float64Array(LAST_MONTH - FIRST_MONTH + 1);
  #firstDay = NO_DAY;
  #lastDay = 0;
  readonly unknownCategories = new Map<number, UnknownWord>();
  readonly unknownTypes = new Map<number, UnknownWord>();
  readonly unknownDirections = new Map<number, UnknownWord>();

  constructor(aggregates: Aggregates) {
    this.aggregates = aggregates;
    this.#knownCategories = aggregates.layout.categories.length;
  }

  /** Forgets the tallies of the last range. */
  startRange(): void {
    this.tally = new RangeTally();
    this.#months.fill(0);
    this.#firstDay = NO_DAY;
    this.#lastDay = 0;
    this.unknownCategories.clear();
    this.unknownTypes.clear();
    this.unknownDirections.clear();
  }

  isKnownCategory(category: number): boolean {
    return category < this.#knownCategories;
  }

  countMonth(month: MonthIndex, rows: number): void {
    this.#months[month - FIRST_MONTH] += rows;
  }

  monthRows(): MonthRows {
    const rows: MonthRows = {};
    for (let at = 0; at < this.#months.length; at++) {
      if (this.#months[at] > 0) rows[FIRST_MONTH + at] = this.#months[at];
    }
    return rows;
  }

  /** First and last day of rows that were used; null when none had a date. */
  days(): readonly [first: DayNumber, last: DayNumber] | null {
    return this.#lastDay === 0 ? null : [this.#firstDay, this.#lastDay];
  }

  /** Takes `this.row`, which is in order. */
  accept(line: Line): void {
    const { row } = this;
    const { client, currency, day, amount } = row;
    this.tallyRow(currency, day, amount);
    if (row.transfer) this.addTransfer(client, row.row, currency, monthOf(day), amount);
    else this.addSpend(client, row.row, currency, monthOf(day), amount);
    if (row.typeTrait !== NO_TRAIT) this.addTrait(row.client, row.typeTrait);
    if (row.productTrait !== NO_TRAIT) this.addTrait(row.client, row.productTrait);
    if (row.unknownCategory >= 0) note(this.unknownCategories, row.unknownCategory, line);
    if (row.unknownType >= 0) note(this.unknownTypes, row.unknownType, line);
    if (row.unknownDirection >= 0) note(this.unknownDirections, row.unknownDirection, line);
    this.compare(line);
  }

  addSpend(
    client: ClientIndex,
    category: number,
    currency: number,
    month: MonthIndex,
    amount: Tiyn,
  ): void {
    this.aggregates.addSpend(client, category, currency, month, amount);
  }

  addTransfer(
    client: ClientIndex,
    column: number,
    currency: number,
    month: MonthIndex,
    amount: Tiyn,
  ): void {
    this.aggregates.addTransfer(client, column, currency, month, amount);
  }

  /** Enters a row that is used into the books of the range. */
  tallyRow(currency: number, day: DayNumber, amount: Tiyn): void {
    this.tally.used++;
    this.tally.sums.add(currency, amount);
    if (day === UNDATED_DAY) return;
    this.countMonth(monthOf(day), 1);
    this.seeDays(day, day);
  }

  seeDays(first: DayNumber, last: DayNumber): void {
    if (first < this.#firstDay) this.#firstDay = first;
    if (last > this.#lastDay) this.#lastDay = last;
  }

  addTrait(client: ClientIndex, trait: number): void {
    this.aggregates.traitSets.add(client, trait);
  }

  /** Whether anything comes of rows that are in order. */
  get addsUp(): boolean {
    return true;
  }

  /** Whether rows of this file are told apart: else nobody needs to fill `row` to compare it. */
  get compares(): boolean {
    return !this.fingerprints.overfull;
  }

  /** Reports `this.row` if an equal one was there before. */
  compare(line: Line): void {
    if (this.compares && this.#seenBefore()) this.tally.report('identical-row', line);
  }

  /** Two hashes of everything that was read of the row, each over all of it. */
  #seenBefore(): boolean {
    const { row } = this;
    const amountHigh = Math.floor(row.amount / 0x1_0000_0000);
    let a = 0x9e3779b1;
    let b = 0x85ebca6b;
    a = mixed(a, row.client);
    b = mixed(b, row.amount | 0);
    a = mixed(a, row.amount | 0);
    b = mixed(b, row.client);
    a = mixed(a, amountHigh);
    b = mixed(b, row.row);
    a = mixed(a, row.row);
    b = mixed(b, amountHigh);
    a = mixed(a, row.day);
    b = mixed(b, row.stamp);
    a = mixed(a, row.stamp);
    b = mixed(b, row.day);
    const words = Math.imul(row.productTrait, 0x27d4eb2f) ^ Math.imul(row.typeTrait, 0x165667b1);
    const rest = words ^ Math.imul(row.currency, 0x2545f491);
    return this.fingerprints.add(mixed(a, rest), mixed(b, ~rest));
  }
}

/** One step of a hash: bijective in either argument, so that no two rows meet by construction. */
const mixed = (hash: number, value: number): number => {
  let h = Math.imul(hash ^ value, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35);
  return h ^ (h >>> 13);
};

/** Counts a row with an unknown word. */
export const note = (words: Map<number, UnknownWord>, id: number, line: Line): void => {
  const word = words.get(id);
  if (word) word.count++;
  else words.set(id, { line, count: 1 });
};
