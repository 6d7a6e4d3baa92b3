import { expect, it } from 'vitest';
import { guessRecordStart } from '../../../src/engine/bytes/line-start.ts';
import { NO_LINE_END } from '../../../src/engine/bytes/next-line.ts';
import { bytesOf } from './records.ts';

const guess = (text: string, { atEnd = true, fieldCount = 3 } = {}): number => {
  const buf = bytesOf(text);
  return guessRecordStart(buf, 0, buf.length, atEnd, 0x2c, fieldCount);
};

it('takes the first line end when rows follow it', () => {
  expect(guess('x,y\n1,2,3\n4,5,6\n')).toBe(4);
  expect(guess('x,y\n1,2,3\n4,5', { atEnd: false })).toBe(4);
});

it('passes over line ends inside a quoted cell', () => {
  const inside = 'text\nmore, text\nend",2,3\n';
  expect(guess(`${inside}1,2,3\n\n4,5,6\n`)).toBe(inside.length);
});

it('looks at several rows, not at one', () => {
  const inside = 'a\n1,2,3\n1,2,3\nend",2,3\n';
  expect(guess(`${inside}1,2,3\n4,5,6\n7,8,9\n1,2,3\n4,5,6\n`)).toBe(inside.length);
});

it('is wary of malformed fields and of quotes that never close', () => {
  expect(guess('x\n"a"b,2,3\n1,2,3\n')).toBe('x\n"a"b,2,3\n'.length);
  expect(guess('x\n"a,2,3\n1,2,3\n')).toBe('x\n"a,2,3\n'.length);
});

it('falls back to the first line end when nothing agrees', () => {
  expect(guess('x\n1\n2\n3\n', { fieldCount: 2 })).toBe(2);
  expect(guess(`x\n${'1\n'.repeat(1000)}`, { fieldCount: 2 })).toBe(2);
  expect(guess('x\n1', { atEnd: false })).toBe(2);
  expect(guess('x\n1\n2,3', { atEnd: false })).toBe(2);
});

it('says when no line ends', () => {
  expect(guess('1,2,3', { atEnd: false })).toBe(NO_LINE_END);
  expect(guess('1,2,3')).toBe(5);
});

it('trusts a last line end', () => {
  expect(guess('1,2,3\n')).toBe(6);
});
