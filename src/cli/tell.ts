/**
 * Says a sentence on standard error. What it quotes of files, and of their names, stays on its line
 * and says nothing to the terminal: no escape sequence, no line of its own, no turned-round text.
 */
export const tell = (sentence: string): void => {
  process.stderr.write(`${sentence.replace(UNPRINTABLE, codeOf)}\n`);
};

const UNPRINTABLE = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

const codeOf = (letter: string): string =>
  `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
