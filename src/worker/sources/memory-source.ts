import type { ByteSource } from '../../engine/bytes/byte-source.ts';

/** A file that is in memory already. */
export const memorySource = (name: string, bytes: Uint8Array): ByteSource => ({
  name,
  size: bytes.length,
  async *read(start = 0, end = bytes.length) {
    await Promise.resolve();
    if (start < Math.min(end, bytes.length)) yield bytes.subarray(start, end);
  },
});
