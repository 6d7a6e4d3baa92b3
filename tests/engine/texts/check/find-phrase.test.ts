import { describe, expect, it } from 'vitest';
import { findAmounts } from '../../../../src/engine/texts/check/find-amounts.ts';
import { findCapitalised } from '../../../../src/engine/texts/check/find-capitalised.ts';
import { findPhrase, findSign } from '../../../../src/engine/texts/check/find-phrase.ts';
import { TextScan } from '../../../../src/engine/texts/check/text-scan.ts';

describe('findPhrase', () => {
  it.each([
    ['досрочно и срочно', 'срочно', 11],
    ['срочное', 'срочно', -1],
    ['срочное', 'срочно*', 0],
    ['қарыз', 'қары', -1],
    ['сөз1', 'сөз', -1],
    ['не упустите шанс', 'не упустите', 0],
    ['(срочно)', 'срочно', 1],
    ['что угодно', '', -1],
    ['что угодно', '*', -1],
    ['a.c и abc', 'a.c', 0],
  ])('in "%s" finds "%s" at %s', (text, phrase, at) => {
    expect(findPhrase(text, phrase)).toBe(at);
  });
});

describe('findSign', () => {
  it.each([
    ['5₸ и 6 ₸', '₸', 1],
    ['5тг', 'тг', 1],
    ['оттгул, 5 тг', 'тг', 10],
    ['тгк', 'тг', -1],
    ['пусто', '₸', -1],
  ])('in "%s" finds "%s" at %s', (text, sign, at) => {
    expect(findSign(text, sign)).toBe(at);
  });
});

describe('findAmounts', () => {
  it.each([
    ['ушло 27\u00a0400\u00a0₸ и 5 ₸', [27_400, 5]],
    ['в 2025, 1\u00a0000\u00a0₸', [1000]],
    ['12,5 ₸ и 20\u00a0млн\u00a0₸', [12.5]],
    ['1\u00a0000\u00a0000\u00a0000\u00a0000\u00a0₸', [1e12]],
    ['₸', []],
  ])('in "%s"', (text, values) => {
    expect(findAmounts(text, '₸').map(({ value }) => value)).toEqual(values);
  });

  it('says where the number begins', () => {
    const text = `${'а'.repeat(60)} 27\u00a0400\u00a0₸`;
    expect(findAmounts(text, '₸')).toEqual([{ value: 27_400, text: '27\u00a0400', start: 61 }]);
  });
});

describe('TextScan', () => {
  it('lists the words that begin with a capital', () => {
    const scan = new TextScan('Әлия, в «АЗС» иПад, Й\u0306ан.');
    expect(scan.capitalised).toEqual([
      { word: 'Әлия', start: 0 },
      { word: 'АЗС', start: 9 },
      { word: 'Й\u0306ан', start: 20 },
    ]);
    expect(scan.capitalised).toBe(scan.capitalised);
  });

  it('keeps every letter in its place', () => {
    const text = 'İİ и АБВ, 5 ₸.';
    const { lower, capitalised } = new TextScan(text);
    expect(lower).toBe('İİ и абв, 5 ₸.');
    expect(capitalised.map(({ word }) => word)).toEqual(['АБВ']);
  });

  it('takes a capital letter that is no letter of a word as it is', () => {
    expect(findCapitalised('Ⅷ глава', 'ⅷ глава')).toEqual([{ word: 'Ⅷ', start: 0 }]);
  });
});
