import type { ByteSource } from '../../engine/bytes/byte-source.ts';
import type { Bytes } from '../../engine/kernel/units.ts';
import { breathing } from './breathing.ts';
import { readError, reasonOf } from './source-fault.ts';

/** Chunks are as large as this where the browser fills a given buffer; one for hundreds of small files would be waste. */
const BUFFER_SIZE: Bytes = 2 * 1024 * 1024;
/** Scanning begins when so much has gathered. */
const ENOUGH: Bytes = 1024 * 1024;

/** A File or Blob of the browser. Each read has one buffer of its own, used again for every chunk. */
export const browserFile = (file: Blob, name: string): ByteSource => ({
  name,
  size: file.size,
  async *read(start = 0, end = file.size) {
    const slice = file.slice(start, end);
    const stream = slice.stream();
    const inUse = { slice, stream };
    IN_USE.add(inUse);
    try {
      const reader = byobReader(stream);
      yield* breathing(
        reader === null ? readAsItComes(stream) : readIntoBuffer(reader, slice.size),
      );
    } catch (error) {
      // The browser's ways to say that the file is gone, locked or changed since it was chosen.
      throw error instanceof DOMException
        ? readError('file-unreadable', name, reasonOf(error))
        : error;
    } finally {
      IN_USE.delete(inUse);
    }
  },
});

/**
 * What is being read. A waiting read alone keeps neither blob nor stream alive in Chromium: when
 * they are collected, it waits for ever.
 */
const IN_USE = new Set<object>();

/** Null where a blob's stream cannot read into a buffer of ours. */
const byobReader = (
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): ReadableStreamBYOBReader | null => {
  try {
    return stream.getReader({ mode: 'byob' });
  } catch {
    return null;
  }
};

async function* readIntoBuffer(
  reader: ReadableStreamBYOBReader,
  size: Bytes,
): AsyncGenerator<Uint8Array> {
  try {
    // A byte more than there is: a read into no room is an error.
    const room = Math.min(BUFFER_SIZE, size + 1);
    let buffer = new ArrayBuffer(room);
    for (let isDone = false; !isDone;) {
      let filled = 0;
      while (filled < ENOUGH) {
        const { done, value } = await reader.read(new Uint8Array(buffer, filled, room - filled));
        if (value === undefined) return;
        // The buffer was transferred there and back: the old object is empty now.
        buffer = value.buffer;
        filled += value.byteLength;
        isDone = done;
        if (isDone) break;
      }
      if (filled > 0) yield new Uint8Array(buffer, 0, filled);
    }
  } finally {
    await reader.cancel();
  }
}

async function* readAsItComes(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
