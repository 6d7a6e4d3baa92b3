import { expect, it } from 'vitest';
import { parseNumber } from '../../../src/app/composables/parse-number.ts';

it.each([
  ['7.5', 7.5],
  ['7,5', 7.5],
  [' 1 000 000 ', 1_000_000],
  ['1\u00A0000\u00A0000,25 ₸', 1_000_000.25],
  ['1,000,000.5', 1_000_000.5],
  ['1.000.000,5', 1_000_000.5],
  ['1.000.000', 1_000_000],
  ["1'234", 1234],
  ['−3', -3],
  ['-0,5', -0.5],
  [',5', 0.5],
  ['5,', 5],
])('reads «%s» as %d', (text, value) => {
  expect(parseNumber(text)).toBe(value);
});

it.each(['', ' ', 'много', '1e5', '1.2,3.4', '--1', '5%', ',', 'NaN'])('refuses «%s»', (text) => {
  expect(parseNumber(text)).toBeNull();
});
