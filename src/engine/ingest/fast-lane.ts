import type { Line, MonthIndex } from '../kernel/units.ts';
import { ByteDictionary } from '../kernel/byte-dictionary.ts';
import type { CodeIndexDump } from '../features/code-index.ts';
import { CATEGORY, columnRoles, CURRENCY, DIRECTION, PRODUCT, TYPE } from './column-roles.ts';
import { monthOf } from './day-number.ts';
import { DictionaryCopy } from './dictionary-copy.ts';
import type { FilePlan } from './file-plan.ts';
import type { KernelMemory } from './kernel-memory.ts';
import { KernelSums } from './kernel-sums.ts';
import { FIRST_MONTH, LAST_MONTH, type MonthWindow } from './month-window.ts';
import type { OperationSink } from './operation-sink.ts';
import { RowMeanings } from './row-meanings.ts';
import type { Words } from './words.ts';
import { CAPACITY, WrittenRows } from './written-rows.ts';

/** What the module does with usual rows: nothing, adds them up, also writes all of them down. */
const PROVE = 0;
const ADD = 1;
const KEEP = 2;

/** The currency of what the module adds up. */
const HOME = 0;

/** Bytes of what the module remembers of a column's last cell. */
const LAST_CELL = 32;
/** A plan with more columns is for the complete lane. */
const MAX_COLUMNS = 255;

/** What the lane needs of its reader. */
export interface FastLaneParts {
  readonly clients: CodeIndexDump;
  readonly words: Words;
  readonly sink: OperationSink;
  readonly window: MonthWindow;
}

/**
 * The lane for the overwhelmingly usual row. A module of its own (assembly/) proves that rows are
 * usual and adds them up, and stops in front of the first one that is not. What it has no place for it
 * writes down: ./written-rows.ts.
 */
export class FastLane {
  /** Lines passed by the last call. */
  lines: Line = 0;
  readonly #memory: KernelMemory;
  readonly #sink: OperationSink;
  readonly #meanings: RowMeanings;
  readonly #rows: WrittenRows;
  /** null where nothing comes of rows that are in order. */
  readonly #sums: KernelSums | null;
  /** By role; nothing for a role that has no words. */
  readonly #dictionaries: readonly (DictionaryCopy | undefined)[];
  readonly #rolesAt: number;
  readonly #dictionariesAt: number;
  readonly #lastCellsAt: number;
  readonly #monthRowsAt: number;
  readonly #firstMonth: MonthIndex;
  #decimals: 'point' | 'comma' = 'point';

  constructor(memory: KernelMemory, { clients, words, sink, window }: FastLaneParts) {
    this.#memory = memory;
    this.#sink = sink;
    const months = {
      from: Math.max(window.from, FIRST_MONTH),
      to: Math.min(window.to, LAST_MONTH),
    };
    this.#firstMonth = months.from;
    this.#meanings = new RowMeanings(memory, words, sink);
    this.#rows = new WrittenRows(memory, words, sink);
    this.#sums = sink.addsUp ? new KernelSums(memory, sink.aggregates, months) : null;
    this.#dictionaries = dictionariesOf(words).map(
      (dictionary) => dictionary && new DictionaryCopy(memory, dictionary),
    );
    this.#rolesAt = memory.allocate(MAX_COLUMNS);
    this.#dictionariesAt = memory.allocate(MAX_COLUMNS * 4);
    this.#lastCellsAt = memory.allocate(MAX_COLUMNS * LAST_CELL);
    this.#monthRowsAt = memory.allocate((months.to - months.from + 2) * 4);
    const others = new DictionaryCopy(memory, ByteDictionary.from(clients.others));
    const { module } = memory;
    module.setClients(memory.place(clients.direct), clients.direct.length, others.at);
    module.setMonths(months.from, months.to);
    module.setMonthBefore(months.from - 1);
    module.setRows(this.#rows.at, CAPACITY);
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
    const { module } = memory;
    module.setDialect(plan.delimiter, plan.decimal === null ? 0 : plan.decimal.charCodeAt(0));
    module.setPlan(roles.length, this.#rolesAt, this.#dictionariesAt, this.#lastCellsAt);
    const transfers = plan.kind === 'transfers';
    module.setTask(this.#task, this.#monthRowsAt);
    this.#meanings.start(transfers);
    this.#sums?.start(transfers);
    this.#rows.start(transfers);
    this.#decimals = plan.decimal === '.' ? 'point' : 'comma';
  }

  get #task(): number {
    if (this.#sums === null) return PROVE;
    return this.#sink.compares ? KEEP : ADD;
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
      const kept = module.take(position, stop);
      this.#enter();
      this.#rows.add(kept, firstLine + this.lines);
      if (this.#sink.compares) this.#rows.compare(kept, firstLine + this.lines);
      this.lines += module.passed.value;
      position = module.position.value;
      if (!this.#serve() && kept < CAPACITY) return position;
    }
  }

  /** Gives the module what it needs to go on; false when that is nothing. */
  #serve(): boolean {
    const word = this.#memory.module.unknownWord.value;
    if (word < 0) return this.#sums?.serve() ?? false;
    this.#meanings.tell(word);
    return true;
  }

  /** Enters what the module has taken into the books of the range. */
  #enter(): void {
    const { passed, decimals, homeSum, firstDay, lastDay } = this.#memory.module;
    const { tally } = this.#sink;
    tally.records += passed.value;
    if (this.#sums === null) return;
    tally.used += passed.value;
    tally.sums.add(HOME, homeSum.value);
    tally.evidence[this.#decimals] += decimals.value;
    if (lastDay.value === 0) return;
    this.#sink.seeDays(firstDay.value, lastDay.value);
    this.#countMonths(monthOf(firstDay.value), monthOf(lastDay.value));
  }

  #countMonths(first: MonthIndex, last: MonthIndex): void {
    const { ints } = this.#memory;
    for (let month = first; month <= last; month++) {
      const at = this.#monthRowsAt / 4 + month - this.#firstMonth + 1;
      if (ints[at] > 0) this.#sink.countMonth(month, ints[at]);
      ints[at] = 0;
    }
  }

  /** Adds what lies in the module's memory to the sink's aggregates. */
  finish(): void {
    this.#sums?.handOver();
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
