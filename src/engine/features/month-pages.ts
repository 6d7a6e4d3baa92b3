import { Counts, type CountsDump } from '../kernel/counts.ts';
import { ExactSums, type ExactSumsDump } from '../kernel/exact-sums.ts';
import type { ClientIndex, MonthIndex, Tiyn } from '../kernel/units.ts';
import { type IndexPair, mergeRows, NONE } from './merge-rows.ts';

/**
 * Exact sums by client, month and column, and counts by client and column. A page of a month is an
 * index, client → row of sums; rows are made when a client first needs them, so that memory goes by
 * the client-months there are, and rows of one client, read together, lie together.
 */
export class MonthPages {
  readonly clients: number;
  readonly columns: number;
  /** By month + 1, so that undated rows have a page too. */
  readonly #pages: (Int32Array | undefined)[] = new Array<undefined>(PAGES);
  readonly #sums: ExactSums;
  readonly #countRows: Int32Array;
  readonly #counts: Counts;

  constructor(clients: number, columns: number, tables = emptyTables(clients, columns)) {
    this.clients = clients;
    this.columns = columns;
    this.#sums = tables.sums;
    this.#countRows = tables.countRows;
    this.#counts = tables.counts;
  }

  add(client: ClientIndex, column: number, month: MonthIndex, value: Tiyn): void {
    const page = this.#pages[month + 1] ?? this.#newPage(month);
    let row = page[client];
    if (row === NONE) row = page[client] = this.#sums.addRow();
    this.#sums.add(row, column, value);
    let countRow = this.#countRows[client];
    if (countRow === NONE) countRow = this.#countRows[client] = this.#counts.addRow();
    this.#counts.increment(countRow, column);
  }

  #newPage(month: MonthIndex): Int32Array {
    return (this.#pages[month + 1] = new Int32Array(this.clients).fill(NONE));
  }

  months(): MonthIndex[] {
    return this.#pages.flatMap((page, at) => (page === undefined ? [] : [at - 1]));
  }

  /** The row of a client's sums in a month, for `sum`; −1 when nothing was added there. */
  row(client: ClientIndex, month: MonthIndex): number {
    return this.#pages[month + 1]?.[client] ?? NONE;
  }

  /** A double, rounded once when the exact sum is beyond 2^53. */
  sum(row: number, column: number): Tiyn {
    return this.#sums.get(row, column);
  }

  count(client: ClientIndex, column: number): number {
    const row = this.#countRows[client];
    return row === NONE ? 0 : this.#counts.get(row, column);
  }

  /** Adds all of `other`, which is used up. */
  merge(other: MonthPages): void {
    const pairs = other
      .months()
      .map((month): IndexPair => [
        this.#pages[month + 1] ?? this.#newPage(month),
        other.#pages[month + 1]!,
      ]);
    mergeRows(this.#sums, other.#sums, pairs);
    mergeRows(this.#counts, other.#counts, [[this.#countRows, other.#countRows]]);
  }

  dump(): MonthPagesDump {
    return {
      clients: this.clients,
      columns: this.columns,
      pages: this.months().map((month) => [month, this.#pages[month + 1]!]),
      sums: this.#sums.dump(),
      countRows: this.#countRows,
      counts: this.#counts.dump(),
    };
  }

  static from(dump: MonthPagesDump): MonthPages {
    const pages = new MonthPages(dump.clients, dump.columns, {
      sums: ExactSums.from(dump.sums),
      countRows: dump.countRows,
      counts: Counts.from(dump.counts),
    });
    for (const [month, page] of dump.pages) pages.#pages[month + 1] = page;
    return pages;
  }
}

/** Months up to the year 2100, and the undated one. */
const PAGES = 2101 * 12 + 1;

interface Tables {
  readonly sums: ExactSums;
  readonly countRows: Int32Array;
  readonly counts: Counts;
}

const emptyTables = (clients: number, columns: number): Tables => ({
  sums: new ExactSums(columns),
  countRows: new Int32Array(clients).fill(NONE),
  counts: new Counts(columns),
});

export interface MonthPagesDump {
  readonly clients: number;
  readonly columns: number;
  readonly pages: readonly (readonly [MonthIndex, Int32Array])[];
  readonly sums: ExactSumsDump;
  readonly countRows: Int32Array;
  readonly counts: CountsDump;
}
