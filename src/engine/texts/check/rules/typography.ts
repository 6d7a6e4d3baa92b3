import { findSign } from '../find-phrase.ts';
import type { Rule } from '../rule.ts';

const BAD_SPACE =
  /\s{2}|\s[.,:;!?»)…]|[«(]\s|[,;:!?](?=\p{L})|\.(?=\p{Lu})|[^\S \u00a0]|^\s|\s$|[\p{Cc}\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
const BAD_GROUPS = /\d[ \u2009\u202f']\d{3}(?!\d)/u;
/** Longer than any amount that is written. */
const SHOWN = 28;
const GOOD_AMOUNT = /(?:(?<![\d\u00a0,.])\d{1,3}(?:\u00a0\d{3})*(?:,\d+)?|\p{L})\u00a0$/u;

/** Spaces, digits and signs. */
export const typographyRules: readonly Rule[] = [
  {
    id: 'spacing',
    severity: 'error',
    check: ({ text }) => BAD_SPACE.exec(text)?.[0] ?? null,
  },
  {
    id: 'amount-format',
    severity: 'error',
    check: ({ text }, { channel: { currency } }) => {
      const groups = BAD_GROUPS.exec(text);
      if (groups !== null) return groups[0];
      for (let at = findSign(text, currency); at >= 0; at = findSign(text, currency, at + 1)) {
        const amount = text.slice(Math.max(0, at - SHOWN), at);
        if (!GOOD_AMOUNT.test(amount)) return amount.trimStart() + currency;
      }
      return null;
    },
  },
  {
    id: 'currency-sign',
    severity: 'error',
    check: ({ lower }, { words, channel }) =>
      words.currency.find(
        (spelling) => spelling !== channel.currency && findSign(lower, spelling) >= 0,
      ) ?? null,
  },
  {
    id: 'decimal-point',
    severity: 'error',
    check: ({ text }) => /\d+\.\d+/.exec(text)?.[0] ?? null,
  },
];
