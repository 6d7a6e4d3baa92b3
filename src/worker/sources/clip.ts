import type { Bytes } from '../../engine/kernel/units.ts';

/** The bytes [start, end) of a stream that can only be read from its beginning. */
export async function* clip(
  chunks: AsyncIterable<Uint8Array>,
  start: Bytes,
  end: Bytes,
): AsyncGenerator<Uint8Array> {
  let offset = 0;
  if (start >= end) return;
  for await (const chunk of chunks) {
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, chunk.length);
    if (from < to) yield chunk.subarray(from, to);
    offset += chunk.length;
    if (offset >= end) return;
  }
}
