import type { ClientIndex, MonthIndex } from '../kernel/units.ts';
import type { Aggregates } from './aggregates.ts';
import { UNDATED, cellName } from './cell-key.ts';
import type { ClientTable } from './client-table.ts';
import { categoryRow } from './create-ledger.ts';
import type { Ledger, LedgerFrame, Trait, TransferColumn } from './ledger.ts';
import type { Population } from './population.ts';

const TIYN_PER_TENGE = 100;
const UNDATED_PERIOD = 3;

export interface PopulationOptions {
  /** KZT for one unit of each currency; rows in a currency without a rate are left out. */
  readonly fx: Readonly<Record<string, number>>;
  /** What sums are divided by; null: the distinct months of the data, or 3 without dates. */
  readonly months: number | null;
  readonly transferColumns: readonly TransferColumn[];
}

/** Aggregates made ready for reading client by client under one currency table. */
export class FrozenPopulation implements Population {
  readonly size: number;
  readonly frame: LedgerFrame;
  readonly #clients: ClientTable;
  readonly #aggregates: Aggregates;
  /** Month pages by slot; several share a slot when some rows have no date. */
  readonly #pages: readonly { readonly month: MonthIndex; readonly slot: number }[];
  readonly #cells: ClientCells;
  readonly #traitIds: readonly number[];

  constructor(clients: ClientTable, aggregates: Aggregates, options: PopulationOptions) {
    this.size = clients.size;
    this.#clients = clients;
    this.#aggregates = aggregates;

    const { months, dated } = seenMonths(aggregates);
    const slots = dated ? months : [UNDATED];
    const slotOf = (month: MonthIndex): number => (dated ? months.indexOf(month) : 0);
    const distinct = months.filter((month) => month !== UNDATED).length;

    const known = aggregates.layout.categories.length;
    const unknown = sortedIds(aggregates.categories.labels, known);
    const currencies = sortedIds(aggregates.currencies.names, 1);
    const traits = sortedIds(aggregates.traits.names, 0);
    this.#traitIds = traits.idOf;
    this.frame = {
      months: slots,
      dated,
      periodMonths: options.months ?? (distinct === 0 ? UNDATED_PERIOD : distinct),
      categories: unknown.names,
      knownCategories: known,
      transferTypes: options.transferColumns,
      currencies: currencies.names,
      traits: traits.names.map(asTrait),
    };
    this.#pages = months.map((month) => ({ month, slot: slotOf(month) }));
    const rates = aggregates.currencies.names.map((code, id) => (id === 0 ? 1 : options.fx[code]));
    this.#cells = indexByClient(aggregates, this.size, (key) => {
      const cell = cellName(key);
      return {
        transfer: cell.transfer,
        row: cell.transfer ? cell.row : unknown.idOf[cell.row],
        currency: currencies.idOf[cell.currency],
        slot: slotOf(cell.month),
        rate: rates[cell.currency],
      };
    });
  }

  open(client: ClientIndex, ledger: Ledger): void {
    const clients = this.#clients;
    ledger.client = client;
    ledger.code = clients.codes[client];
    ledger.name = clients.name(client);
    ledger.status = clients.status(client);
    ledger.city = clients.city(client);
    ledger.age = clients.age(client);
    ledger.balance = clients.balance(client) / TIYN_PER_TENGE;
    this.#readDense(client, ledger);
    this.#readSparse(client, ledger);
    ledger.traitCount = 0;
    this.#aggregates.traitSets.forEach(client, (trait) => {
      ledger.traitIds[ledger.traitCount++] = this.#traitIds[trait];
    });
  }

  #readDense(client: ClientIndex, ledger: Ledger): void {
    const { spend, transfers } = this.#aggregates;
    const slots = this.frame.months.length;
    ledger.categoryCount = this.frame.knownCategories;
    ledger.spend.fill(0);
    ledger.spendCount.fill(0);
    ledger.foreignSpend.fill(0);
    ledger.currencyCount.fill(0);
    ledger.transfers.fill(0);
    for (const { month, slot } of this.#pages) {
      const spendPage = spend.page(month);
      if (spendPage) {
        for (
          let column = 0, cell = client * spend.columns;
          column < spend.columns;
          column++, cell++
        ) {
          ledger.spend[column * slots + slot] += spendPage.get(cell) / TIYN_PER_TENGE;
        }
      }
      const transferPage = transfers.page(month);
      if (transferPage) {
        for (
          let column = 0, cell = client * transfers.columns;
          column < transfers.columns;
          column++, cell++
        ) {
          ledger.transfers[column * slots + slot] += transferPage.get(cell) / TIYN_PER_TENGE;
        }
      }
    }
    let domestic = 0;
    for (let column = 0; column < spend.columns; column++) {
      domestic += ledger.spendCount[column] = spend.count(client, column);
    }
    ledger.currencyCount[0] = domestic;
    for (let column = 0; column < transfers.columns; column++) {
      ledger.transferCount[column] = transfers.count(client, column);
    }
  }

  #readSparse(client: ClientIndex, ledger: Ledger): void {
    const cells = this.#cells;
    const slots = this.frame.months.length;
    for (let at = cells.offsets[client]; at < cells.offsets[client + 1]; at++) {
      const cell = cells.names[cells.name[at]];
      if (cell.rate === undefined) continue;
      const amount = (cells.sums[at] * cell.rate) / TIYN_PER_TENGE;
      if (cell.transfer) {
        ledger.transfers[cell.row * slots + cell.slot] += amount;
        ledger.transferCount[cell.row] += cells.counts[at];
        continue;
      }
      const row = categoryRow(ledger, cell.row);
      ledger.spend[row * slots + cell.slot] += amount;
      ledger.spendCount[row] += cells.counts[at];
      ledger.currencyCount[cell.currency] += cells.counts[at];
      if (cell.currency > 0) ledger.foreignSpend[cell.currency * slots + cell.slot] += amount;
    }
  }
}

interface ReadableCell {
  readonly transfer: boolean;
  readonly row: number;
  readonly currency: number;
  readonly slot: number;
  /** undefined: no rate is known, the cell does not count. */
  readonly rate: number | undefined;
}

/** Sparse cells grouped by client: cells of client c are [offsets[c], offsets[c + 1]). */
interface ClientCells {
  readonly offsets: Int32Array;
  readonly names: readonly ReadableCell[];
  readonly name: Int32Array;
  readonly sums: Float64Array;
  readonly counts: Float64Array;
}

const indexByClient = (
  aggregates: Aggregates,
  clients: number,
  read: (key: number) => ReadableCell,
): ClientCells => {
  // Adding doubles in one fixed order makes the converted totals the same for any order of reading.
  const keys = new Set<number>();
  const offsets = new Int32Array(clients + 1);
  aggregates.sparse.forEach((client, key) => {
    keys.add(key);
    offsets[client + 1]++;
  });
  for (let client = 0; client < clients; client++) offsets[client + 1] += offsets[client];

  const named = [...keys]
    .map((key) => ({ key, cell: read(key) }))
    .sort((a, b) => compareCells(a.cell, b.cell));
  const idOf = new Map(named.map(({ key }, id) => [key, id]));
  const size = aggregates.sparse.size;
  const name = new Int32Array(size);
  const sums = new Float64Array(size);
  const counts = new Float64Array(size);
  const next = offsets.slice(0, clients);
  aggregates.sparse.forEach((client, key, sum, count) => {
    // Insertion keeps each client's few cells in the order of their names.
    const id = idOf.get(key)!;
    let at = next[client]++;
    while (at > offsets[client] && name[at - 1] > id) {
      name[at] = name[at - 1];
      sums[at] = sums[at - 1];
      counts[at] = counts[at - 1];
      at--;
    }
    name[at] = id;
    sums[at] = sum;
    counts[at] = count;
  });
  return { offsets, names: named.map(({ cell }) => cell), name, sums, counts };
};

const compareCells = (a: ReadableCell, b: ReadableCell): number =>
  Number(a.transfer) - Number(b.transfer) ||
  a.row - b.row ||
  a.currency - b.currency ||
  a.slot - b.slot;

const seenMonths = (aggregates: Aggregates): { months: MonthIndex[]; dated: boolean } => {
  const seen = new Set([...aggregates.spend.months(), ...aggregates.transfers.months()]);
  aggregates.sparse.forEach((_, key) => seen.add(cellName(key).month));
  const months = [...seen].sort((a, b) => a - b);
  return { months, dated: months.length > 0 && !seen.has(UNDATED) };
};

/** Orders the names from `fixed` on by code units, so that ids do not depend on the order of reading. */
const sortedIds = (
  names: readonly string[],
  fixed: number,
): { names: string[]; idOf: number[] } => {
  const sorted = [...names.slice(0, fixed), ...names.slice(fixed).sort()];
  const position = new Map(sorted.map((name, id) => [name, id]));
  return { names: sorted, idOf: names.map((name) => position.get(name)!) };
};

const asTrait = (name: string): Trait => {
  const tab = name.indexOf('\t');
  return { source: name.slice(0, tab) as Trait['source'], text: name.slice(tab + 1) };
};
