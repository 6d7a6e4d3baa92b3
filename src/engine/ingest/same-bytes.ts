import type { ByteSource } from '../bytes/byte-source.ts';
import type { Bytes } from '../kernel/units.ts';

const PIECE: Bytes = 1 << 20;

/** Whether two files of known and equal size hold the same bytes; stops at the first difference. */
export const haveSameBytes = async (a: ByteSource, b: ByteSource): Promise<boolean> => {
  if (a.size === null || a.size !== b.size) return false;
  for (let start = 0; start < a.size; start += PIECE) {
    const end = Math.min(start + PIECE, a.size);
    const [left, right] = [await collect(a, start, end), await collect(b, start, end)];
    if (left.length !== right.length || left.some((byte, i) => byte !== right[i])) return false;
  }
  return true;
};

const collect = async (source: ByteSource, start: Bytes, end: Bytes): Promise<Uint8Array> => {
  const bytes = new Uint8Array(end - start);
  let length = 0;
  for await (const chunk of source.read(start, end)) {
    bytes.set(chunk.subarray(0, bytes.length - length), length);
    length += chunk.length;
  }
  return bytes.subarray(0, length);
};
