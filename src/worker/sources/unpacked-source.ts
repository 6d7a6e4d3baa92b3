import type { ByteSource } from '../../engine/bytes/byte-source.ts';
import type { Bytes } from '../../engine/kernel/units.ts';
import { memorySource } from './memory-source.ts';
import { readRange } from './read-range.ts';
import { readError } from './source-fault.ts';

/** Makes any range of a compressed file readable, by unpacking it into memory on first use. */
export const unpackedSource = (packed: ByteSource, limit: Bytes): ByteSource => {
  let unpacking: Promise<ByteSource> | null = null;

  const unpack = async (): Promise<ByteSource> => {
    const bytes = await readRange(packed, 0, limit + 1);
    if (bytes.length > limit) throw readError('archive-too-large', packed.name);
    return memorySource(packed.name, bytes);
  };

  return {
    name: packed.name,
    size: null,
    async *read(start, end) {
      yield* (await (unpacking ??= unpack())).read(start, end);
    },
  };
};
