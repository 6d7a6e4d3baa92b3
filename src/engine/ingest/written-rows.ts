import type { ClientIndex, Line, Tiyn } from '../kernel/units.ts';
import { CATEGORY, CURRENCY, DIRECTION, PRODUCT, TYPE } from './column-roles.ts';
import { monthOf, UNDATED_DAY } from './day-number.ts';
import type { KernelMemory } from './kernel-memory.ts';
import { note, type OperationSink } from './operation-sink.ts';
import { NO_TRAIT, type Words } from './words.ts';

/** A row in the module's memory, in 32-bit words: assembly/row.ts. */
const ROW = 16;
const CLIENT = 0;
const DAY = 1;
const STAMP = 2;
const ORDINAL = 10;
const IS_ADDED = 11;
/** A double, in 64-bit words. */
const VALUE = 6;

/** What the dictionary of products says of an empty cell: see Words.products. */
const NO_PRODUCT = 0;
/** Rows written down at once: few enough to stay in the processor's cache. */
export const CAPACITY = 256;

/**
 * Usual rows that the module of ./fast-lane.ts has written down: those it could not add up, and all
 * rows of a file whose rows are told apart. They are handed to the sink.
 */
export class WrittenRows {
  readonly at: number;
  readonly #memory: KernelMemory;
  readonly #sink: OperationSink;
  readonly #words: Words;
  /** What rows say of columns that a file does not have. */
  readonly #blank: Int32Array;
  #transfers = false;

  constructor(memory: KernelMemory, words: Words, sink: OperationSink) {
    this.#memory = memory;
    this.#words = words;
    this.#sink = sink;
    this.#blank = blankRows(words);
    this.at = memory.allocate(CAPACITY * ROW * 4);
  }

  /** Makes ready for the rows of a file. */
  start(transfers: boolean): void {
    this.#transfers = transfers;
    this.#memory.write(this.#blank, this.at);
  }

  /** Adds those of the first so many rows that the module has left. */
  add(rows: number, firstLine: Line): void {
    const { ints, doubles } = this.#memory;
    for (let row = 0, at = this.at / 4; row < rows; row++, at += ROW) {
      if (ints[at + IS_ADDED] === 1) continue;
      const client = ints[at + CLIENT];
      const amount = doubles[(at >> 1) + VALUE];
      const line = firstLine + ints[at + ORDINAL];
      this.#sink.tally.sums.add(ints[at + CURRENCY], amount);
      if (ints[at + PRODUCT] !== NO_PRODUCT) this.#addProduct(client, ints[at + PRODUCT]);
      if (this.#transfers) this.#addTransfer(at, client, amount, line);
      else this.#addSpend(at, client, amount, line);
    }
  }

  #addSpend(at: number, client: ClientIndex, amount: Tiyn, line: Line): void {
    const { ints } = this.#memory;
    const sink = this.#sink;
    const category = this.#words.categoryOf[ints[at + CATEGORY]];
    if (!sink.isKnownCategory(category)) note(sink.unknownCategories, ints[at + CATEGORY], line);
    sink.addSpend(client, category, ints[at + CURRENCY], monthOf(ints[at + DAY]), amount);
  }

  #addTransfer(at: number, client: ClientIndex, amount: Tiyn, line: Line): void {
    const { ints } = this.#memory;
    const sink = this.#sink;
    const meaning = this.#words.usualTransfer(ints[at + TYPE], ints[at + DIRECTION])!;
    const { column, unknownType, unknownDirection, typeTrait } = meaning;
    if (unknownType >= 0) note(sink.unknownTypes, unknownType, line);
    if (unknownDirection >= 0) note(sink.unknownDirections, unknownDirection, line);
    if (typeTrait !== NO_TRAIT) sink.addTrait(client, typeTrait);
    sink.addTransfer(client, column, ints[at + CURRENCY], monthOf(ints[at + DAY]), amount);
  }

  #addProduct(client: ClientIndex, product: number): void {
    this.#sink.addTrait(client, product + NO_TRAIT);
  }

  /** Tells the first so many rows apart from those before them. */
  compare(rows: number, firstLine: Line): void {
    const { ints, doubles } = this.#memory;
    const sink = this.#sink;
    const words = this.#words;
    const { row } = sink;
    for (let kept = 0, at = this.at / 4; kept < rows; kept++, at += ROW) {
      const type = ints[at + TYPE];
      row.client = ints[at + CLIENT];
      row.row = this.#transfers
        ? words.usualTransfer(type, ints[at + DIRECTION])!.column
        : words.categoryOf[ints[at + CATEGORY]];
      row.currency = ints[at + CURRENCY];
      row.day = ints[at + DAY];
      row.stamp = ints[at + STAMP];
      row.amount = doubles[(at >> 1) + VALUE];
      row.productTrait = ints[at + PRODUCT] + NO_TRAIT;
      row.typeTrait = this.#transfers ? words.typeTrait(type) : NO_TRAIT;
      sink.compare(firstLine + ints[at + ORDINAL]);
    }
  }
}

const blankRows = (words: Words): Int32Array => {
  const blank = new Int32Array(CAPACITY * ROW);
  blank[DAY] = UNDATED_DAY;
  blank[TYPE] = words.typeWord('');
  blank[DIRECTION] = words.directionWord('');
  for (let rows = 1; rows < CAPACITY; rows *= 2) blank.copyWithin(rows * ROW, 0, rows * ROW);
  return blank;
};
