import type { Inflate } from './source-spec.ts';

/** Unpacks with what the browser has built in. */
export const browserInflate: Inflate = async function* (packed, format) {
  const { writable, readable } = new DecompressionStream(format);
  const writer = writable.getWriter();
  const reader = readable.getReader();
  const feeding = feed(packed, writer);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
  } finally {
    // Unblocks a write that waits for room; errors have reached the reader already.
    await reader.cancel().catch(() => undefined);
    await feeding;
  }
};

const feed = async (
  packed: AsyncIterable<Uint8Array>,
  writer: WritableStreamDefaultWriter<BufferSource>,
): Promise<void> => {
  try {
    // A copy, because the source uses its buffer again and the stream may still hold it.
    for await (const chunk of packed) await writer.write(chunk.slice());
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => undefined);
  }
};
