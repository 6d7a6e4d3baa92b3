import type { Catalogue } from '../benefits/catalogue.ts';
import type { Exclude } from '../benefits/scorer.ts';
import type { LedgerFrame } from '../features/ledger.ts';
import { valueKey } from '../kernel/text-key.ts';

/** What clients hold already, to be matched with a catalogue and a population. */
export type Holdings = (catalogue: Catalogue, frame: LedgerFrame) => Exclude;

const NOTHING: readonly number[] = [];

/** Products by name or by code, in any spelling of either. */
export const productIndex = ({ products }: Catalogue): ReadonlyMap<string, number> =>
  new Map(
    products.flatMap(({ code, name }, product) => [
      [valueKey(code), product],
      [valueKey(name), product],
    ]),
  );

/** Held is what a client's own rows name in their `product` column. */
export const holdingsOfRows: Holdings = (catalogue, { traits }) => {
  const products = productIndex(catalogue);
  const named = traits.map(({ source, text }) =>
    source === 'product' ? (products.get(valueKey(text)) ?? -1) : -1,
  );
  const held: number[] = [];
  return ({ traitIds, traitCount }) => {
    held.length = 0;
    for (let i = 0; i < traitCount; i++) {
      const product = named[traitIds[i]];
      if (product >= 0) held.push(product);
    }
    return held;
  };
};

/** Held is what a list of client codes and products says; other catalogues' products do not matter. */
export const holdingsOfList =
  (pairs: Iterable<readonly [code: string, product: string]>): Holdings =>
  (catalogue) => {
    const products = productIndex(catalogue);
    const held = new Map<string, number[]>();
    for (const [code, name] of pairs) {
      const product = products.get(valueKey(name));
      if (product === undefined) continue;
      const known = held.get(code);
      if (known) known.push(product);
      else held.set(code, [product]);
    }
    return ({ code }) => held.get(code) ?? NOTHING;
  };
