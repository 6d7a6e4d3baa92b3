import { addColumn } from '../kernel/columns.ts';
import type { ClientIndex, MonthIndex, Tiyn } from '../kernel/units.ts';
import { addTrait, emptyBlock, type ClientBlock } from './client-block.ts';
import type { ClientCells, ReadableCell } from './client-cells.ts';
import type { LedgerFrame } from './ledger.ts';
import type { MonthPages } from './month-pages.ts';
import type { TraitSets } from './trait-sets.ts';

const TIYN_PER_TENGE = 100;

/** What the numbers in a population's tables stand for: common to all its clients. Plain data. */
export interface TableNames {
  readonly frame: LedgerFrame;
  /** Month pages by slot; several share a slot when some rows have no date. */
  readonly pages: readonly { readonly month: MonthIndex; readonly slot: number }[];
  /** By `ids` of the sparse cells. */
  readonly cells: readonly ReadableCell[];
  /** Trait of the sets → its position in the frame. */
  readonly traits: readonly number[];
  readonly statuses: readonly string[];
}

/** What a client's own row says, as far as metrics ask. [client] */
export interface Profiles {
  /** Position in `TableNames.statuses`. */
  readonly status: Int32Array;
  /** NaN when unknown. */
  readonly age: Float64Array;
  readonly balance: Float64Array;
}

/** What there is of a population's clients, or of some of them, by client. */
export interface PopulationTables {
  readonly profiles: Profiles;
  readonly spend: MonthPages;
  readonly transfers: MonthPages;
  readonly cells: ClientCells;
  readonly traits: TraitSets;
}

/** Refills a block with so many clients from `first` on. */
export const layOpen = (
  tables: PopulationTables,
  names: TableNames,
  first: ClientIndex,
  clients: number,
  block: ClientBlock,
): void => {
  emptyBlock(block, clients);
  readProfiles(tables.profiles, names.statuses, first, block);
  readPages(tables, names, first, block);
  readSparse(tables.cells, names.cells, first, block);
  toTenge(block);
  readTraits(tables.traits, names.traits, first, block);
};

const readProfiles = (
  profiles: Profiles,
  statuses: readonly string[],
  first: ClientIndex,
  { clients, status, age, balance }: ClientBlock,
): void => {
  for (let i = 0; i < clients; i++) {
    status[i] = statuses[profiles.status[first + i]];
    age[i] = profiles.age[first + i];
    balance[i] = profiles.balance[first + i];
  }
};

/** Money in the home currency is added up in tiyn, which are integers, so that no order matters. */
const readPages = (
  { spend, transfers }: PopulationTables,
  { frame, pages }: TableNames,
  first: ClientIndex,
  block: ClientBlock,
): void => {
  const { clients, stride, spendCount, currencyCount } = block;
  const step = frame.months.length * stride;
  for (const { month, slot } of pages) {
    spend.addSums(block.spend, first, clients, month, slot * stride, step);
    transfers.addSums(block.transfers, first, clients, month, slot * stride, step);
  }
  spend.addCounts(spendCount, first, clients, stride);
  transfers.addCounts(block.transferCount, first, clients, stride);
  for (let at = 0; at < spendCount.length; at += stride) {
    addColumn(currencyCount, 0, spendCount, at, clients);
  }
};

const readSparse = (
  { offsets, ids, sums, counts }: ClientCells,
  cells: readonly ReadableCell[],
  first: ClientIndex,
  block: ClientBlock,
): void => {
  const { own } = block;
  for (let i = 0; i < block.clients; i++) {
    for (let at = offsets[first + i]; at < offsets[first + i + 1]; at++) {
      addCell(block, i, cells[ids[at]], sums[at], counts[at]);
    }
    own.close(i);
  }
};

/** Adds a sparse cell to client i: what has no rate does not count. */
const addCell = (
  block: ClientBlock,
  i: number,
  { transfer, row, slot, currency, rate }: ReadableCell,
  sum: Tiyn,
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

const readTraits = (
  traits: TraitSets,
  ids: readonly number[],
  first: ClientIndex,
  block: ClientBlock,
): void => {
  for (let i = 0; i < block.clients; i++) {
    traits.forEach(first + i, (trait) => addTrait(block, i, ids[trait]));
  }
};
