import { addColumn } from '../kernel/columns.ts';
import type { ClientIndex, MonthIndex } from '../kernel/units.ts';
import type { Aggregates } from './aggregates.ts';
import { UNDATED, cellName } from './cell-key.ts';
import { takeLedger } from './block-ledger.ts';
import { addTrait, createBlock, emptyBlock, type ClientBlock } from './client-block.ts';
import { type ClientCells, cellNames, groupByClient, type ReadableCell } from './client-cells.ts';
import type { ClientTable } from './client-table.ts';
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
 * Aggregates made ready for reading under one currency table, one client or many at a time. What is read
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
  readonly #one: ClientBlock;

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
    this.#one = createBlock(this.frame, 1);
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
    this.openMany(client, 1, this.#one);
    takeLedger(this.#one, 0, ledger);
    ledger.client = client;
    ledger.code = clients.codes[client];
    ledger.name = clients.name(client);
    ledger.city = clients.city(client);
    ledger.language = clients.language(client);
  }

  openMany(first: ClientIndex, clients: number, block: ClientBlock): void {
    emptyBlock(block, clients);
    this.#readProfiles(first, block);
    this.#readPages(first, block);
    this.#readSparse(first, block);
    toTenge(block);
    this.#readTraits(first, block);
  }

  #readProfiles(first: ClientIndex, { clients, status, age, balance }: ClientBlock): void {
    const table = this.#clients;
    for (let i = 0; i < clients; i++) {
      status[i] = table.status(first + i);
      age[i] = table.age(first + i);
      balance[i] = table.balance(first + i);
    }
  }

  /** Money in the home currency is added up in tiyn, which are integers, so that no order matters. */
  #readPages(first: ClientIndex, block: ClientBlock): void {
    const { spend, transfers } = this.#aggregates;
    const { clients, stride, spendCount, currencyCount } = block;
    const step = this.frame.months.length * stride;
    for (const { month, slot } of this.#pages) {
      spend.addSums(block.spend, first, clients, month, slot * stride, step);
      transfers.addSums(block.transfers, first, clients, month, slot * stride, step);
    }
    spend.addCounts(spendCount, first, clients, stride);
    transfers.addCounts(block.transferCount, first, clients, stride);
    for (let at = 0; at < spendCount.length; at += stride) {
      addColumn(currencyCount, 0, spendCount, at, clients);
    }
  }

  #readSparse(first: ClientIndex, block: ClientBlock): void {
    const { offsets, cells, ids, sums, counts } = this.#cells;
    const { own } = block;
    for (let i = 0; i < block.clients; i++) {
      for (let at = offsets[first + i]; at < offsets[first + i + 1]; at++) {
        addCell(block, i, cells[ids[at]], sums[at], counts[at]);
      }
      own.close(i);
    }
  }

  #readTraits(first: ClientIndex, block: ClientBlock): void {
    const { traitSets } = this.#aggregates;
    for (let i = 0; i < block.clients; i++) {
      traitSets.forEach(first + i, (trait) => addTrait(block, i, this.#traitIds[trait]));
    }
  }
}

/** Adds a sparse cell, in tiyn, to client i: what has no rate does not count. */
const addCell = (
  block: ClientBlock,
  i: number,
  { transfer, row, slot, currency, rate }: ReadableCell,
  sum: number,
  count: number,
): void => {
  if (rate === undefined) return;
  const { frame, stride, own, spend, spendCount } = block;
  const slots = frame.months.length;
  const amount = sum * rate;
  if (transfer) {
    block.transfers[(row * slots + slot) * stride + i] += amount;
    block.transferCount[row * stride + i] += count;
    return;
  }
  if (row < frame.knownCategories) {
    spend[(row * slots + slot) * stride + i] += amount;
    spendCount[row * stride + i] += count;
  } else {
    const ownRow = own.rowOf(i, row);
    own.spend[ownRow * slots + slot] += amount;
    own.counts[ownRow] += count;
  }
  block.currencyCount[currency * stride + i] += count;
  if (currency > 0) block.foreignSpend[(currency * slots + slot) * stride + i] += amount;
};

const toTenge = ({ balance, spend, own, foreignSpend, transfers }: ClientBlock): void => {
  divide(balance, balance.length);
  divide(spend, spend.length);
  divide(own.spend, own.size * own.slots);
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
