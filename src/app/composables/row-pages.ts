import { shallowRef } from 'vue';

const PAGE = 100;
const KEPT = 80;
const AT_ONCE = 2;

/**
 * Rows of a list too long to hold, fetched by the hundred as they come into sight. After `reset`
 * the old rows stay in place until the first new ones arrive, so that a sort does not flash.
 */
export class RowPages<Row> {
  /** Changes when rows have arrived; read it to be told. */
  readonly version = shallowRef(0);

  readonly #fetch: (from: number, to: number) => Promise<readonly Row[]>;
  #pages = new Map<number, readonly Row[]>();
  #stale = new Map<number, readonly Row[]>();
  #wanted: number[] = [];
  readonly #underway = new Set<number>();
  #generation = 0;

  constructor(fetch: (from: number, to: number) => Promise<readonly Row[]>) {
    this.#fetch = fetch;
  }

  rowAt(index: number): Row | undefined {
    const page = Math.floor(index / PAGE);
    return (this.#pages.get(page) ?? this.#stale.get(page))?.[index % PAGE];
  }

  /** Says which rows are in sight; what was wanted before and has not started is forgotten. */
  want(first: number, last: number, count: number): void {
    const lastPage = Math.floor(Math.max(0, count - 1) / PAGE);
    const from = Math.floor(first / PAGE);
    const to = Math.min(lastPage, Math.floor(last / PAGE));
    const wanted: number[] = [];
    for (let page = from; page <= to; page += 1) wanted.push(page);
    // The neighbours, so that a wheel does not outrun the answer.
    if (to < lastPage) wanted.push(to + 1);
    if (from > 0) wanted.push(from - 1);
    this.#wanted = count === 0 ? [] : wanted;
    this.#pump();
  }

  /** Row numbers mean other rows from now on. */
  reset(): void {
    this.#generation += 1;
    if (this.#pages.size > 0) this.#stale = this.#pages;
    this.#pages = new Map();
    this.#wanted = [];
    this.#underway.clear();
  }

  #pump(): void {
    while (this.#underway.size < AT_ONCE) {
      const page = this.#wanted.shift();
      if (page === undefined) return;
      if (this.#pages.has(page) || this.#underway.has(page)) continue;
      void this.#load(page, this.#generation);
    }
  }

  async #load(page: number, generation: number): Promise<void> {
    this.#underway.add(page);
    const rows = await this.#fetch(page * PAGE, (page + 1) * PAGE);
    if (generation !== this.#generation) return;
    this.#underway.delete(page);
    this.#stale = new Map();
    this.#keep(page, rows);
    this.version.value += 1;
    this.#pump();
  }

  #keep(page: number, rows: readonly Row[]): void {
    this.#pages.set(page, rows);
    const oldest = this.#pages.keys().next().value;
    if (this.#pages.size > KEPT && oldest !== undefined) this.#pages.delete(oldest);
  }
}
