import { Counts, type CountsDump } from '../kernel/counts.ts';
import { ExactSums, type ExactSumsDump } from '../kernel/exact-sums.ts';
import type { ClientIndex, MonthIndex, Tiyn } from '../kernel/units.ts';

/** A page of one month is worth its memory once it is small or this share of clients has rows in it. */
const SMALL_PAGE_CELLS = 1 << 20;
const DENSE_SHARE = 8;

/** Dense tables [client × column] of exact sums, one a month, and one table of counts for all months. */
export class MonthPages {
  readonly clients: number;
  readonly columns: number;
  /** By month + 1, so that undated rows have a page too. */
  readonly #pages: (ExactSums | undefined)[] = [];
  /** Rows of months that have no page yet. */
  readonly #waiting = new Map<MonthIndex, number>();
  readonly #counts: Counts;

  constructor(clients: number, columns: number, counts = new Counts(clients * columns)) {
    this.clients = clients;
    this.columns = columns;
    this.#counts = counts;
  }

  /** False when the cell is not dense: an unknown column, or a month with too few rows for a page. */
  add(client: ClientIndex, column: number, month: MonthIndex, value: Tiyn): boolean {
    if (column >= this.columns) return false;
    const page = this.#pages[month + 1] ?? this.#newPage(month);
    if (page === undefined) return false;
    const cell = client * this.columns + column;
    page.add(cell, value);
    this.#counts.increment(cell);
    return true;
  }

  #newPage(month: MonthIndex): ExactSums | undefined {
    const cells = this.clients * this.columns;
    if (cells > SMALL_PAGE_CELLS) {
      const waiting = (this.#waiting.get(month) ?? 0) + 1;
      this.#waiting.set(month, waiting);
      if (waiting * DENSE_SHARE < this.clients) return undefined;
    }
    return (this.#pages[month + 1] = new ExactSums(cells));
  }

  months(): MonthIndex[] {
    return this.#pages.flatMap((page, at) => (page === undefined ? [] : [at - 1]));
  }

  page(month: MonthIndex): ExactSums | undefined {
    return this.#pages[month + 1];
  }

  /** Rows of one client in one column that lie in dense pages. */
  count(client: ClientIndex, column: number): number {
    return this.#counts.get(client * this.columns + column);
  }

  merge(other: MonthPages): void {
    for (const month of other.months()) {
      const page = (this.#pages[month + 1] ??= new ExactSums(this.clients * this.columns));
      page.merge(other.#pages[month + 1]!);
    }
    this.#counts.merge(other.#counts);
  }

  dump(): MonthPagesDump {
    return {
      clients: this.clients,
      columns: this.columns,
      pages: this.months().map((month) => [month, this.#pages[month + 1]!.dump()]),
      counts: this.#counts.dump(),
    };
  }

  static from(dump: MonthPagesDump): MonthPages {
    const pages = new MonthPages(dump.clients, dump.columns, Counts.from(dump.counts));
    for (const [month, page] of dump.pages) pages.#pages[month + 1] = ExactSums.from(page);
    return pages;
  }
}

export interface MonthPagesDump {
  readonly clients: number;
  readonly columns: number;
  readonly pages: readonly (readonly [MonthIndex, ExactSumsDump])[];
  readonly counts: CountsDump;
}
