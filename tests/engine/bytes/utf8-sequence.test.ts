import { expect, it } from 'vitest';
import { CUT, utf8SequenceLength } from '../../../src/engine/bytes/utf8-sequence.ts';

const lengthOf = (...bytes: number[]): number =>
  utf8SequenceLength(Uint8Array.from(bytes), 0, bytes.length);

it.each([
  ['a', 1],
  ['\0', 1],
  ['ж', 2],
  ['\u0800', 3],
  ['₸', 3],
  ['\ud7ff', 3],
  ['\ue000', 3],
  ['\u{10000}', 4],
  ['\u{10ffff}', 4],
])('%j is a sequence of %d', (text, length) => {
  expect(lengthOf(...new TextEncoder().encode(text))).toBe(length);
});

it.each([
  ['a continuation by itself', [0x80]],
  ['an overlong pair', [0xc1, 0xbf]],
  ['a pair without its second', [0xd0, 0x41]],
  ['a second that is a lead', [0xd0, 0xd0]],
  ['an overlong triple', [0xe0, 0x9f, 0xbf]],
  ['a surrogate', [0xed, 0xa0, 0x80]],
  ['an overlong quadruple', [0xf0, 0x8f, 0xbf, 0xbf]],
  ['beyond U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
  ['a lead that never was', [0xf5, 0x80, 0x80, 0x80]],
  ['a triple broken late', [0xe2, 0x82, 0x41]],
])('%s is none', (_, bytes) => {
  expect(lengthOf(...bytes)).toBe(0);
});

it.each([[[0xd0]], [[0xe2, 0x82]], [[0xf0, 0x9f, 0x98]]])('%j is cut', (bytes) => {
  expect(lengthOf(...bytes)).toBe(CUT);
});

it('agrees with the decoder on all pairs and triples of telling bytes', () => {
  const telling = [0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1];
  telling.push(0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const isWhole = (bytes: number[]): boolean => {
    try {
      return Array.from(decoder.decode(Uint8Array.from(bytes))).length === 1;
    } catch {
      return false;
    }
  };
  for (const a of telling) {
    for (const b of telling) {
      expect(lengthOf(a, b) === 2, `${a} ${b}`).toBe(isWhole([a, b]));
      for (const c of telling) expect(lengthOf(a, b, c) === 3).toBe(isWhole([a, b, c]));
    }
  }
});
