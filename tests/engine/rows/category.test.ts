import { describe, expect, it } from 'vitest';
import { readCategory } from '../../../src/engine/rows/category.ts';
import { VOCABULARY } from '../../../src/presets/vocabulary.ts';

const read = (text: string) => readCategory(text, VOCABULARY);

describe('readCategory', () => {
  it.each(VOCABULARY.categories.map((label, category) => [label, category] as const))(
    '%s is official, in any case',
    (label, category) => {
      for (const text of [label, label.toUpperCase(), `  ${label.replaceAll(' ', '  ')} `]) {
        expect(read(text)).toEqual({ kind: 'known', category });
      }
    },
  );

  it('keeps an unknown one as it is, with a key its spellings share', () => {
    expect(read(' Дом  и сад')).toEqual({
      kind: 'unknown',
      key: 'дом и сад',
      label: 'Дом и сад',
      fault: 'unknown-category',
    });
    expect(read('ДОМ И САД')).toMatchObject({ key: 'дом и сад', label: 'ДОМ И САД' });
    expect(read('__proto__')).toMatchObject({ kind: 'unknown', label: '__proto__' });
  });

  it.each(['', ' \uFEFF'])('%j is missing', (text) => {
    expect(read(text)).toEqual({ kind: 'bad', code: 'category-missing' });
  });
});
