import { describe, expect, it } from 'vitest';
import { FAULT_CODES } from '../../src/engine/rows/fault-codes.ts';
import { RULES } from '../../src/engine/texts/check/rules.ts';
import { loadDictionary } from '../../src/locales/load.ts';
import { LANGUAGES } from '../../src/locales/language.ts';
import { ru } from '../../src/locales/ru/index.ts';

const PLURAL_FORMS = new Set(['one', 'few', 'many', 'other']);

/** path → text, a phrase's plural forms under one path each. */
const textsOf = (words: object, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : textsOf(value as object, `${path}${key}.`),
  );
const placeholdersOf = (text: string): string => (text.match(/\{\w+\}/g) ?? []).sort().join(' ');
const isPlural = (path: string): boolean => PLURAL_FORMS.has(path.split('.').at(-1) ?? '');

describe.each(LANGUAGES)('%s', (language) => {
  it('has the same placeholders as Russian in every text', async () => {
    const words = new Map(textsOf(await loadDictionary(language)));
    for (const [path, text] of textsOf(ru)) {
      if (isPlural(path)) continue;
      expect(placeholdersOf(words.get(path) ?? ''), path).toBe(placeholdersOf(text));
    }
  });

  it('has no empty text but those that mean nothing', async () => {
    const empty = textsOf(await loadDictionary(language)).filter(([, text]) => text === '');
    expect(empty.map(([path]) => path)).toEqual(['catalogue.roles.evidence']);
  });

  it('gives every number of things a phrase with the number in it', async () => {
    const plurals = textsOf(await loadDictionary(language)).filter(([path]) => isPlural(path));
    expect(plurals.length).toBeGreaterThan(5);
    for (const [path, text] of plurals) expect(text, path).toContain('{n}');
  });
});

describe('words for what the engine says', () => {
  it('are there for every fault of reading, and for no other', () => {
    const known = Object.keys(ru.faults).filter((code) => code !== 'unknown');
    expect(known.sort()).toEqual(Object.keys(FAULT_CODES).sort());
  });

  it('are there for every check of a text', () => {
    expect(Object.keys(ru.rules).sort()).toEqual(
      [...RULES.map(({ id }) => id), 'no-template'].sort(),
    );
  });
});
