import type { Bytes } from '../kernel/units.ts';

/** The buffer ends before the line does. */
export const NO_LINE_END = -1;

/**
 * Where the physical line after the one that `pos` lies in starts, quotes or not: `end` after the
 * last line of the input. NO_LINE_END when the buffer has no line end from `pos` on, or only a CR
 * as its last byte, and more may follow.
 */
export const nextLine = (buf: Uint8Array, pos: Bytes, end: Bytes, atEnd: boolean): Bytes => {
  for (let p = pos; p < end; p++) {
    const byte = buf[p];
    if (byte === 0x0a) return p + 1;
    if (byte === 0x0d) {
      if (p + 1 < end) return buf[p + 1] === 0x0a ? p + 2 : p + 1;
      break;
    }
  }
  return atEnd ? end : NO_LINE_END;
};
