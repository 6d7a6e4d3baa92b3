import { describe, expect, it } from 'vitest';
import {
  readAge,
  readBalance,
  readLanguage,
  readProfileText,
  readStatus,
} from '../../../src/engine/rows/profile.ts';
import { VOCABULARY } from '../../../src/presets/vocabulary.ts';

describe('readAge', () => {
  it.each([
    ['0', 0],
    ['35', 35],
    [' 035 ', 35],
    ['+35', 35],
    ['35.0', 35],
    ['35,00', 35],
    ['35.', 35],
    ['120', 120],
  ])('%j is %i', (text, value) => {
    expect(readAge(text)).toEqual({ value, fault: null });
  });

  it.each(['121', '999', '1000', '-1', '35.5', '35 лет', '1e1', 'x', 'NaN'])(
    '%j is none',
    (text) => {
      expect(readAge(text)).toEqual({ value: NaN, fault: 'invalid-age' });
    },
  );

  it('survives ten megabytes of digits', () => {
    expect(readAge('0'.repeat(1e7))).toEqual({ value: NaN, fault: 'invalid-age' });
  });

  it.each(['', ' \u00A0'])('%j is missing', (text) => {
    expect(readAge(text)).toEqual({ value: NaN, fault: 'age-missing' });
  });
});

describe('readBalance', () => {
  const read = (text: string, decimal: '.' | ',' | null = null) =>
    readBalance(text, decimal, VOCABULARY);

  it.each([
    ['283478', 28347800, null, false],
    ['283 478,50 ₸', 28347850, ',', true],
    ['KZT 5', 500, null, true],
    ['-100.25', -10025, '.', false],
    ['0', 0, null, false],
  ])('%j', (text, value, evidence, repaired) => {
    expect(read(text)).toEqual({ kind: 'balance', value, fault: null, evidence, repaired });
  });

  it.each([
    ['', 'balance-missing'],
    ['many', 'invalid-balance'],
    ['NaN', 'invalid-balance'],
    ['1e20', 'invalid-balance'],
    ['$500', 'invalid-balance'],
  ])('%j is 0, with %s', (text, fault) => {
    expect(read(text)).toEqual({
      kind: 'balance',
      value: 0,
      fault,
      evidence: null,
      repaired: false,
    });
  });

  it('asks its column like any amount', () => {
    expect(read('1,289')).toEqual({ kind: 'ambiguous', asPoint: 128900, asComma: 129 });
    expect(read('1,289', ',')).toMatchObject({ value: 129 });
  });
});

describe('readStatus', () => {
  it.each([
    ['Студент', 'Студент', null],
    ['  ПРЕМИАЛЬНЫЙ   клиент ', 'Премиальный клиент', null],
    ['VIP', 'VIP', 'unknown-status'],
    [' зп ', 'зп', 'unknown-status'],
    ['', '', null],
  ])('%j → %j', (text, value, fault) => {
    expect(readStatus(text, VOCABULARY)).toEqual({ value, fault });
  });
});

describe('readLanguage', () => {
  it.each([
    ['ru', 'ru', null],
    ['  РУС ', 'ru', null],
    ['kk', 'kk', null],
    ['KAZ', 'kk', null],
    ['Қазақша', 'kk', null],
    ['', '', null],
    ['en', '', 'unknown-language'],
    ['__proto__', '', 'unknown-language'],
  ])('%j → %j', (text, value, fault) => {
    expect(readLanguage(text, VOCABULARY)).toEqual({ value, fault });
  });
});

describe('readProfileText', () => {
  it('tidies and keeps whatever it is', () => {
    expect(readProfileText('  Усть-Каменогорск ')).toBe('Усть-Каменогорск');
    expect(readProfileText('<b>=1+1</b>')).toBe('<b>=1+1</b>');
  });
});
