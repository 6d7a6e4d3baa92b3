import { trimCell, valueKey } from '../kernel/text-key.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordIndex } from './word-index.ts';

/** The currency of the sums; what an empty or missing currency cell means. */
export const HOME_CURRENCY = 'KZT';

export type CurrencyReading =
  | { readonly kind: 'currency'; readonly code: string }
  | { readonly kind: 'bad'; readonly code: 'currency-unknown' };

/**
 * Reads a currency cell: empty is KZT, codes in any case, spellings from the vocabulary. Any other
 * three Latin letters are kept as a code, so that the table of rates has the last word.
 */
export const readCurrency = (text: string, vocabulary: Vocabulary): CurrencyReading => {
  const cell = trimCell(text);
  const code = cell === '' ? HOME_CURRENCY : findCurrency(cell, vocabulary);
  return code === null ? { kind: 'bad', code: 'currency-unknown' } : { kind: 'currency', code };
};

/** ISO code of a spelling, with or without the point of an abbreviation; null when unknown. */
export const findCurrency = (word: string, vocabulary: Vocabulary): string | null => {
  const key = valueKey(word);
  const { currencies } = wordIndex(vocabulary);
  const code = currencies.get(key) ?? currencies.get(key.replace(/\.$/, ''));
  if (code !== undefined) return code;
  return /^[a-z]{3}$/.test(key) ? key.toUpperCase() : null;
};
