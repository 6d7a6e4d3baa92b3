import type { ByteSource } from '../bytes/byte-source.ts';

/** Whether two files hold the same bytes; stops at the first difference. */
export const haveSameBytes = async (a: ByteSource, b: ByteSource): Promise<boolean> => {
  if (a.size !== null && b.size !== null && a.size !== b.size) return false;
  const left = a.read()[Symbol.asyncIterator]();
  const right = b.read()[Symbol.asyncIterator]();
  try {
    let x = await nextChunk(left);
    let y = await nextChunk(right);
    while (x !== null && y !== null) {
      const length = Math.min(x.length, y.length);
      for (let at = 0; at < length; at++) if (x[at] !== y[at]) return false;
      // A chunk is valid until the next one of its file is asked for.
      x = length < x.length ? x.subarray(length) : await nextChunk(left);
      y = length < y.length ? y.subarray(length) : await nextChunk(right);
    }
    return x === y;
  } finally {
    await left.return?.();
    await right.return?.();
  }
};

/** The next chunk that is not empty; null at the end. */
const nextChunk = async (chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array | null> => {
  for (;;) {
    const next = await chunks.next();
    if (next.done === true) return null;
    if (next.value.length > 0) return next.value;
  }
};
