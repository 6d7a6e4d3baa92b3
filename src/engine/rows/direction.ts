import { valueKey } from '../kernel/text-key.ts';
import type { Direction, Vocabulary } from './vocabulary.ts';
import { wordIndex } from './word-index.ts';

/** Reads a direction cell: which way the money went, or that the cell is empty or unknown. */
export const readDirection = (
  text: string,
  vocabulary: Vocabulary,
): Direction | 'missing' | 'unknown' => {
  const key = valueKey(text);
  return key === '' ? 'missing' : (wordIndex(vocabulary).directions.get(key) ?? 'unknown');
};
