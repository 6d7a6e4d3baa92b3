import type { ClientIndex, MonthIndex } from '../kernel/units.ts';
import type { Aggregates } from './aggregates.ts';
import { UNDATED, cellName } from './cell-key.ts';
import { type ClientCells, cellNames, groupByClient } from './client-cells.ts';
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

/**
 * Aggregates made ready for reading client by client under one currency table. What a ledger shows
 * depends on the rows alone, never on the order or the pieces in which they were read.
 */
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

    const cells = aggregates.sparse.list();
    const names = cellNames(cells);
    const months = seenMonths(aggregates, names.keys);
    const dated = months.length > 0 && !months.includes(UNDATED);
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
    this.#cells = groupByClient(cells, names, this.size, (key) => {
      const cell = cellName(key);
      return {
        transfer: cell.transfer,
        row: cell.transfer ? cell.row : unknown.idOf[cell.row],
        currency: currencies.idOf[cell.currency],
        slot: slotOf(cell.month),
        month: cell.month,
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
    ledger.language = clients.language(client);
    this.#empty(ledger);
    this.#readPages(client, ledger);
    this.#readSparse(client, ledger);
    toTenge(ledger);
    this.#readTraits(client, ledger);
  }

  #empty(ledger: Ledger): void {
    ledger.categoryCount = this.frame.knownCategories;
    ledger.spend.fill(0);
    ledger.spendCount.fill(0);
    ledger.foreignSpend.fill(0);
    ledger.currencyCount.fill(0);
    ledger.transfers.fill(0);
    ledger.transferCount.fill(0);
  }

  /** Money in the home currency is added up in tiyn, which are integers, so that no order matters. */
  #readPages(client: ClientIndex, ledger: Ledger): void {
    const { spend, transfers } = this.#aggregates;
    const slots = this.frame.months.length;
    for (let page = 0; page < this.#pages.length; page++) {
      const { month, slot } = this.#pages[page];
      spend.addSums(ledger.spend, client, month, slot, slots);
      transfers.addSums(ledger.transfers, client, month, slot, slots);
    }
    spend.copyCounts(ledger.spendCount, client);
    transfers.copyCounts(ledger.transferCount, client);
    let count = 0;
    for (let column = 0; column < spend.columns; column++) count += ledger.spendCount[column];
    ledger.currencyCount[0] = count;
  }

  #readSparse(client: ClientIndex, ledger: Ledger): void {
    const { offsets, cells, ids, sums, counts } = this.#cells;
    const slots = this.frame.months.length;
    for (let at = offsets[client]; at < offsets[client + 1]; at++) {
      const cell = cells[ids[at]];
      if (cell.rate === undefined) continue;
      const amount = sums[at] * cell.rate;
      if (cell.transfer) {
        ledger.transfers[cell.row * slots + cell.slot] += amount;
        ledger.transferCount[cell.row] += counts[at];
        continue;
      }
      const row = categoryRow(ledger, cell.row);
      ledger.spend[row * slots + cell.slot] += amount;
      ledger.spendCount[row] += counts[at];
      ledger.currencyCount[cell.currency] += counts[at];
      if (cell.currency > 0) ledger.foreignSpend[cell.currency * slots + cell.slot] += amount;
    }
  }

  #readTraits(client: ClientIndex, ledger: Ledger): void {
    ledger.traitCount = 0;
    this.#aggregates.traitSets.forEach(client, (trait) => {
      // Insertion keeps the few of them in the order of their ids.
      const id = this.#traitIds[trait];
      let at = ledger.traitCount++;
      for (; at > 0 && ledger.traitIds[at - 1] > id; at--) {
        ledger.traitIds[at] = ledger.traitIds[at - 1];
      }
      ledger.traitIds[at] = id;
    });
  }
}

const toTenge = ({ spend, foreignSpend, transfers, categoryCount, frame }: Ledger): void => {
  divide(spend, categoryCount * frame.months.length);
  divide(foreignSpend, foreignSpend.length);
  divide(transfers, transfers.length);
};

const divide = (sums: Float64Array, cells: number): void => {
  for (let at = 0; at < cells; at++) sums[at] /= TIYN_PER_TENGE;
};

const seenMonths = ({ spend, transfers }: Aggregates, keys: readonly number[]): MonthIndex[] => {
  const sparse = keys.map((key) => cellName(key).month);
  return [...new Set([...spend.months(), ...transfers.months(), ...sparse])].sort((a, b) => a - b);
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
