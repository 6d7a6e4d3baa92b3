import type { ClientTable } from '../../engine/features/client-table.ts';
import { naturalOrder } from '../../engine/kernel/natural-order.ts';
import { valueKey } from '../../engine/kernel/text-key.ts';
import type { ClientIndex } from '../../engine/kernel/units.ts';
import { NO_OFFER_REASONS, type ScoreTable } from '../../engine/recommendations/score-table.ts';
import type { Range, SortKey, ViewQuery, ViewTotals } from '../contract.ts';
import { placesOf, sortKeys } from './sort-keys.ts';
import { sortedOrder } from './sorted-order.ts';

const TIYN_PER_TENGE = 100;

/**
 * The clients as the page wants to see them. Sorting everybody by a column is done once and kept;
 * a view is one walk along that order past the filters.
 */
export class ClientView {
  /** Everybody in natural order of code: the order of every export. */
  readonly natural: Uint32Array;
  readonly #clients: ClientTable;
  #scores: ScoreTable;
  #productOrder: readonly number[];
  readonly #orders = new Map<string, Uint32Array>();
  #members: Uint32Array;
  #count: number;

  constructor(clients: ClientTable, scores: ScoreTable, products: readonly string[]) {
    this.#clients = clients;
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

  /** The present view, in its order. */
  get members(): Uint32Array {
    return this.#members.subarray(0, this.#count);
  }

  apply(query: ViewQuery): ViewTotals {
    const order = this.#order(query.sort, query.descending);
    const passes = this.#filter(query);
    const members = new Uint32Array(this.#clients.size);
    const { noOffer, expected } = this.#scores;
    let count = 0;
    let offers = 0;
    let expectedTotal = 0;
    for (const client of order) {
      if (!passes(client)) continue;
      members[count++] = client;
      if (noOffer[client] !== 0) continue;
      offers++;
      if (!Number.isNaN(expected[client])) expectedTotal += expected[client];
    }
    this.#members = members;
    this.#count = count;
    return { count, offers, expectedTotal };
  }

  #order(key: SortKey, descending: boolean): Uint32Array {
    if (key === 'code') return descending ? this.natural.slice().reverse() : this.natural;
    const name = `${key} ${descending}`;
    let order = this.#orders.get(name);
    if (order === undefined) {
      const keys = sortKeys(key, this.#clients, this.#scores, this.#productOrder);
      order = sortedOrder(this.natural, descending ? keys.map((value) => -value) : keys);
      this.#orders.set(name, order);
    }
    return order;
  }

  #filter(query: ViewQuery): (client: ClientIndex) => boolean {
    const clients = this.#clients;
    const { product, expected, noOffer } = this.#scores;
    const tests: ((client: ClientIndex) => boolean)[] = [];
    if (query.products.length > 0) {
      const wanted = flags(query.products);
      tests.push((client) => wanted[product[client]] === 1);
    }
    if (query.statuses.length > 0) {
      const wanted = flags(query.statuses);
      tests.push((client) => wanted[clients.statusId(client)] === 1);
    }
    if (query.cities.length > 0) {
      const wanted = flags(query.cities);
      tests.push((client) => wanted[clients.cityId(client)] === 1);
    }
    if (query.send !== null) {
      const { send } = query;
      tests.push((client) => (noOffer[client] === 0) === send);
    }
    if (query.noOffer.length > 0) {
      const wanted = flags(query.noOffer.map((reason) => NO_OFFER_REASONS.indexOf(reason) + 1));
      tests.push((client) => wanted[noOffer[client]] === 1);
    }
    addRange(tests, query.age, (client) => clients.age(client));
    addRange(tests, query.balance, (client) => clients.balance(client) / TIYN_PER_TENGE);
    addRange(tests, query.expected, (client) => expected[client]);
    const search = valueKey(query.search);
    if (search !== '') tests.push(this.#search(search));
    return (client) => {
      for (const test of tests) if (!test(client)) return false;
      return true;
    };
  }

  #search(search: string): (client: ClientIndex) => boolean {
    const clients = this.#clients;
    const named = new Uint8Array(clients.names.names.length);
    clients.names.names.forEach(
      (name, id) => (named[id] = valueKey(name).includes(search) ? 1 : 0),
    );
    return (client) =>
      named[clients.nameId(client)] === 1 || clients.codes[client].toLowerCase().includes(search);
  }
}

/** A table of ones at the given positions; anything beyond reads as undefined. */
const flags = (positions: readonly number[]): Uint8Array => {
  const table = new Uint8Array(Math.max(...positions) + 1);
  for (const position of positions) table[position] = 1;
  return table;
};

const addRange = (
  tests: ((client: ClientIndex) => boolean)[],
  { from, to }: Range,
  valueOf: (client: ClientIndex) => number,
): void => {
  if (from !== null) tests.push((client) => valueOf(client) >= from);
  if (to !== null) tests.push((client) => valueOf(client) <= to);
};
