import { MAX_WORD } from '../kernel/text-key.ts';

/** Cyrillic letters (lower case) that look like a Latin one in one of their cases. */
const LATIN_OF: Readonly<Record<string, string>> = {
  '\u0430': 'a',
  '\u0432': 'b',
  '\u0435': 'e',
  '\u043A': 'k',
  '\u043C': 'm',
  '\u043D': 'h',
  '\u043E': 'o',
  '\u0440': 'p',
  '\u0441': 'c',
  '\u0442': 't',
  '\u0443': 'y',
  '\u0445': 'x',
  '\u0455': 's',
  '\u0456': 'i',
  '\u0458': 'j',
  '\u04AF': 'y',
  '\u04BB': 'h',
  '\u04CF': 'l',
  '\u051B': 'q',
  '\u051D': 'w',
};

/** A key with the Cyrillic letters that look Latin made Latin: two keys that look alike are equal. */
export const foldLookAlikes = (key: string): string =>
  key.length > MAX_WORD
    ? key
    : key.replace(/[\u0400-\u052F]/gu, (letter) => LATIN_OF[letter] ?? letter);
