import type { Aggregates } from '../features/aggregates.ts';
import { UNDATED } from '../features/cell-key.ts';
import type { ClientIndex, Line, MonthIndex, Tiyn } from '../kernel/units.ts';
import { Fingerprints } from './fingerprints.ts';
import type { MonthRows } from './month-window.ts';
import { RangeTally } from './range-tally.ts';
import { NO_TRAIT } from './words.ts';

export const DAYS = 32;
/** Dates are of the years 1990 to 2100. */
const FIRST_MONTH = 1990 * 12;
const MONTHS = 2101 * 12 - FIRST_MONTH;
/** Later than any. A small integer, unlike Infinity. */
const NO_DAY = 2101 * 12 * DAYS;

/** One row, read: reused for all rows, so that both lanes hand over the same thing and allocate nothing. */
export class OperationRow {
  client: ClientIndex = 0;
  transfer = false;
  /** Category id, or transfer column. */
  row = 0;
  currency = 0;
  month: MonthIndex = UNDATED;
  day = 0;
  /** Tells times of one day apart. */
  stamp = 0;
  amount: Tiyn = 0;
  typeTrait = NO_TRAIT;
  productTrait = NO_TRAIT;
  /** The words of the row that are unknown and must be listed, else −1. */
  unknownCategory = -1;
  unknownType = -1;
  unknownDirection = -1;
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
  readonly #months = new Float64Array(MONTHS);
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

  countMonth(month: MonthIndex): void {
    this.#months[month - FIRST_MONTH]++;
  }

  monthRows(): MonthRows {
    const rows: MonthRows = {};
    this.#months.forEach((count, at) => {
      if (count > 0) rows[FIRST_MONTH + at] = count;
    });
    return rows;
  }

  /** First and last day of rows that were used; null when none had a date. */
  days(): readonly [first: number, last: number] | null {
    return this.#lastDay === 0 ? null : [this.#firstDay, this.#lastDay];
  }

  /** Takes `this.row`, which is in order. */
  accept(line: Line): void {
    const { row, aggregates } = this;
    this.tally.used++;
    this.tally.sums.add(row.currency, row.amount);
    if (row.month !== UNDATED) {
      this.countMonth(row.month);
      const day = row.month * DAYS + row.day;
      if (day < this.#firstDay) this.#firstDay = day;
      if (day > this.#lastDay) this.#lastDay = day;
    }
    if (row.transfer) {
      aggregates.addTransfer(row.client, row.row, row.currency, row.month, row.amount);
      if (row.typeTrait !== NO_TRAIT) aggregates.traitSets.add(row.client, row.typeTrait);
      if (row.unknownType >= 0) note(this.unknownTypes, row.unknownType, line);
      if (row.unknownDirection >= 0) note(this.unknownDirections, row.unknownDirection, line);
    } else {
      aggregates.addSpend(row.client, row.row, row.currency, row.month, row.amount);
      if (row.unknownCategory >= 0) note(this.unknownCategories, row.unknownCategory, line);
    }
    if (row.productTrait !== NO_TRAIT) aggregates.traitSets.add(row.client, row.productTrait);
    if (!this.fingerprints.overfull && this.#seenBefore()) this.tally.report('identical-row', line);
  }

  /** Two hashes of everything that was read of the row, each over all of it. */
  #seenBefore(): boolean {
    const { row } = this;
    const amountHigh = Math.floor(row.amount / 0x1_0000_0000);
    const day = row.month * DAYS + row.day;
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
    a = mixed(a, day);
    b = mixed(b, row.stamp);
    a = mixed(a, row.stamp);
    b = mixed(b, day);
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

const note = (words: Map<number, UnknownWord>, id: number, line: Line): void => {
  const word = words.get(id);
  if (word) word.count++;
  else words.set(id, { line, count: 1 });
};
