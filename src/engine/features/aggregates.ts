import type { ClientIndex, MonthIndex, Tiyn } from '../kernel/units.ts';
import { cellKey, cellName } from './cell-key.ts';
import { MonthPages, type MonthPagesDump } from './month-pages.ts';
import { Registry, SpellingRegistry } from './registry.ts';
import { SpellingLists, type SpellingsDump } from './spelling-lists.ts';
import { SparseCells, type SparseCellsDump } from './sparse-cells.ts';
import { TraitSets, type TraitSetsDump } from './trait-sets.ts';

/** A category's label, and the key that is equal for all its spellings. */
export interface Category {
  readonly key: string;
  readonly label: string;
}

/** How many clients, official categories and transfer columns a set of aggregates is laid out for. */
export interface Layout {
  readonly clients: number;
  /** Keys of the official categories: what spellings are told apart by. */
  readonly categories: readonly Category[];
  readonly transferColumns: number;
}

/** Currency 0: the one whose sums are kept dense. */
export const KZT = 'KZT';

/**
 * What remains of the rows: per client and month, exact sums by category and by transfer type, and
 * counts. A monoid: the empty aggregates are its zero and `merge` its operation, so chunks, files,
 * workers and machines may be combined in any order.
 *
 * Official categories and transfers in tenge live in pages, one a month; foreign money and unknown
 * categories in sparse cells. Client indices mean the same client in everything merged.
 */
export class Aggregates {
  readonly categories = new SpellingRegistry();
  readonly currencies = new Registry([KZT]);
  /** Names are `product` or `type`, a tab, and the text as it stands in the row. */
  readonly traits = new Registry();
  /** What stood in the columns of words, to tell words from free text. */
  readonly spellings: SpellingLists;
  readonly spend: MonthPages;
  readonly transfers: MonthPages;
  readonly sparse: SparseCells;
  readonly traitSets: TraitSets;
  readonly layout: Layout;

  constructor(layout: Layout, tables: Tables = emptyTables(layout)) {
    this.layout = layout;
    this.spellings = tables.spellings;
    for (const { key, label } of layout.categories) this.categories.idOf(key, label);
    this.spend = tables.spend;
    this.transfers = tables.transfers;
    this.sparse = tables.sparse;
    this.traitSets = tables.traitSets;
  }

  addSpend(
    client: ClientIndex,
    category: number,
    currency: number,
    month: MonthIndex,
    value: Tiyn,
  ): void {
    if (currency === 0 && category < this.spend.columns) {
      this.spend.add(client, category, month, value);
    } else {
      this.sparse.add(client, cellKey(false, category, currency, month), value, 1);
    }
  }

  addTransfer(
    client: ClientIndex,
    column: number,
    currency: number,
    month: MonthIndex,
    value: Tiyn,
  ): void {
    if (currency === 0) this.transfers.add(client, column, month, value);
    else this.sparse.add(client, cellKey(true, column, currency, month), value, 1);
  }

  /** Adds all of `other`, which is used up; it may have met new names in another order. */
  merge(other: Aggregates): void {
    const categories = other.categories.keys.map((key, id) =>
      this.categories.idOf(key, other.categories.labels[id]),
    );
    const currencies = other.currencies.names.map((name) => this.currencies.idOf(name));
    const traits = other.traits.names.map((name) => this.traits.idOf(name));
    this.spellings.merge(other.spellings);
    this.spend.merge(other.spend);
    this.transfers.merge(other.transfers);
    this.traitSets.merge(other.traitSets, traits);
    this.sparse.merge(other.sparse, (key) => {
      const cell = cellName(key);
      const row = cell.transfer ? cell.row : categories[cell.row];
      return cellKey(cell.transfer, row, currencies[cell.currency], cell.month);
    });
  }

  dump(): AggregatesDump {
    return {
      layout: this.layout,
      categories: this.categories.keys.map((key, id) => ({
        key,
        label: this.categories.labels[id],
      })),
      currencies: this.currencies.names,
      traits: this.traits.names,
      spellings: this.spellings.dump(),
      spend: this.spend.dump(),
      transfers: this.transfers.dump(),
      sparse: this.sparse.dump(),
      traitSets: this.traitSets.dump(),
    };
  }

  static from(dump: AggregatesDump): Aggregates {
    const aggregates = new Aggregates(dump.layout, {
      spellings: new SpellingLists(dump.spellings),
      spend: MonthPages.from(dump.spend),
      transfers: MonthPages.from(dump.transfers),
      traitSets: TraitSets.from(dump.traitSets),
      sparse: SparseCells.from(dump.sparse),
    });
    for (const { key, label } of dump.categories) aggregates.categories.idOf(key, label);
    for (const name of dump.currencies) aggregates.currencies.idOf(name);
    for (const name of dump.traits) aggregates.traits.idOf(name);
    return aggregates;
  }
}

interface Tables {
  readonly spellings: SpellingLists;
  readonly spend: MonthPages;
  readonly transfers: MonthPages;
  readonly sparse: SparseCells;
  readonly traitSets: TraitSets;
}

const emptyTables = (layout: Layout): Tables => ({
  spellings: new SpellingLists(),
  spend: new MonthPages(layout.clients, layout.categories.length),
  transfers: new MonthPages(layout.clients, layout.transferColumns),
  sparse: new SparseCells(),
  traitSets: new TraitSets(layout.clients),
});

/** What crosses a worker boundary: plain data whose buffers may be transferred. */
export interface AggregatesDump {
  readonly layout: Layout;
  readonly categories: readonly Category[];
  readonly currencies: readonly string[];
  readonly traits: readonly string[];
  readonly spellings: SpellingsDump;
  readonly spend: MonthPagesDump;
  readonly transfers: MonthPagesDump;
  readonly sparse: SparseCellsDump;
  readonly traitSets: TraitSetsDump;
}
