import type { Rule } from '../rule.ts';

const START = /^[«"]?[\p{Lu}\p{N}\p{Extended_Pictographic}]/u;
const END = /[.!?]$/u;
const SENTENCE_END = /[.!?…]$/u;

/** Length, beginning, end: the form every text has. */
export const shapeRules: readonly Rule[] = [
  {
    id: 'length',
    severity: 'error',
    check: ({ length }, { channel: { min, max } }) => (length < min || length > max ? '' : null),
  },
  {
    id: 'leftover-braces',
    severity: 'error',
    check: ({ text }) => /[{}]/.exec(text)?.[0] ?? null,
  },
  {
    id: 'name-first',
    severity: 'error',
    check: ({ text }, { name }) =>
      (name === '' ? START.test(text) : text.startsWith(`${name}, `)) ? null : '',
  },
  {
    id: 'final-stop',
    severity: 'error',
    check: ({ text }) => (END.test(text) ? null : ''),
  },
  {
    id: 'one-cta-last',
    severity: 'error',
    check: ({ text }, { words: { ctas } }) => {
      const body = text.replace(END, '');
      const last = ctas.find(
        (cta) =>
          body.endsWith(` ${cta}`) && SENTENCE_END.test(body.slice(0, -cta.length).trimEnd()),
      );
      if (last === undefined || !isTwoToFourWords(last)) return '';
      const before = body.slice(0, -last.length);
      return ctas.find((cta) => before.includes(`${cta}.`)) ?? null;
    },
  },
];

const isTwoToFourWords = (cta: string): boolean => {
  const { length } = cta.split(' ');
  return length >= 2 && length <= 4;
};
