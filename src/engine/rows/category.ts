import { tidyText, valueKey } from '../kernel/text-key.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordIndex } from './word-index.ts';

export type CategoryReading =
  | { readonly kind: 'known'; readonly category: number }
  | {
      /** Counts under its own label. Labels with one key are one category: take the smallest label. */
      readonly kind: 'unknown';
      readonly key: string;
      readonly label: string;
      readonly fault: 'unknown-category';
    }
  | { readonly kind: 'bad'; readonly code: 'category-missing' };

/** Reads a category cell: an official one in any spelling, or an unknown one as it is. */
export const readCategory = (text: string, vocabulary: Vocabulary): CategoryReading => {
  const key = valueKey(text);
  if (key === '') return { kind: 'bad', code: 'category-missing' };
  const category = wordIndex(vocabulary).categories.get(key);
  if (category !== undefined) return { kind: 'known', category };
  return { kind: 'unknown', key, label: tidyText(text), fault: 'unknown-category' };
};
