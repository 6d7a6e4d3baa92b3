import type { Tenge } from '../../kernel/units.ts';
import { findSign } from './find-phrase.ts';

export interface Amount {
  readonly value: Tenge;
  /** As it stands in the text, without the sign. */
  readonly text: string;
  /** Index of its first digit. */
  readonly start: number;
}

const NUMBER_AT_END = /(?:\d{1,3}(?:\s\d{3})+|\d+)(?:[.,]\d+)?(?=\s?$)/u;
/** Longer than any number: keeps the search at every sign short. */
const REACH = 48;

/** Every number that stands before the currency's `sign`. */
export const findAmounts = (text: string, sign: string): readonly Amount[] => {
  const found: Amount[] = [];
  for (let end = findSign(text, sign); end >= 0; end = findSign(text, sign, end + 1)) {
    const from = Math.max(0, end - REACH);
    const match = NUMBER_AT_END.exec(text.slice(from, end));
    if (match === null) continue;
    const value = Number(match[0].replace(/\s/gu, '').replace(',', '.'));
    found.push({ value, text: match[0], start: from + match.index });
  }
  return found;
};
