import { describe, expect, it } from 'vitest';
import { en } from '../../src/locales/en/index.ts';
import { fill } from '../../src/locales/fill.ts';
import { createFormat } from '../../src/locales/format.ts';
import { kk } from '../../src/locales/kk/index.ts';
import { choosePlural } from '../../src/locales/plural.ts';
import { ru } from '../../src/locales/ru/index.ts';

const russian = createFormat('ru', ru.app.units);
const kazakh = createFormat('kk', kk.app.units);
const english = createFormat('en', en.app.units);
/** No-break spaces are what is printed; plain ones are what is read here. */
const plain = (text: string): string => text.replaceAll('\u00A0', ' ');

describe('money and numbers', () => {
  it('has the sign of tenge behind it in every language', () => {
    expect(plain(russian.money(1_234_567.6))).toBe('1 234 568 ₸');
    expect(plain(kazakh.money(1_234_567.6))).toBe('1 234 568 ₸');
    expect(plain(english.money(1_234_567.6))).toBe('1,234,568 ₸');
  });

  it('is joined by no-break spaces', () => {
    expect(russian.money(27_400)).toBe('27\u00A0400\u00A0₸');
  });

  it.each([
    [950, '950'],
    [9_999, '9 999'],
    [12_400, '12 тыс.'],
    [999_960, '1 млн'],
    [2_826_757, '2,8 млн'],
    [1_500_000_000, '1,5 млрд'],
  ])('shortens %d to %s', (n, text) => {
    expect(plain(russian.compact(n))).toBe(text);
  });

  it('writes percent closed up', () => {
    expect(russian.percent(0.165)).toBe('16,5%');
    expect(english.percent(0.165)).toBe('16.5%');
  });
});

describe('sizes and times', () => {
  it.each([
    [0, '0 Б'],
    [23_400, '23 КБ'],
    [4_420_000, '4,4 МБ'],
    [7_000_000_000, '7 ГБ'],
  ])('%d bytes are %s', (n, text) => {
    expect(plain(russian.bytes(n))).toBe(text);
  });

  it.each([
    [20, '0,1 с'],
    [2_340, '2,3 с'],
    [61_000, '61 с'],
    [600_000, '10 мин'],
    [7_200_000, '2 ч'],
  ])('%d ms are %s', (ms, text) => {
    expect(plain(russian.duration(ms))).toBe(text);
  });
});

describe('months', () => {
  it('has names of its own in every language', () => {
    expect(russian.month('2025-08')).toBe('авг. 2025');
    expect(kazakh.month('2025-08')).toBe('там. 2025');
    expect(english.date('2025-09-01')).toBe('1 Sep 2025');
    expect(russian.month('13.2025')).toBe('13.2025');
    expect(russian.date('soon')).toBe('soon');
  });
});

describe('plural forms', () => {
  it.each([
    [1, '1 клиент'],
    [2, '2 клиента'],
    [5, '5 клиентов'],
    [11, '11 клиентов'],
    [21, '21 клиент'],
    [112, '112 клиентов'],
  ])('%d in Russian', (n, text) => {
    expect(russian.count(ru.app.clients, n)).toBe(text);
  });

  it('are one and many in English, one in Kazakh', () => {
    expect(english.count(en.app.clients, 1)).toBe('1 client');
    expect(english.count(en.app.clients, 2)).toBe('2 clients');
    expect(kazakh.count(kk.app.clients, 1)).toBe('1 клиент');
    expect(choosePlural('kk', 5, { other: '{n} ай' })).toBe('{n} ай');
  });
});

describe('placeholders', () => {
  it('are replaced in one pass: a value is never looked at again', () => {
    expect(fill('{a} и {b}', { a: '{b}', b: 1 })).toBe('{b} и 1');
    expect(fill('{toString} {x}', { x: 'y' })).toBe('{toString} y');
  });
});
