import { trimCell } from '../kernel/text-key.ts';
import { findCurrency } from './currency.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What stands before or behind the digits of an amount. */
export interface AmountAffix {
  readonly sign: '+' | '-' | '';
  /** An accountant's parenthesis: opening before, closing behind. */
  readonly bracket: boolean;
  readonly currency: string | null;
}

/** `+`, and as minus: hyphen, en dash, U+2212; or the parenthesis of that side. */
const MARK = { '(': /[(+\-\u2013\u2212]/u, ')': /[)+\-\u2013\u2212]/u } as const;

const NOTHING: AmountAffix = { sign: '', bracket: false, currency: null };

/**
 * Reads an affix: at most one sign or `bracket`, and at most one currency, in either order.
 * Null when there is anything else.
 */
export const readAffix = (
  text: string,
  bracket: '(' | ')',
  vocabulary: Vocabulary,
): AmountAffix | null => {
  if (text === '') return NOTHING;
  const affix = trimCell(text);
  const at = affix.search(MARK[bracket]);
  const mark = affix.charAt(at);
  const before = trimCell(affix.slice(0, Math.max(0, at)));
  const behind = trimCell(affix.slice(at + 1));
  if (before !== '' && behind !== '') return null;
  const word = before + behind;
  const currency = word === '' ? null : findCurrency(word, vocabulary);
  if (word !== '' && currency === null) return null;
  return {
    sign: mark === '' || mark === bracket ? '' : mark === '+' ? '+' : '-',
    bracket: mark === bracket,
    currency,
  };
};
