import type { Catalogue, CatalogueProduct } from '../../../src/engine/benefits/catalogue.ts';

/** A change as a person makes it in the editor; another number every turn, so that nothing is the same. */
export interface Edit {
  readonly name: string;
  readonly edit: (catalogue: Catalogue, turn: number) => Catalogue;
}

const withProduct = (
  catalogue: Catalogue,
  at: number,
  change: (product: CatalogueProduct) => CatalogueProduct,
): Catalogue => ({
  ...catalogue,
  products: catalogue.products.map((product, i) => (i === at ? change(product) : product)),
});

export const EDITS: readonly Edit[] = [
  {
    name: 'a cap',
    edit: (catalogue, turn) =>
      withProduct(catalogue, 2, (product) => ({
        ...product,
        benefit: product.benefit.map((part) => ({ ...part, cap: 9000 + turn })),
      })),
  },
  {
    name: 'a threshold',
    edit: (catalogue, turn) => ({
      ...catalogue,
      rules: { ...catalogue.rules, offerThreshold: 700 + turn },
    }),
  },
  {
    name: 'a new signal',
    edit: (catalogue, turn) =>
      withProduct(catalogue, 0, (product) => ({
        ...product,
        signals: [
          ...product.signals,
          { metric: 'transferMean', types: ['p2p_out'], from: 1000, to: 5000 + turn, weight: 0.4 },
        ],
      })),
  },
  {
    name: 'a category',
    edit: (catalogue, turn) => ({
      ...catalogue,
      groups: {
        ...catalogue.groups,
        travel: [...catalogue.groups.travel, ['Авто', 'Книги', 'Спорт'][turn % 3]],
      },
    }),
  },
];
