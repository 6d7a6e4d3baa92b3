import type { Bytes } from '../kernel/units.ts';

/**
 * Whether the bytes from `start` to `end` are only delimiters and what cells are trimmed of.
 * Looks at one byte of an ordinary record.
 */
export const isBlankText = (
  buf: Uint8Array,
  start: Bytes,
  end: Bytes,
  delimiter: number,
): boolean => {
  for (let p = start; p < end;) {
    const byte = buf[p];
    if (byte === 0x20 || byte === 0x09 || byte === delimiter) {
      p++;
    } else {
      const length = byte < 0xc2 ? 0 : invisibleLength(buf, p, end);
      if (length === 0) return false;
      p += length;
    }
  }
  return true;
};

/** Length of the NBSP, narrow or zero-width space or BOM (in UTF-8) that starts at `p`, or 0. */
const invisibleLength = (buf: Uint8Array, p: Bytes, end: Bytes): number => {
  const byte = buf[p];
  if (byte === 0xc2) return p + 1 < end && buf[p + 1] === 0xa0 ? 2 : 0;
  if (p + 2 >= end) return 0;
  const code = ((byte & 0x0f) << 12) | ((buf[p + 1] & 0x3f) << 6) | (buf[p + 2] & 0x3f);
  if (byte === 0xe2) return isInvisible(code) ? 3 : 0;
  return byte === 0xef && code === 0xfeff && buf[p + 1] === 0xbb ? 3 : 0;
};

const isInvisible = (code: number): boolean =>
  (code >= 0x2000 && code <= 0x200d) || code === 0x202f || code === 0x205f || code === 0x2060;
