import type { Line } from '../kernel/units.ts';
import { ByteDictionary } from '../kernel/byte-dictionary.ts';
import type { ClientIndexDump } from './client-index.ts';
import { CATEGORY, columnRoles, CURRENCY, DIRECTION, PRODUCT, TYPE } from './column-roles.ts';
import { UNDATED_DAY } from './day-number.ts';
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

  /** Hands rows to the sink up to the first that must be reported by itself; returns how many. */
  #handOver(rows: number, firstLine: Line): number {
    const { ints, doubles } = this.#memory;
    const sink = this.#sink;
    const words = this.#words;
    const transfers = this.#transfers;
    const from = this.#rowsAt / 4;
    const end = from + rows * ROW;
    let line = firstLine;
    let decimals = 0;
    let at = from;
    for (; at < end; at += ROW, line++) {
      const client = ints[at + CLIENT];
      const type = ints[at + TYPE];
      const category = ints[at + CATEGORY];
      let column: number;
      if (transfers) {
        const meaning = words.usualTransfer(type, ints[at + DIRECTION]);
        if (meaning === null) break;
        const { unknownType, unknownDirection, typeTrait } = meaning;
        if (unknownType >= 0) note(sink.unknownTypes, unknownType, line);
        if (unknownDirection >= 0) note(sink.unknownDirections, unknownDirection, line);
        if (typeTrait !== NO_TRAIT) sink.addTrait(client, typeTrait);
        column = meaning.column;
      } else {
        column = words.categoryOf[category];
        if (!sink.isKnownCategory(column)) note(sink.unknownCategories, category, line);
      }
      const product = ints[at + PRODUCT] + NO_TRAIT;
      if (product !== NO_TRAIT) sink.addTrait(client, product);
      const amount = doubles[(at >> 1) + VALUE];
      sink.add(transfers, client, column, ints[at + CURRENCY], ints[at + DAY], amount);
      decimals += ints[at + HAS_DECIMALS];
      if (sink.compares) this.#compare(at, column, line);
    }
    const taken = (at - from) / ROW;
    sink.tally.records += taken;
    sink.tally.evidence[this.#decimals] += decimals;
    return taken;
  }

  #compare(at: number, column: number, line: Line): void {
    const { ints, doubles } = this.#memory;
    const { row } = this.#sink;
    row.client = ints[at + CLIENT];
    row.row = column;
    row.currency = ints[at + CURRENCY];
    row.day = ints[at + DAY];
    row.stamp = ints[at + STAMP];
    row.amount = doubles[(at >> 1) + VALUE];
    row.productTrait = ints[at + PRODUCT] + NO_TRAIT;
    row.typeTrait = this.#transfers ? this.#words.typeTrait(ints[at + TYPE]) : NO_TRAIT;
    this.#sink.compare(line);
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
