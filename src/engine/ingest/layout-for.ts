import type { Layout } from '../features/aggregates.ts';
import { valueKey } from '../kernel/text-key.ts';
import type { Vocabulary } from '../rows/vocabulary.ts';

/** How aggregates are laid out for a vocabulary and a number of clients. */
export const layoutFor = (vocabulary: Vocabulary, clients: number): Layout => ({
  clients,
  categories: vocabulary.categories.map((label) => ({ key: valueKey(label), label })),
  // Behind the official types, those known by direction only.
  transferColumns: vocabulary.transferTypes.length + 2,
});
