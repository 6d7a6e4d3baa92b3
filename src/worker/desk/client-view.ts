import type { ClientTable } from '../../engine/features/client-table.ts';
import { naturalOrder } from '../../engine/kernel/natural-order.ts';
import type { ScoreTable } from '../../engine/recommendations/score-table.ts';
import type { SortKey, ViewQuery, ViewTotals } from '../contract.ts';
import { ClientFilter } from './client-filter.ts';
import { placesOf, sortKeys } from './sort-keys.ts';
import { sortedOrder } from './sorted-order.ts';

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
    this.#orders.clear();
  }

  /** Does while nobody asks what the first search would have to wait for. */
  prepare(): Promise<void> {
    return this.#filter.prepare();
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
    const members = new Uint32Array(this.#clients.size);
    let count = 0;
    for (const client of order) {
      if (passes[client] === 1 && among?.[client] !== 0) members[count++] = client;
    }
    this.#members = members;
    this.#count = count;
    return totalsOf(this.members, this.#scores);
  }

  #order(key: SortKey, descending: boolean): Uint32Array {
    if (key === 'code') return descending ? this.natural.slice().reverse() : this.natural;
    const name = `${key} ${descending}`;
    let order = this.#orders.get(name);
    if (order === undefined) {
      const keys = sortKeys(key, this.#clients, this.#scores, this.#productOrder);
      order = sortedOrder(this.natural, keys, descending);
      this.#orders.set(name, order);
    }
    return order;
  }
}

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
