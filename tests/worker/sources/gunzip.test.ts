import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../src/worker/sources/crc32.ts';
import { gunzip } from '../../../src/worker/sources/gunzip.ts';
import { bytesOf, concat } from './zip-file.ts';

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let p = 0; p < bytes.length; p += size) yield bytes.subarray(p, p + size);
}

const unpack = async (packed: Uint8Array, size = packed.length): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  for await (const chunk of gunzip(pieces(packed, Math.max(size, 1)))) parts.push(chunk);
  return concat(parts);
};

const noise = (length: number, alphabet: number): Uint8Array => {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return (state >>> 16) % alphabet;
  });
};

const MIB = 1024 * 1024;

const TEXT = bytesOf(
  Array.from({ length: 30_000 }, (_, i) => `${i % 977},2025-08-${i % 28},${i * 7919}`).join('\n'),
);

/** A gzip member whose header has all that a header may have. */
const member = (plain: Uint8Array): Uint8Array => {
  const flags = 4 + 8 + 16 + 2;
  const header = concat([
    Uint8Array.of(0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 0),
    bytesOf('\x03\x00xyz' + 'name\0' + 'comment\0'),
  ]);
  const checks = new DataView(new ArrayBuffer(10));
  checks.setUint16(0, crc32(header) & 0xffff, true);
  checks.setUint32(2, crc32(plain), true);
  checks.setUint32(6, plain.length, true);
  const bytes = new Uint8Array(checks.buffer);
  return concat([header, bytes.subarray(0, 2), deflateRawSync(plain), bytes.subarray(2)]);
};

describe('gunzip', () => {
  it.each([
    ['nothing', new Uint8Array(0), {}],
    ['text', TEXT, {}],
    ['text, packed hard', TEXT, { level: 9 }],
    ['text, not packed', TEXT, { level: 0 }],
    ['text in fixed codes', TEXT, { strategy: constants.Z_FIXED }],
    ['text without copies', TEXT, { strategy: constants.Z_HUFFMAN_ONLY }],
    ['runs', new Uint8Array(1_000_000), {}],
    ['noise', noise(300_000, 256), {}],
    ['noise of two values', noise(300_000, 2), { strategy: constants.Z_HUFFMAN_ONLY }],
  ])('unpacks %s', async (_, plain, options) => {
    const packed = gzipSync(plain, options);
    for (const size of [packed.length, 65_536, 1009]) {
      // Comparing arrays element by element takes longer than unpacking them.
      expect(Buffer.compare(await unpack(packed, size), plain)).toBe(0);
    }
  });

  it('unpacks members one after another, and zeros behind them', async () => {
    const parts = ['a', '', 'bc'].map((text) => gzipSync(text));
    const all = concat([...parts, new Uint8Array(600)]);
    for (let size = 1; size < 100; size++) expect(await unpack(all, size)).toEqual(bytesOf('abc'));
    const padded = concat([gzipSync('a'), new Uint8Array(9), gzipSync('b')]);
    expect(await unpack(padded)).toEqual(bytesOf('ab'));
  });

  it('passes over what a header may hold', async () => {
    const plain = bytesOf('abc');
    for (let size = 1; size < 50; size++) expect(await unpack(member(plain), size)).toEqual(plain);
  });

  it('keeps little of a bomb in memory', async () => {
    const zeros = new Uint8Array(200 * MIB);
    const packed = gzipSync(zeros);
    const before = process.memoryUsage().arrayBuffers;
    const reader = gunzip(pieces(packed, packed.length));
    await reader.next();
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40 * MIB);
    await reader.return(undefined);
    // Held until here, so that its memory is not given back in between.
    expect(packed.length).toBeLessThan(zeros.length / 1000);
  });

  it('unpacks whatever deflate packs', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 2000 }),
        fc.constantFrom(0, 1, 6, 9),
        fc.integer({ min: 1, max: 50 }),
        async (plain, level, size) => {
          expect(await unpack(gzipSync(plain, { level }), size)).toEqual(plain);
        },
      ),
    );
  });
});

describe('what is no gzip', () => {
  const rejects = async (bytes: Uint8Array): Promise<void> => {
    await expect(unpack(bytes)).rejects.toThrow('deflate');
  };

  it('is refused wherever it is cut', async () => {
    for (const plain of [bytesOf('client_code,amount\n'), noise(500, 256)]) {
      const packed = gzipSync(plain);
      for (let length = 0; length < packed.length; length++)
        await rejects(packed.subarray(0, length));
    }
  });

  it('never unpacks to something else when a bit is wrong', async () => {
    const plain = bytesOf('client_code,amount\n7,1\n7,1\n8,5\n');
    const packed = new Uint8Array(gzipSync(plain));
    for (let bit = 0; bit < packed.length * 8; bit++) {
      const wrong = packed.slice();
      wrong[bit >> 3] ^= 1 << (bit & 7);
      // Time, system and the like mean nothing to the text.
      expect(await unpack(wrong).catch(() => plain)).toEqual(plain);
    }
  });

  it.each([
    ['another magic number', [0x1f, 0x8c, 8, 0]],
    ['another method', [0x1f, 0x8b, 7, 0]],
    ['reserved flags', [0x1f, 0x8b, 8, 0x20]],
    ['nothing', []],
  ])('%s', async (_, bytes) => {
    await rejects(concat([Uint8Array.from(bytes), new Uint8Array(100)]));
  });
});
