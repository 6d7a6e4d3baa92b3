import type { Aggregates } from '../features/aggregates.ts';
import { UNDATED } from '../features/cell-key.ts';
import type { ClientIndex, Line, MonthIndex, Tiyn } from '../kernel/units.ts';
import { Fingerprints } from './fingerprints.ts';
import type { MonthRows } from './month-window.ts';
import { RangeTally } from './range-tally.ts';
import { NO_TRAIT } from './words.ts';

export const DAYS = 32;

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
  /** The type when it is unknown and must be listed, else −1. */
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
  #months = new Map<MonthIndex, number>();
  firstDay = Infinity;
  lastDay = -Infinity;
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
    this.#months.clear();
    this.firstDay = Infinity;
    this.lastDay = -Infinity;
    this.unknownCategories.clear();
    this.unknownTypes.clear();
    this.unknownDirections.clear();
  }

  countMonth(month: MonthIndex): void {
    this.#months.set(month, (this.#months.get(month) ?? 0) + 1);
  }

  monthRows(): MonthRows {
    return Object.fromEntries(this.#months);
  }

  /** Takes `this.row`, which is in order. */
  accept(line: Line): void {
    const { row, aggregates } = this;
    this.tally.used++;
    this.tally.sums.add(row.currency, row.amount);
    if (row.month !== UNDATED) {
      this.countMonth(row.month);
      const day = row.month * DAYS + row.day;
      if (day < this.firstDay) this.firstDay = day;
      if (day > this.lastDay) this.lastDay = day;
    }
    if (row.transfer) {
      aggregates.addTransfer(row.client, row.row, row.currency, row.month, row.amount);
      if (row.typeTrait !== NO_TRAIT) aggregates.traitSets.add(row.client, row.typeTrait);
      if (row.unknownType >= 0) note(this.unknownTypes, row.unknownType, line);
      if (row.unknownDirection >= 0) note(this.unknownDirections, row.unknownDirection, line);
    } else {
      aggregates.addSpend(row.client, row.row, row.currency, row.month, row.amount);
      if (row.row >= this.#knownCategories) note(this.unknownCategories, row.row, line);
    }
    if (row.productTrait !== NO_TRAIT) aggregates.traitSets.add(row.client, row.productTrait);
    if (!this.fingerprints.overfull && this.#seenBefore()) this.tally.report('identical-row', line);
  }

  #seenBefore(): boolean {
    const { row } = this;
    const high = Math.floor(row.amount / 0x1_0000_0000);
    let a = Math.imul(row.client + 1, 0x9e3779b1) ^ Math.imul(row.amount | 0, 0x85ebca6b);
    a = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) ^ Math.imul(row.row + 1, 0x27d4eb2f) ^ high;
    let b =
      Math.imul(row.stamp + 1, 0xc2b2ae35) ^ Math.imul(row.month * DAYS + row.day, 0x165667b1);
    b = Math.imul(b ^ (b >>> 13), 0x9e3779b1) ^ Math.imul(row.currency + 1, 0x85ebca6b);
    b ^= Math.imul(row.productTrait + 2, 0x2545f491) ^ Math.imul(row.typeTrait + 2, 0x1b873593);
    a ^= Math.imul(b ^ (b >>> 16), 0x85ebca6b);
    b ^= Math.imul(a ^ (a >>> 16), 0xc2b2ae35);
    return this.fingerprints.add(a, b);
  }
}

const note = (words: Map<number, UnknownWord>, id: number, line: Line): void => {
  const word = words.get(id);
  if (word) word.count++;
  else words.set(id, { line, count: 1 });
};
