import { firstPhrase } from '../find-phrase.ts';
import type { Rule } from '../rule.ts';

/** What makes a text worth opening, and in the language it says it is in. */
export const readingRules: readonly Rule[] = [
  {
    id: 'point-late',
    severity: 'warning',
    check: (scan, { product: { topic }, channel: { fold, currency } }) => {
      const seen = scan.lower.slice(0, fold);
      if (firstPhrase(seen, topic) !== null) return null;
      return scan.amounts(currency).some(({ start }) => start < fold) ? null : seen;
    },
  },
  {
    id: 'foreign-letters',
    severity: 'warning',
    check: ({ lower }, { words: { letters } }) => {
      if (letters === '') return null;
      for (const letter of lower) if (letters.includes(letter)) return null;
      return '';
    },
  },
];
