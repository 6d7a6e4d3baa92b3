import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headingKey, tidyText, trimCell, valueKey } from '../../../src/engine/kernel/text-key.ts';

const BLANKS = [
  ' ',
  '\t',
  '\n',
  '\v',
  '\f',
  '\r',
  '\u00A0',
  '\u1680',
  '\u2000',
  '\u2009',
  '\u200A',
  '\u200B',
  '\u200C',
  '\u200D',
  '\u2028',
  '\u2029',
  '\u202F',
  '\u205F',
  '\u2060',
  '\u3000',
  '\uFEFF',
];

describe('simple words', () => {
  const letter = fc.constantFrom(
    ...['a', 'Z', '9', '-', '_', '~', '\u0401', '\u0451', '\u0410', '\u044F', '\u0418'],
    ' ',
    '\u0306',
    '\u00A0',
    '\u0130',
    '\u04D8',
    '\t',
  );
  const words = fc.string({ unit: letter, maxLength: 8 });

  it('law: have the keys that any other way of writing them has', () => {
    fc.assert(
      fc.property(words, (text) => {
        // What stands in zero-width characters is not simple, and trimmed.
        const padded = `\u200B${text}\u200B`;
        expect(tidyText(text)).toBe(tidyText(padded));
        expect(valueKey(text)).toBe(valueKey(padded));
        expect(headingKey(text)).toBe(headingKey(padded));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('trimCell', () => {
  it.each(BLANKS.map((blank) => [blank.codePointAt(0)?.toString(16), blank]))(
    'takes U+%s from both ends and leaves it inside',
    (_, blank) => {
      expect(trimCell(`${blank}${blank}a${blank}b${blank}`)).toBe(`a${blank}b`);
      expect(trimCell(blank)).toBe('');
    },
  );

  it.each(['\u0000', '\u0008', '\u000E', '\u001F', '!', '\u009F', '\u00A1', '\u200E', '\u2010'])(
    'leaves %j',
    (char) => {
      expect(trimCell(`${char}a${char}`)).toBe(`${char}a${char}`);
    },
  );

  it('returns what needs no trimming as it is', () => {
    expect(trimCell('')).toBe('');
    expect(trimCell('Такси')).toBe('Такси');
  });
});

describe('tidyText', () => {
  it('makes runs of white space one space and composes letters', () => {
    expect(tidyText(' Кафе \u00A0\t и   рестораны ')).toBe('Кафе и рестораны');
    expect(tidyText('и\u0306од')).toBe('йод');
  });
});

describe('valueKey', () => {
  it.each([
    ['ТАКСИ', 'такси'],
    ['  Спа   и \u00A0массаж\u200B', 'спа и массаж'],
    ['И\u0306ОД', 'йод'],
    ['STRASSE', 'straße'],
    ['Қонақүй', 'ҚОНАҚҮЙ'],
  ])('%j and %j are one value', (a, b) => {
    expect(valueKey(a)).toBe(valueKey(b));
  });

  it.each([
    ['salary_in', 'salary in'],
    ['Спа и массаж', 'Спаимассаж'],
    ['е', 'ё'],
    ['Такcи', 'Такси'],
  ])('%j and %j are two', (a, b) => {
    expect(valueKey(a)).not.toBe(valueKey(b));
  });
});

describe('headingKey', () => {
  it.each([
    ['\uFEFFClient Code', 'client_code'],
    ['CLIENT-CODE', 'client_code'],
    ['client\u2011code', 'client_code'],
    [' c l i e n t\u200B_code ', 'clientcode'],
    ['Код  клиента', 'код_клиента'],
  ])('%j and %j are one heading', (a, b) => {
    expect(headingKey(a)).toBe(headingKey(b));
  });

  it('keeps other punctuation apart', () => {
    expect(headingKey('amount, KZT')).not.toBe(headingKey('amount KZT'));
  });
});

describe('a cell of ten megabytes', () => {
  it.each([' ', 'Я', '\u0306', '_', 'a ', '\u200B'])('of %j is only trimmed', (unit) => {
    const long = `x${unit.repeat(1e7 / unit.length)}X`;
    expect(tidyText(` ${long} `) === long).toBe(true);
    expect(valueKey(` ${long} `) === long).toBe(true);
    expect(headingKey(` ${long} `) === long).toBe(true);
  });

  it('starts where no word ends', () => {
    expect(valueKey('A'.repeat(1000))).toBe('a'.repeat(1000));
    expect(valueKey('A'.repeat(1001))).toBe('A'.repeat(1001));
  });
});
