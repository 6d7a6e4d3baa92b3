import { expect, it } from 'vitest';
import { crc32 } from '../../../src/worker/sources/crc32.ts';
import { bytesOf } from './zip-file.ts';

it('is the CRC-32 that everybody means', () => {
  expect(crc32(new Uint8Array(0))).toBe(0);
  expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926);
  expect(crc32(bytesOf('The quick brown fox jumps over the lazy dog'))).toBe(0x414fa339);
});

it('goes on where it stopped', () => {
  const bytes = bytesOf('The quick brown fox jumps over the lazy dog');
  for (let cut = 0; cut <= bytes.length; cut++) {
    expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(0x414fa339);
  }
});
