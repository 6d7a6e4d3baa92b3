import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { browserInflate } from '../../../src/worker/sources/browser-inflate.ts';
import { nodeInflate } from '../../../src/worker/sources/node-inflate.ts';
import { readError } from '../../../src/worker/sources/source-fault.ts';
import { concat } from './zip-file.ts';

const NOISE = Uint8Array.from({ length: 1_000_000 }, (_, i) => (i * i * 2654435761) >>> 13);
const PACKED = new Uint8Array(gzipSync(NOISE));

async function* pieces(bytes: Uint8Array, size: number, pause = 0): AsyncGenerator<Uint8Array> {
  for (let p = 0; p < bytes.length; p += size) {
    await setTimeout(pause);
    yield bytes.subarray(p, p + size);
  }
}

const unpack = async (chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk.slice());
  return concat(parts);
};

describe.each([
  ['browser', browserInflate],
  ['Node', nodeInflate],
])('the %s unpacker', (_, inflate) => {
  it('unpacks', async () => {
    const bytes = await unpack(inflate(pieces(PACKED, 10_000), 'gzip'));
    expect(Buffer.compare(bytes, NOISE)).toBe(0);
  });

  it('passes on why its input failed', async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield* pieces(PACKED.subarray(0, 1000), 100);
      throw readError('file-unreadable', 'a.csv');
    }
    await expect(unpack(inflate(failing(), 'gzip'))).rejects.toMatchObject({
      fault: { file: 'a.csv' },
    });
  });

  it('fails on damage, also when much more input waits', async () => {
    const damaged = PACKED.slice();
    damaged.fill(0xff, 1000, 2000);
    await expect(unpack(inflate(pieces(damaged, 100), 'gzip'))).rejects.toThrow();
  });

  it('lets go of its input when it is left, busy or waiting', async () => {
    for (const pause of [0, 20]) {
      let released = false;
      const input = async function* (): AsyncGenerator<Uint8Array> {
        try {
          yield* pieces(PACKED, 200_000, pause);
        } finally {
          released = true;
        }
      };
      for await (const chunk of inflate(input(), 'gzip')) {
        expect(chunk.length).toBeGreaterThan(0);
        break;
      }
      expect(released).toBe(true);
    }
  });
});

it('gzip files of several members are read on Node', async () => {
  const both = concat([gzipSync('a,'), gzipSync('b')]);
  const text = await unpack(nodeInflate(pieces(both, 3), 'gzip'));
  expect(new TextDecoder().decode(text)).toBe('a,b');
});
