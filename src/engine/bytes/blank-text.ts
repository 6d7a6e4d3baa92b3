import type { Bytes } from '../kernel/units.ts';
import { isSpace } from './is-space.ts';
import { utf8SequenceLength } from './utf8-sequence.ts';

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
  let p = start;
  while (p < end) {
    const byte = buf[p];
    if (byte === delimiter || (byte < 0x80 && isSpace(byte))) {
      p++;
    } else {
      const length = byte < 0x80 ? 0 : wideSpaceLength(buf, p, end);
      if (length === 0) return false;
      p += length;
    }
  }
  return true;
};

/** Length in UTF-8 of the space beyond ASCII that starts at `p`, or 0. */
const wideSpaceLength = (buf: Uint8Array, p: Bytes, end: Bytes): number => {
  const length = utf8SequenceLength(buf, p, end);
  if (length === 2) return isSpace(((buf[p] & 0x1f) << 6) | (buf[p + 1] & 0x3f)) ? 2 : 0;
  if (length !== 3) return 0;
  const code = ((buf[p] & 0x0f) << 12) | ((buf[p + 1] & 0x3f) << 6) | (buf[p + 2] & 0x3f);
  return isSpace(code) ? 3 : 0;
};
