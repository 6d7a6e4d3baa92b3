import type { ClientTable } from '../../engine/features/client-table.ts';
import { naturalOrder } from '../../engine/kernel/natural-order.ts';
import type { ScoreTable } from '../../engine/recommendations/score-table.ts';
import type { SortKey, ViewQuery, ViewTotals } from '../contract.ts';
import { ClientFilter } from './client-filter.ts';
import { placesOf, sortKeys } from './sort-keys.ts';
import { sortedOrder, turned } from './sorted-order.ts';

/** What a new catalogue may change; all other columns stay in order. */
const OF_SCORES: readonly SortKey[] = ['product', 'benefit', 'expected', 'spend'];
const BEFOREHAND: readonly SortKey[] = [
  'name',
  'balance',
  'spend',
  'age',
  'status',
  'city',
  'product',
];
const PAUSE_MS = 0;

/**
 * The clients as the page wants to see them. Sorting everybody by a column is done once and kept;
 * a view is one walk along that order past the filters.
 */
export class ClientView {
  /** Everybody in natural order of code: the order of every export. */
  readonly natural: Uint32Array;
  readonly #clients: ClientTable;
  readonly #filter: ClientFilter;
  #scores: ScoreTable;
  #productOrder: readonly number[];
  readonly #orders = new Map<string, Uint32Array>();
  #members: Uint32Array;
  #count: number;

  constructor(clients: ClientTable, scores: ScoreTable, products: readonly string[]) {
    this.#clients = clients;
    this.#filter = new ClientFilter(clients);
    this.#scores = scores;
    this.#productOrder = placesOf(products);
    this.natural = naturalOrder(clients.codes);
    this.#members = this.natural;
    this.#count = clients.size;
  }

  /** After scoring again: what depends on scores is sorted anew when next asked for. */
  rescored(scores: ScoreTable, products: readonly string[]): void {
    this.#scores = scores;
    this.#productOrder = placesOf(products);
    for (const key of OF_SCORES) {
      this.#orders.delete(nameOf(key, true));
      this.#orders.delete(nameOf(key, false));
    }
  }

  /** Does while nobody asks what the first search and the first sort would have to wait for. */
  async prepare(): Promise<void> {
    await this.#filter.prepare();
    for (const key of BEFOREHAND) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      this.#order(key, false);
    }
  }

  /** The present view, in its order. */
  get members(): Uint32Array {
    return this.#members.subarray(0, this.#count);
  }

  /** The same in natural order of code: the order of every export, whatever the table is sorted by. */
  get membersInNaturalOrder(): Uint32Array {
    const wanted = new Uint8Array(this.natural.length);
    for (const client of this.members) wanted[client] = 1;
    return this.natural.filter((client) => wanted[client] === 1);
  }

  /** `among`: [client] 1 for whom something else lets through; null: everybody. */
  apply(query: ViewQuery, among: Uint8Array | null = null): ViewTotals {
    const order = this.#order(query.sort, query.descending);
    const passes = this.#filter.passing(query, this.#scores);
    if (passes === null && among === null) {
      this.#members = order;
      this.#count = order.length;
      // The order of codes is nearly that of the columns: adding up is quicker than along a sort.
      return totalsOf(this.natural, this.#scores);
    }
    const members = new Uint32Array(order.length);
    let count = 0;
    for (const client of order) {
      if (passes?.[client] !== 0 && among?.[client] !== 0) members[count++] = client;
    }
    this.#members = members;
    this.#count = count;
    return totalsOf(this.members, this.#scores);
  }

  #order(key: SortKey, descending: boolean): Uint32Array {
    if (key === 'code') return descending ? this.natural.slice().reverse() : this.natural;
    const kept = this.#orders.get(nameOf(key, descending));
    if (kept !== undefined) return kept;
    const keys = sortKeys(key, this.#clients, this.#scores, this.#productOrder);
    const other = this.#orders.get(nameOf(key, !descending));
    const order = other ? turned(other, keys) : sortedOrder(this.natural, keys, descending);
    this.#orders.set(nameOf(key, descending), order);
    return order;
  }
}

const nameOf = (key: SortKey, descending: boolean): string => `${key} ${descending}`;

/** How many they are, how many of them are sent an offer, and what these bring. */
export const totalsOf = (members: Uint32Array, { noOffer, expected }: ScoreTable): ViewTotals => {
  let offers = 0;
  let expectedTotal = 0;
  for (const client of members) {
    if (noOffer[client] !== 0) continue;
    offers++;
    if (!Number.isNaN(expected[client])) expectedTotal += expected[client];
  }
  return { count: members.length, offers, expectedTotal };
};
