import type { ClientTable } from '../../engine/features/client-table.ts';
import { valueKey } from '../../engine/kernel/text-key.ts';
import type { Advisor } from '../../engine/recommendations/advisor.ts';
import { productIndex } from '../../engine/recommendations/holdings.ts';
import type { Accuracy } from '../check-contract.ts';
import type { Pair } from './side-file.ts';

/** By place in the top four; behind it nothing. */
const POINTS = [20, 15, 10, 5];
const SHOWN = 500;

/** How the advice does against known right answers, which it never sees. */
export const accuracyOf = (
  reference: readonly Pair[],
  clients: ClientTable,
  advisor: Advisor,
): Accuracy => {
  const index = productIndex(advisor.catalogue);
  const size = advisor.catalogue.products.length;
  const table = new Float64Array((size + 1) * size);
  const places = POINTS.map(() => 0);
  const unknownProducts = new Set<string>();
  const examples: Accuracy['examples'][number][] = [];
  let known = 0;
  let unknownClients = 0;
  // A client named twice counts once: the later line stands.
  for (const [code, name] of new Map(reference)) {
    const client = clients.indexOf(code);
    if (client === undefined) {
      unknownClients++;
      continue;
    }
    const wanted = index.get(valueKey(name)) ?? size;
    if (wanted === size) unknownProducts.add(name);
    else known++;
    advisor.advise(client);
    const { product, size: ranked } = advisor.ranks;
    const first = product[0];
    const place = product.subarray(0, ranked).indexOf(wanted);
    table[wanted * size + first]++;
    if (place >= 0) places[place]++;
    if (place === 0 || wanted === size || examples.length === SHOWN) continue;
    examples.push({
      client,
      code,
      name: clients.name(client),
      reference: advisor.catalogue.products[wanted].name,
      first,
      place: place < 0 ? null : place + 1,
    });
  }
  const total = places.reduce((sum, count, place) => sum + count * POINTS[place], 0);
  const products = occurring(table, size);
  return {
    clients: known,
    unknownClients,
    unknownProducts: [...unknownProducts],
    places,
    points: known === 0 ? 0 : total / known,
    products,
    confusion: [...products, size].map((row) =>
      products.map((column) => table[row * size + column]),
    ),
    differing: known - places[0],
    examples,
  };
};

/** Products that somebody should have, or that somebody gets. */
const occurring = (table: Float64Array, size: number): number[] =>
  Array.from({ length: size }, (_, product) => product).filter(
    (product) =>
      table.subarray(product * size, (product + 1) * size).some((count) => count > 0) ||
      table.some((count, cell) => cell % size === product && count > 0),
  );
