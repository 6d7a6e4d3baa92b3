import type { Bytes } from '../kernel/units.ts';

/** The bytes end inside a sequence that is well-formed so far. */
export const CUT = -1;

/**
 * Length (1–4) of the well-formed UTF-8 sequence that starts at `p`, 0 when what stands there is
 * none, CUT when `end` comes too early to tell. Surrogates and overlong forms are not well-formed.
 */
export const utf8SequenceLength = (buf: Uint8Array, p: Bytes, end: Bytes): number => {
  const lead = buf[p];
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  for (let i = 1; i < length; i++) {
    if (p + i >= end) return CUT;
    const byte = buf[p + i];
    if (byte < 0x80 || byte > 0xbf) return 0;
    if (i === 1 && !secondByteFits(lead, byte)) return 0;
  }
  return length;
};

const secondByteFits = (lead: number, second: number): boolean => {
  if (lead === 0xe0) return second >= 0xa0;
  if (lead === 0xed) return second < 0xa0;
  if (lead === 0xf0) return second >= 0x90;
  return lead !== 0xf4 || second < 0x90;
};

/** Whether the bytes [start, end) are well-formed UTF-8. */
export const isUtf8 = (buf: Uint8Array, start: Bytes, end: Bytes): boolean => {
  for (let p = start; p < end;) {
    const length = utf8SequenceLength(buf, p, end);
    if (length <= 0) return false;
    p += length;
  }
  return true;
};
