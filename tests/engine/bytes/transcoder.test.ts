import { describe, expect, it } from 'vitest';
import type { EncodingName } from '../../../src/engine/bytes/encoding.ts';
import { createTranscoder } from '../../../src/engine/bytes/transcoder.ts';
import { WINDOWS_1251 } from '../../../src/engine/bytes/windows-1251.ts';

const transcode = (
  encoding: EncodingName,
  bytes: readonly number[],
  { chunk = bytes.length || 1, fromStart = true } = {},
): number[] => {
  const transcoder = createTranscoder(encoding, fromStart);
  const out: number[] = [];
  for (let p = 0; p < bytes.length; p += chunk) {
    out.push(...transcoder.push(Uint8Array.from(bytes.slice(p, p + chunk))));
    out.push(...transcoder.push(new Uint8Array(0)));
  }
  out.push(...transcoder.end());
  return out;
};

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];

const utf16 = (text: string, littleEndian: boolean): number[] =>
  Array.from({ length: text.length }, (_, i) => {
    const unit = text.charCodeAt(i);
    return littleEndian ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff];
  }).flat();

describe.each([1, 2, 3, 5, 1000])('in chunks of %d', (chunk) => {
  it.each(['', 'a', '\ufeff', '\ufeffa', '\ufeff\ufeffa', 'жa', '\uf000\ufec0', '\ufec0b'])(
    'utf-8 %j passes, but for a BOM',
    (text) => {
      const expected = utf8(text.startsWith('\ufeff') ? text.slice(1) : text);
      expect(transcode('utf-8', utf8(text), { chunk })).toEqual(expected);
    },
  );

  it.each([[[0xef]], [[0xef, 0xbb]], [[0xef, 0x41]], [[0xef, 0xbb, 0x41]], [[0xff, 0xd0]]])(
    'damaged utf-8 %j passes as it is',
    (bytes) => {
      expect(transcode('utf-8', bytes, { chunk })).toEqual(bytes);
    },
  );

  it.each([true, false])('utf-16 (little endian: %j) becomes utf-8', (littleEndian) => {
    const name = littleEndian ? 'utf-16le' : 'utf-16be';
    const text = 'Қанат, 5\u00a0₸ 😀\r\n\ufeff\0\uffff';
    expect(transcode(name, utf16(text, littleEndian), { chunk })).toEqual(utf8(text));
    expect(transcode(name, utf16(`\ufeff${text}`, littleEndian), { chunk })).toEqual(utf8(text));
  });

  it.each(['\ud83d', '\ud83da', '\ude00', '\ud83d\ud83d\ude00', 'a\ude00\ud83db', '\ud83d\ufeff'])(
    'lone surrogates of utf-16 %j are shown as damage',
    (text) => {
      const expected = utf8(text);
      expect(transcode('utf-16le', utf16(text, true), { chunk })).toEqual(expected);
      expect(transcode('utf-16be', utf16(text, false), { chunk })).toEqual(expected);
    },
  );

  it('half a unit at the end is shown as damage', () => {
    expect(transcode('utf-16le', [0x41, 0, 0x42], { chunk })).toEqual(utf8('A\ufffd'));
    expect(transcode('utf-16le', [0x3d, 0xd8, 0x42], { chunk })).toEqual(utf8('\ufffd'));
  });

  it('windows-1251 becomes utf-8', () => {
    const bytes = [0xc0, 0x2c, 0xff, 0xb8, 0x88, 0xa0, 0xb9];
    expect(transcode('windows-1251', bytes, { chunk })).toEqual(utf8('А,яё€\u00a0№'));
  });
});

it('a range from the middle of a file has no BOM to lose', () => {
  const inside = { fromStart: false };
  expect(transcode('utf-8', utf8('\ufeffa'), inside)).toEqual(utf8('\ufeffa'));
  expect(transcode('utf-16le', utf16('\ufeffa', true), inside)).toEqual(utf8('\ufeffa'));
});

it('the windows-1251 table is the Encoding Standard’s', () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const text = new TextDecoder('windows-1251').decode(all);
  expect([...WINDOWS_1251]).toEqual(Array.from(text, (char) => char.charCodeAt(0)));
});
