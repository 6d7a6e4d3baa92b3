import type { ClientIndex, MonthIndex } from '../kernel/units.ts';
import type { Aggregates } from './aggregates.ts';
import { UNDATED, cellName } from './cell-key.ts';
import { takeLedger } from './block-ledger.ts';
import { createBlock, type ClientBlock } from './client-block.ts';
import { cellNames, groupByClient } from './client-cells.ts';
import type { ClientTable } from './client-table.ts';
import type { Ledger, LedgerFrame, Trait, TransferColumn } from './ledger.ts';
import type { Population } from './population.ts';
import { cutPart, type PopulationPart } from './population-part.ts';
import { layOpen, type PopulationTables, type TableNames } from './population-tables.ts';

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
  readonly names: TableNames;
  readonly #clients: ClientTable;
  readonly #tables: PopulationTables;
  readonly #one: ClientBlock;

  constructor(clients: ClientTable, aggregates: Aggregates, options: PopulationOptions) {
    this.size = clients.size;
    this.#clients = clients;

    const sparse = aggregates.sparse.list();
    const keys = cellNames(sparse);
    const months = seenMonths(aggregates, keys.keys);
    const dated = months.length > 0 && !months.includes(UNDATED);
    const slots = dated ? months : [UNDATED];
    const slotOf = (month: MonthIndex): number => (dated ? months.indexOf(month) : 0);
    const distinct = months.filter((month) => month !== UNDATED).length;

    const known = aggregates.layout.categories.length;
    const unknown = sortedIds(aggregates.categories.labels, known);
    const currencies = sortedIds(aggregates.currencies.names, 1);
    const traits = sortedIds(aggregates.traits.names, 0);
    const rates = aggregates.currencies.names.map((code, id) => (id === 0 ? 1 : options.fx[code]));
    const { cells, names } = groupByClient(sparse, keys, this.size, (key) => {
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
    this.#tables = {
      profiles: clients.profiles(),
      spend: aggregates.spend,
      transfers: aggregates.transfers,
      cells,
      traits: aggregates.traitSets,
    };
    this.names = {
      frame: {
        months: slots,
        dated,
        periodMonths: options.months ?? (distinct === 0 ? UNDATED_PERIOD : distinct),
        categories: unknown.names,
        knownCategories: known,
        transferTypes: options.transferColumns,
        currencies: currencies.names,
        traits: traits.names.map(asTrait),
      },
      pages: months.map((month) => ({ month, slot: slotOf(month) })),
      cells: names,
      traits: traits.idOf,
      statuses: clients.statuses.names,
    };
    this.#one = createBlock(this.frame, 1);
  }

  get frame(): LedgerFrame {
    return this.names.frame;
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
    layOpen(this.#tables, this.names, first, clients, block);
  }

  /** A copy of some clients, for another thread. */
  part(first: ClientIndex, clients: number): PopulationPart {
    return cutPart(this.#tables, first, clients);
  }
}

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
