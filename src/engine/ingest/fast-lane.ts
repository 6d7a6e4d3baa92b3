import type { ClientIndex, Line } from '../kernel/units.ts';
import { ByteDictionary } from '../kernel/byte-dictionary.ts';
import type { ClientIndexDump } from './client-index.ts';
import { CATEGORY, columnRoles, CURRENCY, DIRECTION, PRODUCT, TYPE } from './column-roles.ts';
import { monthOf, UNDATED_DAY } from './day-number.ts';
import { DictionaryCopy } from './dictionary-copy.ts';
import type { FilePlan } from './file-plan.ts';
import type { KernelMemory } from './kernel-memory.ts';
import type { MonthWindow } from './month-window.ts';
import { note, type OperationSink } from './operation-sink.ts';
import { NO_TRAIT, type Words } from './words.ts';

/** A row in the module's memory, in 32-bit words: what assembly/usual-rows.ts writes. */
const ROW = 16;
const CLIENT = 0;
const DAY = 1;
const STAMP = 2;
const HAS_DECIMALS = 3;
const START = 10;
/** A double, in 64-bit words. */
const VALUE = 6;

/** What the dictionary of products says of an empty cell: see Words.products. */
const NO_PRODUCT = 0;

/** Bytes of what the module remembers of a column's last word. */
const LAST_WORD = 32;
/** Rows handed over at once: few enough to stay in the processor's cache. */
const CAPACITY = 512;
/** A plan with more columns is for the complete lane. */
const MAX_COLUMNS = 255;
const LAST_MONTH = 2101 * 12;

/** What the lane needs of its reader. */
export interface FastLaneParts {
  readonly clients: ClientIndexDump;
  readonly words: Words;
  readonly sink: OperationSink;
  readonly window: MonthWindow;
}

/**
 * The lane for the overwhelmingly usual row. A module of its own (assembly/) proves that rows are
 * usual and writes them down, some hundred at a time; here they are handed to the sink. Both stop in
 * front of the first row that needs the complete lane.
 */
export class FastLane {
  /** Lines passed by the last call. */
  lines: Line = 0;
  readonly #memory: KernelMemory;
  readonly #sink: OperationSink;
  readonly #words: Words;
  /** By role; nothing for a role that has no words. */
  readonly #dictionaries: readonly (DictionaryCopy | undefined)[];
  readonly #rolesAt: number;
  readonly #dictionariesAt: number;
  readonly #lastWordsAt: number;
  readonly #rowsAt: number;
  readonly #blankAt: number;
  #transfers = false;
  #decimals: 'point' | 'comma' = 'point';

  constructor(memory: KernelMemory, { clients, words, sink, window }: FastLaneParts) {
    this.#memory = memory;
    this.#sink = sink;
    this.#words = words;
    this.#dictionaries = dictionariesOf(words).map(
      (dictionary) => dictionary && new DictionaryCopy(memory, dictionary),
    );
    this.#rolesAt = memory.allocate(MAX_COLUMNS);
    this.#dictionariesAt = memory.allocate(MAX_COLUMNS * 4);
    this.#lastWordsAt = memory.allocate(MAX_COLUMNS * LAST_WORD);
    this.#rowsAt = memory.allocate(CAPACITY * ROW * 4);
    this.#blankAt = memory.allocate(ROW * 4);
    const others = new DictionaryCopy(memory, ByteDictionary.from(clients.others));
    const { module } = memory;
    module.setClients(memory.place(clients.direct), clients.direct.length, others.at);
    module.setMonths(window.from, Math.min(window.to, LAST_MONTH));
    module.setRows(this.#rowsAt, CAPACITY, this.#blankAt);
  }

  /** A plan whose columns need comparing is for the complete lane alone. */
  static suits(plan: FilePlan): boolean {
    return plan.twins.length === 0 && plan.headings.length <= MAX_COLUMNS;
  }

  /** Makes ready for the rows of a file. */
  start(plan: FilePlan): void {
    const memory = this.#memory;
    const roles = columnRoles(plan);
    const addresses = Int32Array.from(roles, (role) => this.#dictionaries[role]?.at ?? 0);
    memory.write(roles, this.#rolesAt);
    memory.write(addresses, this.#dictionariesAt);
    memory.write(blankRow(this.#words), this.#blankAt);
    memory.module.setPlan(
      plan.delimiter,
      plan.decimal === null ? 0 : plan.decimal.charCodeAt(0),
      roles.length,
      this.#rolesAt,
      this.#dictionariesAt,
      this.#lastWordsAt,
    );
    this.#transfers = plan.kind === 'transfers';
    this.#decimals = plan.decimal === '.' ? 'point' : 'comma';
  }

  /**
   * Takes rows that start in [start, stop) of the memory as long as they are usual; a line end
   * follows every byte before `stop`. Returns where the next row starts.
   */
  take(_memory: Uint8Array, start: number, stop: number, firstLine: Line): number {
    const { module } = this.#memory;
    for (const dictionary of this.#dictionaries) dictionary?.sync();
    this.lines = 0;
    let position = start;
    for (;;) {
      const rows = module.take(position, stop);
      const taken = this.#handOver(rows, firstLine + this.lines);
      this.lines += taken;
      if (taken < rows) return this.#startOf(taken);
      position = module.position.value;
      if (rows < CAPACITY) return position;
    }
  }

  #startOf(row: number): number {
    return this.#memory.ints[this.#rowsAt / 4 + row * ROW + START];
  }

  /**
   * Hands rows to the sink up to the first that must be reported by itself; returns how many. Loops
   * one after the other, because each is short enough to be compiled into one piece.
   */
  #handOver(rows: number, firstLine: Line): number {
    const taken = this.#transfers
      ? this.#addTransfers(rows, firstLine)
      : this.#addSpend(rows, firstLine);
    this.#tally(taken);
    if (this.#sink.compares) this.#compare(taken, firstLine);
    return taken;
  }

  #addSpend(rows: number, firstLine: Line): number {
    const { ints, doubles } = this.#memory;
    const sink = this.#sink;
    const { categoryOf } = this.#words;
    for (let row = 0, at = this.#rowsAt / 4; row < rows; row++, at += ROW) {
      const client = ints[at + CLIENT];
      const category = categoryOf[ints[at + CATEGORY]];
      if (!sink.isKnownCategory(category)) {
        note(sink.unknownCategories, ints[at + CATEGORY], firstLine + row);
      }
      this.#addProduct(client, ints[at + PRODUCT]);
      const month = monthOf(ints[at + DAY]);
      sink.addSpend(client, category, ints[at + CURRENCY], month, doubles[(at >> 1) + VALUE]);
    }
    return rows;
  }

  #addTransfers(rows: number, firstLine: Line): number {
    const { ints, doubles } = this.#memory;
    const sink = this.#sink;
    const words = this.#words;
    for (let row = 0, at = this.#rowsAt / 4; row < rows; row++, at += ROW) {
      const meaning = words.usualTransfer(ints[at + TYPE], ints[at + DIRECTION]);
      if (meaning === null) return row;
      const { column, unknownType, unknownDirection, typeTrait } = meaning;
      if (unknownType >= 0) note(sink.unknownTypes, unknownType, firstLine + row);
      if (unknownDirection >= 0) note(sink.unknownDirections, unknownDirection, firstLine + row);
      const client = ints[at + CLIENT];
      if (typeTrait !== NO_TRAIT) sink.addTrait(client, typeTrait);
      this.#addProduct(client, ints[at + PRODUCT]);
      const month = monthOf(ints[at + DAY]);
      sink.addTransfer(client, column, ints[at + CURRENCY], month, doubles[(at >> 1) + VALUE]);
    }
    return rows;
  }

  #addProduct(client: ClientIndex, product: number): void {
    if (product !== NO_PRODUCT) this.#sink.addTrait(client, product + NO_TRAIT);
  }

  #tally(rows: number): void {
    const { ints, doubles } = this.#memory;
    const sink = this.#sink;
    let decimals = 0;
    for (let row = 0, at = this.#rowsAt / 4; row < rows; row++, at += ROW) {
      decimals += ints[at + HAS_DECIMALS];
      sink.tallyRow(ints[at + CURRENCY], ints[at + DAY], doubles[(at >> 1) + VALUE]);
    }
    sink.tally.records += rows;
    sink.tally.evidence[this.#decimals] += decimals;
  }

  #compare(rows: number, firstLine: Line): void {
    const { ints, doubles } = this.#memory;
    const sink = this.#sink;
    const words = this.#words;
    const { row } = sink;
    for (let nth = 0, at = this.#rowsAt / 4; nth < rows; nth++, at += ROW) {
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
      sink.compare(firstLine + nth);
    }
  }
}

const dictionariesOf = (words: Words): (ByteDictionary | undefined)[] => {
  const byRole: (ByteDictionary | undefined)[] = new Array<undefined>(PRODUCT + 1).fill(undefined);
  byRole[CATEGORY] = words.categories;
  byRole[CURRENCY] = words.currencies;
  byRole[TYPE] = words.types;
  byRole[DIRECTION] = words.directions;
  byRole[PRODUCT] = words.products;
  return byRole;
};

/** What a row says of the columns that its file does not have. */
const blankRow = (words: Words): Int32Array => {
  const blank = new Int32Array(ROW);
  blank[DAY] = UNDATED_DAY;
  blank[TYPE] = words.typeWord('');
  blank[DIRECTION] = words.directionWord('');
  return blank;
};
