import type { ClientTable } from '../../engine/features/client-table.ts';
import { valueKey } from '../../engine/kernel/text-key.ts';
import type { ClientIndex } from '../../engine/kernel/units.ts';
import { NO_OFFER_REASONS, type ScoreTable } from '../../engine/recommendations/score-table.ts';
import type { Range, ViewQuery } from '../contract.ts';
import { TextIndex } from './text-index.ts';

const TIYN_PER_TENGE = 100;
const PAUSE_MS = 0;

/** Who passes a query: one quick walk over a column for every condition set. */
export class ClientFilter {
  readonly #clients: ClientTable;
  readonly #codes: TextIndex;
  readonly #names: TextIndex;

  constructor(clients: ClientTable) {
    this.#clients = clients;
    this.#codes = new TextIndex(clients.codes, (code) => code.toLowerCase());
    this.#names = new TextIndex(clients.names.names, valueKey);
  }

  /** Makes searching ready in small steps, so that the first letter typed does not wait for it. */
  async prepare(): Promise<void> {
    while (this.#codes.prepareSome() || this.#names.prepareSome()) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  /** [client] 1 for who passes; null: everybody does. */
  passing(query: ViewQuery, { product, expected, noOffer }: ScoreTable): Uint8Array | null {
    if (isOpen(query)) return null;
    const clients = this.#clients;
    const passes = new Uint8Array(clients.size).fill(1);
    keepListed(passes, query.products, (client) => product[client]);
    keepListed(passes, query.statuses, (client) => clients.statusId(client));
    keepListed(passes, query.cities, (client) => clients.cityId(client));
    if (query.send !== null) {
      const { send } = query;
      keep(passes, (client) => (noOffer[client] === 0) === send);
    }
    const reasons = query.noOffer.map((reason) => NO_OFFER_REASONS.indexOf(reason) + 1);
    keepListed(passes, reasons, (client) => noOffer[client]);
    keepRange(passes, query.age, (client) => clients.age(client));
    keepRange(passes, query.balance, (client) => clients.balance(client) / TIYN_PER_TENGE);
    keepRange(passes, query.expected, (client) => expected[client]);
    const search = valueKey(query.search);
    if (search !== '') this.#search(passes, search);
    return passes;
  }

  #search(passes: Uint8Array, search: string): void {
    const clients = this.#clients;
    const coded = this.#codes.holding(search);
    const named = this.#names.holding(search);
    keep(passes, (client) => coded[client] === 1 || named[clients.nameId(client)] === 1);
  }
}

const isOpen = (query: ViewQuery): boolean => {
  const { products, statuses, cities, noOffer, send, age, balance, expected } = query;
  return (
    [products, statuses, cities, noOffer].every(({ length }) => length === 0) &&
    [age, balance, expected].every(({ from, to, unknown }) => (from ?? to) === null && !unknown) &&
    send === null &&
    valueKey(query.search) === ''
  );
};

type Test = (client: ClientIndex) => boolean;

const keep = (passes: Uint8Array, test: Test): void => {
  for (let client = 0; client < passes.length; client++) {
    if (passes[client] === 1 && !test(client)) passes[client] = 0;
  }
};

/** No positions: all of them. */
const keepListed = (
  passes: Uint8Array,
  positions: readonly number[],
  valueOf: (client: ClientIndex) => number,
): void => {
  if (positions.length === 0) return;
  // Anything beyond the table reads as undefined.
  const wanted = new Uint8Array(Math.max(...positions) + 1);
  for (const position of positions) wanted[position] = 1;
  keep(passes, (client) => wanted[valueOf(client)] === 1);
};

const keepRange = (
  passes: Uint8Array,
  { from, to, unknown }: Range,
  valueOf: (client: ClientIndex) => number,
): void => {
  if (unknown) keep(passes, (client) => Number.isNaN(valueOf(client)));
  if (from !== null) keep(passes, (client) => valueOf(client) >= from);
  if (to !== null) keep(passes, (client) => valueOf(client) <= to);
};
