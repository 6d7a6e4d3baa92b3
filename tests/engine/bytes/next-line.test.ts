import { expect, it } from 'vitest';
import { NO_LINE_END, nextLine } from '../../../src/engine/bytes/next-line.ts';
import { bytesOf } from './records.ts';

it.each([
  // text, start of the next line when the input ends there, when more may follow
  ['ab\nc', 3, 3],
  ['ab\r\nc', 4, 4],
  ['ab\rc', 3, 3],
  ['ab\r', 3, NO_LINE_END],
  ['ab', 2, NO_LINE_END],
  ['"a\n"', 3, 3],
])('%j', (text, atEnd, withMore) => {
  const buf = bytesOf(text);
  expect(nextLine(buf, 0, buf.length, true)).toBe(atEnd);
  expect(nextLine(buf, 0, buf.length, false)).toBe(withMore);
});

it('looks only from the given place to the given end', () => {
  expect(nextLine(bytesOf('a\nb\nc'), 2, 5, true)).toBe(4);
  expect(nextLine(bytesOf('a\nb\nc'), 2, 3, false)).toBe(NO_LINE_END);
});
