import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteDictionary } from '../../../src/engine/kernel/byte-dictionary.ts';

const encoder = new TextEncoder();
const find = (dictionary: ByteDictionary, text: string): number => {
  const bytes = encoder.encode(`>${text}<`);
  return dictionary.find(bytes, 1, bytes.length - 1);
};
const insert = (dictionary: ByteDictionary, text: string, value: number): void => {
  const bytes = encoder.encode(text);
  dictionary.insert(bytes, 0, bytes.length, value);
};

describe('ByteDictionary', () => {
  it('finds what was put in, whole and nothing else', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string())),
        fc.string(),
        (words, other) => {
          const dictionary = new ByteDictionary();
          words.forEach((word, value) => insert(dictionary, word, value));
          const copy = ByteDictionary.from(structuredClone(dictionary.dump()));
          words.forEach((word, value) => expect(find(copy, word)).toBe(value));
          expect(find(dictionary, other)).toBe(words.indexOf(other));
          expect(dictionary.size).toBe(words.length);
          expect(dictionary.texts()).toEqual(words);
        },
      ),
    );
  });

  it('tells where an entry ends that stands somewhere', () => {
    const dictionary = new ByteDictionary();
    ['Анна', 'Ян', ''].forEach((word, value) => insert(dictionary, word, value));
    const bytes = encoder.encode(',Анна,Янна');
    expect([0, 1, 2].map((entry) => dictionary.endAt(entry, bytes, 1))).toEqual([9, 1, 1]);
    expect([0, 1].map((entry) => dictionary.endAt(entry, bytes, 10))).toEqual([10, 14]);
    expect(dictionary.endAt(0, bytes, bytes.length - 2)).toBe(bytes.length - 2);
  });

  it('stays quick where words differ only in bytes that the quick hash leaves out', () => {
    const dictionary = new ByteDictionary();
    const word = (i: number): string =>
      `AAAAAAAA-${String(i).padStart(6, '0')}-AAAAAAAAAAAAAAAAAAAAAAAA`;
    const start = performance.now();
    for (let i = 0; i < 100_000; i++) insert(dictionary, word(i), i);
    for (let i = 0; i < 100_000; i++) expect(find(dictionary, word(i))).toBe(i);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
