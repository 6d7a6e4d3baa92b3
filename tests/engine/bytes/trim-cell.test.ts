import { expect, it } from 'vitest';
import { trimCell } from '../../../src/engine/bytes/trim-cell.ts';

const AROUND = [
  ' ',
  '\t',
  '\v',
  '\r\n',
  '\u00a0',
  '\u202f',
  '\u2009',
  '\u200b',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u3000',
  '\u1680',
  '\u2028',
  '\u2029',
  '\u205f',
];

it.each(AROUND)('takes %j from both sides and from nowhere else', (space) => {
  expect(trimCell(`${space}${space}a${space}b${space}`)).toBe(`a${space}b`);
});

it.each(['', 'a', '\0', '\u0001', '~', 'ж', '\u200e', '₸', '\ufffd', '\u00a1'])(
  'keeps %j',
  (text) => {
    expect(trimCell(text)).toBe(text);
  },
);

it('leaves nothing of nothing but spaces', () => {
  expect(trimCell(AROUND.join(''))).toBe('');
});
