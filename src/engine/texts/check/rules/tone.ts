import { findPhrase, firstPhrase } from '../find-phrase.ts';
import type { Rule } from '../rule.ts';

const EMOJI = /\p{Extended_Pictographic}/gu;
const CAPITALS = /(?<!\p{L})\p{Lu}{3,}(?!\p{L})/gu;
const SENTENCE_END = /[.!?…]\s*$/u;

/** No shouting, no pressure, no letter style. */
export const toneRules: readonly Rule[] = [
  {
    id: 'exclamations',
    severity: 'error',
    check: ({ text }) => (text.indexOf('!') === text.lastIndexOf('!') ? null : '!'),
  },
  {
    id: 'emoji',
    severity: 'error',
    check: ({ text }, { channel }) => {
      const found = text.match(EMOJI) ?? [];
      return found.length > channel.emoji ? found[found.length - 1] : null;
    },
  },
  {
    id: 'capitals',
    severity: 'error',
    check: ({ text }, { words: { capitals } }) =>
      text.match(CAPITALS)?.find((word) => !capitals.includes(word)) ?? null,
  },
  {
    id: 'polite-capital',
    severity: 'error',
    check: ({ text }, { words: { politeCapitals } }) =>
      politeCapitals.find((pronoun) => standsInside(text, pronoun)) ?? null,
  },
  {
    id: 'banned-words',
    severity: 'error',
    check: ({ lower }, { words: { banned } }) => firstPhrase(lower, banned),
  },
];

const standsInside = (text: string, word: string): boolean => {
  for (let at = findPhrase(text, word); at >= 0; at = findPhrase(text, word, at + 1)) {
    if (at > 0 && !SENTENCE_END.test(text.slice(0, at))) return true;
  }
  return false;
};
