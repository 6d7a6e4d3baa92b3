import { utf8SequenceLength } from '../bytes/utf8-sequence.ts';

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;

/** Where a cell of any text ends whose bytes are well-formed and unremarkable, or −1. */
export const textEnd = (
  buffer: Uint8Array,
  start: number,
  quoted: boolean,
  delimiter: number,
): number => {
  let p = start;
  for (;;) {
    const byte = buffer[p];
    if (byte === delimiter && !quoted) return p;
    if (byte <= QUOTE) {
      if (byte === QUOTE && quoted) return p;
      if ((byte === LF || byte === CR) && !quoted) return p;
      if (byte < 0x20 || byte === QUOTE) return -1;
      p++;
    } else if (byte < 0x7f) p++;
    else if (byte >= 0xc2 && byte < 0xe0 && (buffer[p + 1] & 0xc0) === 0x80) p += 2;
    else {
      const length = utf8SequenceLength(buffer, p, buffer.length);
      if (length < 2) return -1;
      p += length;
    }
  }
};
