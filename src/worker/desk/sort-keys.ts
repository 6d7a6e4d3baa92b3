import type { ClientTable } from '../../engine/features/client-table.ts';
import type { ScoreTable } from '../../engine/recommendations/score-table.ts';
import type { SortKey } from '../contract.ts';

/** Numbers whose order is the order of a column; NaN where the client has no value there. */
export const sortKeys = (
  key: Exclude<SortKey, 'code'>,
  clients: ClientTable,
  scores: ScoreTable,
  productOrder: readonly number[],
): Float64Array => {
  switch (key) {
    case 'name':
      return byText(clients.names.names, clients.size, (client) => clients.nameId(client));
    case 'status':
      return byText(clients.statuses.names, clients.size, (client) => clients.statusId(client));
    case 'city':
      return byText(clients.cities.names, clients.size, (client) => clients.cityId(client));
    case 'age':
      return fill(clients.size, (client) => clients.age(client));
    case 'balance':
      return fill(clients.size, (client) => clients.balance(client));
    case 'product':
      return fill(clients.size, (client) => productOrder[scores.product[client]]);
    case 'benefit':
      return scores.benefit;
    case 'expected':
      return scores.expected;
    case 'spend':
      return scores.spend;
  }
};

const fill = (size: number, keyOf: (client: number) => number): Float64Array => {
  const keys = new Float64Array(size);
  for (let client = 0; client < size; client++) keys[client] = keyOf(client);
  return keys;
};

const byText = (
  texts: readonly string[],
  size: number,
  idOf: (client: number) => number,
): Float64Array => {
  const places = placesOf(texts);
  return fill(size, (client) => places[idOf(client)]);
};

/** The place of each text when all are in order of the alphabet; an empty one comes last. */
export const placesOf = (texts: readonly string[]): number[] => {
  const collator = new Intl.Collator(['ru', 'kk', 'en']);
  const places = new Array<number>(texts.length);
  [...texts.keys()]
    .sort((a, b) => collator.compare(texts[a], texts[b]))
    .forEach((text, place) => (places[text] = texts[text] === '' ? NaN : place));
  return places;
};
