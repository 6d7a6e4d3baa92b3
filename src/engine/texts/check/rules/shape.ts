import type { Rule } from '../rule.ts';

const START = /^[«"]?[\p{Lu}\p{N}\p{Extended_Pictographic}]/u;
const END = /[.!?]$/u;
const AFTER_SENTENCE = /[.!?…\p{Extended_Pictographic}\ufe0f] $/u;

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
      const last = ctas.find((cta) => body.endsWith(cta));
      if (last === undefined || !isTwoToFourWords(last)) return '';
      const before = body.slice(0, -last.length);
      if (!AFTER_SENTENCE.test(before)) return '';
      return ctas.find((cta) => isSentence(before, cta)) ?? null;
    },
  },
];

const isTwoToFourWords = (cta: string): boolean => {
  const { length } = cta.split(' ');
  return length >= 2 && length <= 4;
};

/** Whether `cta` stands in `text` as the end of a sentence. */
const isSentence = (text: string, cta: string): boolean => {
  const at = text.indexOf(cta);
  return at >= 0 && text[at + cta.length] === '.';
};
