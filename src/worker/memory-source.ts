import type { ByteSource } from '../engine/bytes/byte-source.ts';

/** A file that exists in memory only. */
export const memorySource = (name: string, text: string): ByteSource => {
  const bytes = new TextEncoder().encode(text);
  return {
    name,
    size: bytes.length,
    async *read(start = 0, end = bytes.length) {
      yield bytes.subarray(start, end);
    },
  };
};
