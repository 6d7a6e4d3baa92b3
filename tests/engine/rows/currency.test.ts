import { describe, expect, it } from 'vitest';
import { findCurrency, readCurrency } from '../../../src/engine/rows/currency.ts';
import { VOCABULARY } from '../../../src/presets/vocabulary.ts';

describe('readCurrency', () => {
  it.each([
    ['', 'KZT'],
    [' \u00A0', 'KZT'],
    ['KZT', 'KZT'],
    ['kzt', 'KZT'],
    ['₸', 'KZT'],
    ['тг', 'KZT'],
    ['ТГ.', 'KZT'],
    ['Тенге', 'KZT'],
    ['398', 'KZT'],
    ['$', 'USD'],
    ['usd', 'USD'],
    ['доллар   США', 'USD'],
    ['€', 'EUR'],
    ['₽', 'RUB'],
    ['rur', 'RUB'],
    ['руб.', 'RUB'],
    ['Xyz', 'XYZ'],
  ])('%j → %s', (text, code) => {
    expect(readCurrency(text, VOCABULARY)).toEqual({ kind: 'currency', code });
  });

  it.each(['тугрик', 'US', 'USDT', '12', '?', '__proto__', 'constructor'])(
    '%j is unknown',
    (text) => {
      expect(readCurrency(text, VOCABULARY)).toEqual({ kind: 'bad', code: 'currency-unknown' });
    },
  );
});

describe('findCurrency', () => {
  it('knows a spelling with its own point before the one without', () => {
    const vocabulary = { ...VOCABULARY, currencySpellings: { 'r.': 'AAA', r: 'BBB' } };
    expect(findCurrency('r.', vocabulary)).toBe('AAA');
    expect(findCurrency('r', vocabulary)).toBe('BBB');
  });
});
