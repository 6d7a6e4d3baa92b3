import { Counts, type CountsDump } from '../kernel/counts.ts';
import { ExactSums, type ExactSumsDump } from '../kernel/exact-sums.ts';
import type { ClientIndex, MonthIndex, Tiyn } from '../kernel/units.ts';
import { UNDATED } from './cell-key.ts';
import { type IndexPair, mergeRows, NONE } from './merge-rows.ts';

/**
 * Exact sums by client, month and column, and counts by client and column. A page of a month is an
 * index, client → row of sums; rows are made when a client first needs them, so that memory goes by
 * the client-months there are, and rows of one client, read together, lie together.
 */
export class MonthPages {
  readonly clients: number;
  readonly columns: number;
  /** From the earliest month on. */
  #pages: (Int32Array | undefined)[] = [];
  #firstMonth: MonthIndex = 0;
  #undated: Int32Array | undefined;
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
    const page = this.#page(month) ?? this.#newPage(month);
    let row = page[client];
    if (row === NONE) row = page[client] = this.#sums.addRow();
    this.#sums.add(row, column, value);
    this.addCount(client, column, 1);
  }

  /** Counts rows whose sums are added by themselves. */
  addCount(client: ClientIndex, column: number, count: number): void {
    let countRow = this.#countRows[client];
    if (countRow === NONE) countRow = this.#countRows[client] = this.#counts.addRow();
    if (count === 1) this.#counts.increment(countRow, column);
    else this.#counts.add(countRow, column, count);
  }

  /** Has a page for a month from here on, whether or not anything is added to it. */
  seeMonth(month: MonthIndex): void {
    if (this.#page(month) === undefined) this.#newPage(month);
  }

  /** Adds an exact sum of any size, and counts nothing. */
  addWhole(client: ClientIndex, column: number, month: MonthIndex, value: number | bigint): void {
    const page = this.#page(month) ?? this.#newPage(month);
    if (page[client] === NONE) page[client] = this.#sums.addRow();
    this.#sums.addWhole(page[client], column, value);
  }

  /** The exact sum; a big integer only where it is kept as one. */
  wholeSum(client: ClientIndex, column: number, month: MonthIndex): number | bigint {
    const row = this.#page(month)?.[client] ?? NONE;
    return row === NONE ? 0 : this.#sums.wholeSum(row, column);
  }

  #page(month: MonthIndex): Int32Array | undefined {
    if (month === UNDATED) return this.#undated;
    const at = month - this.#firstMonth;
    return at >= 0 && at < this.#pages.length ? this.#pages[at] : undefined;
  }

  #newPage(month: MonthIndex): Int32Array {
    const page = new Int32Array(this.clients).fill(NONE);
    this.#setPage(month, page);
    return page;
  }

  #setPage(month: MonthIndex, page: Int32Array): void {
    if (month === UNDATED) {
      this.#undated = page;
      return;
    }
    if (this.#pages.length === 0) this.#firstMonth = month;
    const earlier = Math.max(0, this.#firstMonth - month);
    this.#pages = [...new Array<undefined>(earlier), ...this.#pages];
    this.#firstMonth -= earlier;
    while (this.#pages.length <= month - this.#firstMonth) this.#pages.push(undefined);
    this.#pages[month - this.#firstMonth] = page;
  }

  /** In order; the undated one first. */
  months(): MonthIndex[] {
    const dated = this.#pages.flatMap((page, at) =>
      page === undefined ? [] : [at + this.#firstMonth],
    );
    return this.#undated === undefined ? dated : [UNDATED, ...dated];
  }

  /**
   * Adds the sums of a month of so many clients from `first` on to `totals`, column c of the i-th of
   * them to `totals[offset + c × step + i]`: doubles, rounded once when a sum is beyond 2^53.
   */
  addSums(
    totals: Float64Array,
    first: ClientIndex,
    clients: number,
    month: MonthIndex,
    offset: number,
    step: number,
  ): void {
    const rows = this.#page(month)?.subarray(first, first + clients);
    if (rows !== undefined) this.#sums.addRowsTo(totals, rows, offset, step);
  }

  /** Adds the counts of so many clients, column c of the i-th of them to `totals[c × step + i]`. */
  addCounts(totals: Float64Array, first: ClientIndex, clients: number, step: number): void {
    this.#counts.addRowsTo(totals, this.#countRows.subarray(first, first + clients), step);
  }

  /** Copies a client's counts, if there are any, to the start of `counts`. */
  copyCounts(counts: Float64Array, client: ClientIndex): void {
    const row = this.#countRows[client];
    if (row !== NONE) this.#counts.copyTo(counts, row);
  }

  /** Adds all of `other`, which is used up. */
  merge(other: MonthPages): void {
    const pairs = other
      .months()
      .map((month): IndexPair => [this.#page(month) ?? this.#newPage(month), other.#page(month)!]);
    mergeRows(this.#sums, other.#sums, pairs);
    mergeRows(this.#counts, other.#counts, [[this.#countRows, other.#countRows]]);
  }

  /** A copy of so many clients from `first` on, who are clients 0, 1, 2 … there. */
  part(first: ClientIndex, clients: number): MonthPagesDump {
    const cut = (index: Int32Array): Int32Array => index.slice(first, first + clients);
    const pages = this.months().map((month) => [month, cut(this.#page(month)!)] as const);
    const countRows = cut(this.#countRows);
    return {
      ...{ clients, columns: this.columns, pages, countRows },
      sums: this.#sums.pick(
        renumber(
          pages.map(([, page]) => page),
          clients,
        ),
      ),
      counts: this.#counts.pick(renumber([countRows], clients)),
    };
  }

  dump(): MonthPagesDump {
    return {
      clients: this.clients,
      columns: this.columns,
      pages: this.months().map((month) => [month, this.#page(month)!]),
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
    for (const [month, page] of dump.pages) pages.#setPage(month, page);
    return pages;
  }
}

/**
 * Numbers the rows of some indexes anew, 0, 1, 2 …, and returns what each was called: client by client,
 * because rows of one client mostly lie together.
 */
const renumber = (indexes: readonly Int32Array[], clients: number): number[] => {
  const rows: number[] = [];
  for (let client = 0; client < clients; client++) {
    for (const index of indexes) {
      if (index[client] !== NONE) index[client] = rows.push(index[client]) - 1;
    }
  }
  return rows;
};

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
