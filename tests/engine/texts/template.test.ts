import { describe, expect, it } from 'vitest';
import { parseTemplate } from '../../../src/engine/texts/template.ts';

describe('parseTemplate', () => {
  it.each([
    ['', [''], []],
    ['без дыр', ['без дыр'], []],
    ['в {month} ушло {sum}.', ['в ', ' ушло ', '.'], ['month', 'sum']],
    ['{a}{b}', ['', '', ''], ['a', 'b']],
  ])('splits "%s"', (text, literals, slots) => {
    expect(parseTemplate(text)).toEqual({ literals, slots });
  });

  it.each([
    ['ушло {sum', 'unclosed-brace'],
    ['ушло {sum {n}', 'unclosed-brace'],
    ['ушло sum}', 'stray-brace'],
    ['ушло } {sum}', 'stray-brace'],
    ['ушло {}', 'empty-placeholder'],
  ])('names what is wrong with "%s"', (text, error) => {
    expect(parseTemplate(text)).toBe(error);
  });
});
