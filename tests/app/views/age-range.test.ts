import { expect, it } from 'vitest';
import { ageRangeOf } from '../../../src/app/views/age-range.ts';

it.each([
  ['<18', null, 17],
  ['25–34', 25, 34],
  ['65+', 65, null],
])('reads the age group «%s»', (label, from, to) => {
  expect(ageRangeOf(label)).toEqual({ from, to });
});

it('knows who belongs to no group', () => {
  expect(ageRangeOf('')).toEqual({ from: null, to: null, unknown: true });
});
