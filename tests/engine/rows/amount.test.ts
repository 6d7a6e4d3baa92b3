import { describe, expect, it } from 'vitest';
import { readAmount } from '../../../src/engine/rows/amount.ts';
import { VOCABULARY } from '../../../src/presets/vocabulary.ts';

const read = (text: string, decimal: '.' | ',' | null = null) =>
  readAmount(text, decimal, VOCABULARY);

const NBSP = '\u00A0';
const NARROW = '\u202F';
const MINUS = '\u2212';
const EN_DASH = '\u2013';

describe('readAmount: what can be read one way is read so', () => {
  it.each([
    // text, tiyn, evidence
    ['0', 0, null],
    ['-0', 0, null],
    ['0.00', 0, '.'],
    ['5', 500, null],
    ['007', 700, null],
    ['12.5', 1250, '.'],
    ['12,5', 1250, ','],
    ['12.34', 1234, '.'],
    ['12,34', 1234, ','],
    ['1234.567', 123457, '.'],
    ['1234,567', 123457, ','],
    ['0.289', 29, '.'],
    ['0,289', 29, ','],
    ['012,345', 1235, ','],
    ['000.000', 0, '.'],
    ['1.2890', 129, '.'],
    ['1.28', 128, '.'],
    ['.5', 50, '.'],
    [',5', 50, ','],
    ['.289', 29, '.'],
    ['5.', 500, null],
    ['5,', 500, null],
    ['59629.96910971332', 5962997, '.'],
  ])('plain %s', (text, tiyn, evidence) => {
    expect(read(text)).toMatchObject({ kind: 'amount', tiyn, evidence, currency: null });
  });

  it.each([
    ['1 234', 123400, null],
    [`1${NBSP}234`, 123400, null],
    [`1${NARROW}234`, 123400, null],
    ["1'234", 123400, null],
    ['1\u2019234', 123400, null],
    ['1 234 567', 123456700, null],
    [`1 234${NBSP}567`, 123456700, null],
    ['1 234,56', 123456, ','],
    ['1 234.56', 123456, '.'],
    ['1 234,567', 123457, ','],
    ["1'234.567", 123457, '.'],
    ['1 234.', 123400, '.'],
    ['1,234.56', 123456, '.'],
    ['1.234,56', 123456, ','],
    ['1,234.567', 123457, '.'],
    ['1,234,567.8', 123456780, '.'],
    ['1.234.567', 123456700, ','],
    ['1,234,567', 123456700, '.'],
  ])('grouped %s', (text, tiyn, evidence) => {
    expect(read(text)).toEqual({ kind: 'amount', tiyn, evidence, repaired: true, currency: null });
  });

  it.each([
    ['+5', 500],
    ['-5', -500],
    ['- 5', -500],
    ['5-', -500],
    ['5 -', -500],
    ['5+', 500],
    [`${MINUS}5`, -500],
    [`5${MINUS}`, -500],
    [`${EN_DASH}5`, -500],
    [`5${EN_DASH}`, -500],
    ['(5)', -500],
    ['( 5,50 )', -550],
    ['-.5', -50],
    ['(0)', 0],
  ])('signed %s', (text, tiyn) => {
    const reading = read(text);
    expect(reading).toMatchObject({ kind: 'amount', tiyn });
    expect(Object.is(reading.kind === 'amount' && reading.tiyn, -0)).toBe(false);
  });

  it.each([
    ['500 ₸', 50000, 'KZT'],
    ['₸500', 50000, 'KZT'],
    ['500тг', 50000, 'KZT'],
    ['500 тг.', 50000, 'KZT'],
    ['500 ТЕНГЕ', 50000, 'KZT'],
    ['500 kzt', 50000, 'KZT'],
    ['KZT 500 ₸', 50000, 'KZT'],
    ['$5', 500, 'USD'],
    ['-$5', -500, 'USD'],
    ['$-5', -500, 'USD'],
    ['$.50', 50, 'USD'],
    ['($5)', -500, 'USD'],
    ['(5 €)', -500, 'EUR'],
    ['(5) €', -500, 'EUR'],
    ['€ (5)', -500, 'EUR'],
    ['5 € -', -500, 'EUR'],
    ['5-₽', -500, 'RUB'],
    ['руб.500', 50000, 'RUB'],
    ['500.руб', 50000, 'RUB'],
    ['500 руб.', 50000, 'RUB'],
    ['10 доллар  США', 1000, 'USD'],
    ['5 GBP', 500, 'GBP'],
  ])('with a currency %s', (text, tiyn, currency) => {
    expect(read(text)).toMatchObject({ kind: 'amount', tiyn, currency, repaired: true });
  });

  it.each([
    ['1e3', 100000, null],
    ['1E+3', 100000, null],
    ['1.5e2', 15000, '.'],
    ['1,289E+03', 128900, ','],
    ['1.289e3', 128900, '.'],
    ['12345e-2', 12345, null],
    ['1.234e-1', 12, '.'],
    ['5e-3', 1, null],
    ['4e-3', 0, null],
    ['5e-15', 0, null],
    [`5e${MINUS}1`, 50, null],
    ['1e0000000002', 10000, null],
    ['1e13', 1e15, null],
    ['5.e1', 5000, null],
    ['0.00000000000001e15', 1000, '.'],
  ])('scientific %s', (text, tiyn, evidence) => {
    expect(read(text)).toMatchObject({ kind: 'amount', tiyn, evidence, repaired: true });
  });

  it.each([
    ['0.005', 1],
    ['-0.005', -1],
    ['0.00499999999999999999999999', 0],
    ['1.005', 101],
    ['1.015', 102],
    ['2.675', 268],
    ['0.994999', 99],
    ['0.995', 100],
    ['9999999999999.995', 1e15],
    ['9999999999999.994', 999999999999999],
  ])('rounds %s once, half away from zero', (text, tiyn) => {
    expect(read(text, '.')).toMatchObject({ kind: 'amount', tiyn });
  });

  it.each(['0', '-5', '007', '12.5', '-12,50', '0.05', '1234.567'])(
    '%s needs no repair',
    (text) => {
      expect(read(text)).toMatchObject({ repaired: false });
    },
  );

  it.each(['+5', '.5', '5.', '5-', '1 234', '1e3', '5 ₸', '(5)'])('%s is a repair', (text) => {
    expect(read(text)).toMatchObject({ repaired: true });
  });

  it('trims what is invisible around the cell without calling it a repair', () => {
    expect(read(`\uFEFF ${NBSP}-12.5\u200B\t`)).toMatchObject({ tiyn: -1250, repaired: false });
  });
});

describe('readAmount: the kind only its column can tell', () => {
  it.each([
    ['1,289', 128900, 129],
    ['1.289', 129, 128900],
    ['12,345', 1234500, 1235],
    ['999.999', 100000, 99999900],
    ['-1,289', -128900, -129],
    ['(1.289 ₸)', -129, -128900],
  ])('%s', (text, asPoint, asComma) => {
    expect(read(text)).toEqual({ kind: 'ambiguous', asPoint, asComma });
    expect(read(text, '.')).toMatchObject({ kind: 'amount', tiyn: asPoint, evidence: null });
    expect(read(text, ',')).toMatchObject({ kind: 'amount', tiyn: asComma, evidence: null });
  });

  it('calls the reading as thousands a repair, the reading as a fraction none', () => {
    expect(read('1,289', '.')).toMatchObject({ repaired: true });
    expect(read('1,289', ',')).toMatchObject({ repaired: false });
  });

  it.each(['1 234,56', '12,5', '1.234,56', '0,289'])(
    'a point column does not change %s, which can be read one way',
    (text) => {
      expect(read(text, '.')).toEqual(read(text, null));
    },
  );
});

describe('readAmount: what cannot be read says why', () => {
  it.each([
    ['', 'amount-missing'],
    [` ${NBSP}\u200B`, 'amount-missing'],
    ['NaN', 'amount-not-finite'],
    ['nan', 'amount-not-finite'],
    ['-nan', 'amount-not-finite'],
    ['inf', 'amount-not-finite'],
    ['+Infinity', 'amount-not-finite'],
    [`${MINUS} INF`, 'amount-not-finite'],
    ['∞', 'amount-not-finite'],
    ['1e16', 'amount-exponent'],
    ['1e-16', 'amount-exponent'],
    ['1e99999999999999999999', 'amount-exponent'],
    ['0e16', 'amount-exponent'],
    ['10000000000000.01', 'amount-too-large'],
    ['10000000000000.0000000001', 'amount-too-large'],
    ['10000000000001', 'amount-too-large'],
    ['-99999999999999999999', 'amount-too-large'],
    ['1.1e13', 'amount-too-large'],
    ['1e15', 'amount-too-large'],
    ['abc', 'amount-unreadable'],
    ['-', 'amount-unreadable'],
    ['—', 'amount-unreadable'],
    ['n/a', 'amount-unreadable'],
    ['₸', 'amount-unreadable'],
    ['1.#INF', 'amount-unreadable'],
    ['5%', 'amount-unreadable'],
    ['=5', 'amount-unreadable'],
    ['0x1F', 'amount-unreadable'],
    ['1_000', 'amount-unreadable'],
    ['٣', 'amount-unreadable'],
    ['\uFF15', 'amount-unreadable'],
    ['1٣2', 'amount-unreadable'],
    ['5 шт', 'amount-unreadable'],
    ['1,5 млн', 'amount-unreadable'],
    ['5 USD 6', 'amount-unreadable'],
    ['$5 €', 'amount-unreadable'],
    ['$ - ₸ 5', 'amount-unreadable'],
    ['--5', 'amount-unreadable'],
    ['-5-', 'amount-unreadable'],
    ['-(5)', 'amount-unreadable'],
    ['(-5)', 'amount-unreadable'],
    ['(5', 'amount-unreadable'],
    ['5)', 'amount-unreadable'],
    [')5(', 'amount-unreadable'],
    ['500.-', 'amount-unreadable'],
    ['1 23', 'amount-unreadable'],
    ['1234 567', 'amount-unreadable'],
    ["1234'567", 'amount-unreadable'],
    ['1234.567.890', 'amount-unreadable'],
    ['1234,567,890', 'amount-unreadable'],
    ['0 123', 'amount-unreadable'],
    ['1  234', 'amount-unreadable'],
    ['1 234.567 8', 'amount-unreadable'],
    ["1 234'567", 'amount-unreadable'],
    ['1 234.567.890', 'amount-unreadable'],
    ["1,23,456'789", 'amount-unreadable'],
    ['1,23,456', 'amount-unreadable'],
    ['1.23.45', 'amount-unreadable'],
    ['0.123.456', 'amount-unreadable'],
    ['0,123.45', 'amount-unreadable'],
    ['1234,567.89', 'amount-unreadable'],
    ['1.234,567,890', 'amount-unreadable'],
    [',234.5', 'amount-unreadable'],
    ['..5', 'amount-unreadable'],
    ['5..', 'amount-unreadable'],
    ['1 234e3', 'amount-unreadable'],
    ['1.234.567e3', 'amount-unreadable'],
    ['1e2e3', 'amount-unreadable'],
    ['1e2.5', 'amount-unreadable'],
    ['1e--2', 'amount-unreadable'],
    ['12\u200B345', 'amount-unreadable'],
    ['1\u00002', 'amount-unreadable'],
    ['01.09.2025', 'amount-unreadable'],
    ['10:30', 'amount-unreadable'],
  ])('%j → %s', (text, code) => {
    for (const decimal of [null, '.', ','] as const) {
      expect(read(text, decimal)).toEqual({ kind: 'bad', code });
    }
  });

  it('does not choke on a cell of ten megabytes', () => {
    for (const unit of ['9', '0', 'e', '1e', ' ', '1 ', '.', '-', '(', 'x']) {
      const reading = read(`1${unit.repeat(1e7 / unit.length)}1`);
      expect(reading).toEqual({ kind: 'bad', code: 'amount-unreadable' });
      expect(read(`-${unit.repeat(1e7 / unit.length)}x`)).toEqual(reading);
    }
  });
});
