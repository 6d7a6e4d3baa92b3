import { describe, expect, it } from 'vitest';
import {
  estimateStep,
  groupedText,
  moneyText,
  percentText,
  roundEstimate,
} from '../../../src/engine/texts/amounts.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', '_');

describe('groupedText', () => {
  it.each([
    [0, '0'],
    [7, '7'],
    [999, '999'],
    [1000, '1_000'],
    [27_400, '27_400'],
    [123_456, '123_456'],
    [1e12, '1_000_000_000_000'],
    [1234.5, '1_235'],
  ])('%s is %s', (value, text) => {
    expect(plain(groupedText(value))).toBe(text);
  });

  it('agrees with Intl', () => {
    const intl = new Intl.NumberFormat('ru-KZ', { maximumFractionDigits: 0 });
    for (let value = 1; value < 1e13; value *= 7) {
      expect(groupedText(value)).toBe(intl.format(value));
    }
  });
});

it('moneyText joins the sign with NBSP', () => {
  expect(plain(moneyText(2490, '₸'))).toBe('2_490_₸');
});

describe('percentText', () => {
  it.each([
    [0.04, '4%'],
    [0.015, '1,5%'],
    [0.165, '16,5%'],
    [0.1781, '17,81%'],
    [0.0617, '6,17%'],
    [0.29, '29%'],
  ])('%s is %s', (fraction, text) => {
    expect(percentText(fraction)).toBe(text);
  });
});

describe('roundEstimate', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 10],
    [994, 990],
    [996, 1000],
    [1049, 1000],
    [1051, 1100],
    [27_449, 27_400],
  ])('%s is about %s', (value, rounded) => {
    expect(roundEstimate(value)).toBe(rounded);
  });

  it('steps by 10 under a thousand and by 100 from it', () => {
    expect([estimateStep(999), estimateStep(1000)]).toEqual([10, 100]);
  });
});
