import type { ByteSource } from '../../engine/bytes/byte-source.ts';
import type { Bytes } from '../../engine/kernel/units.ts';

/** The bytes [start, end) of a source in an array of their own; fewer where the source ends. */
export const readRange = async (
  source: ByteSource,
  start: Bytes,
  end: Bytes,
): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.read(start, end)) {
    chunks.push(chunk.slice());
    length += chunk.length;
  }
  if (chunks.length === 1) return chunks[0];
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};
