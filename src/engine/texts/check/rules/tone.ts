import { firstPhrase } from '../find-phrase.ts';
import type { Rule } from '../rule.ts';

const SHOUTED = /^(?:\p{Lu}\p{M}*){3,}$/u;
const EMOJI = /\p{Extended_Pictographic}/gu;
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
    check: ({ capitalised }, { words: { capitals } }) =>
      capitalised.find(({ word }) => SHOUTED.test(word) && !capitals.includes(word))?.word ?? null,
  },
  {
    id: 'polite-capital',
    severity: 'error',
    check: ({ text, capitalised }, { words: { politeCapitals } }) =>
      capitalised.find(
        ({ word, start }) => politeCapitals.includes(word) && !beginsSentence(text, start),
      )?.word ?? null,
  },
  {
    id: 'banned-words',
    severity: 'error',
    check: ({ lower }, { words: { banned } }) => firstPhrase(lower, banned),
  },
];

const beginsSentence = (text: string, at: number): boolean =>
  at === 0 || SENTENCE_END.test(text.slice(0, at));
