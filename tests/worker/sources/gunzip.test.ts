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

const TEXT = bytesOf(
  Array.from({ length: 30_000 }, (_, i) => `${i % 977},2025-08-${i % 28},${i * 7919}`).join('\n'),
);

/** A gzip member around deflate bytes, which may be wrong. */
const member = (deflated: Uint8Array, plain: Uint8Array, flags = 0, extra = ''): Uint8Array => {
  const trailer = new DataView(new ArrayBuffer(8));
  trailer.setUint32(0, crc32(plain), true);
  trailer.setUint32(4, plain.length, true);
  return concat([
    Uint8Array.of(0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 0),
    bytesOf(extra),
    deflated,
    new Uint8Array(trailer.buffer),
  ]);
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
    const deflated = deflateRawSync(plain);
    const header = '\x03\x00xyz' + 'name\0' + 'comment\0' + 'cc';
    expect(await unpack(member(deflated, plain, 4 + 8 + 16 + 2, header))).toEqual(plain);
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

  /** Bits as the standard writes them: numbers lowest bit first. */
  const deflate = (...fields: (readonly [number, number])[]): Uint8Array => {
    const bits = fields.flatMap(([width, value]) =>
      Array.from({ length: width }, (_, i) => (value >> i) & 1),
    );
    const bytes = new Uint8Array(Math.ceil(bits.length / 8) + 40);
    bits.forEach((bit, i) => (bytes[i >> 3] |= bit << (i & 7)));
    return member(bytes, new Uint8Array(0));
  };

  it.each([
    [
      'a block of no known kind',
      [
        [1, 1],
        [2, 3],
      ],
    ],
    [
      'a stored block whose length is not confirmed',
      [
        [1, 1],
        [2, 0],
        [5, 0],
        [16, 1],
        [16, 1],
      ],
    ],
    [
      'a distance before the start',
      [
        [1, 1],
        [2, 1],
        [7, 0b1000000],
        [5, 0],
      ],
    ],
    [
      'a length code that does not exist',
      [
        [1, 1],
        [2, 1],
        [8, 0b01100011],
      ],
    ],
    [
      'a distance code that does not exist',
      [
        [1, 1],
        [2, 1],
        [7, 0b1000000],
        [5, 0b01111],
      ],
    ],
    [
      'too many codes of a length',
      [
        [1, 1],
        [2, 2],
        [5, 0],
        [5, 0],
        [4, 0],
        [12, 0o1111],
      ],
    ],
    [
      'no code at all',
      [
        [1, 1],
        [2, 2],
        [5, 0],
        [5, 0],
        [4, 0],
        [12, 0],
      ],
    ],
    [
      'a repeat of nothing',
      [
        [1, 1],
        [2, 2],
        [5, 0],
        [5, 0],
        [4, 0],
        [12, 0o0011],
        [1, 0],
      ],
    ],
    [
      'a repeat beyond the end',
      [
        [1, 1],
        [2, 2],
        [5, 0],
        [5, 0],
        [4, 0],
        [12, 0o0100],
        [8, 0xfe],
        [8, 0xff],
        [8, 0xff],
        [8, 0xff],
      ],
    ],
  ] as [string, [number, number][]][])('%s', async (_, fields) => {
    await rejects(deflate(...fields));
  });
});
