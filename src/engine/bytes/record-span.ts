import type { Bytes } from '../kernel/units.ts';

/** The field stood in quotes; its bounds are inside them. */
export const QUOTED = 1;
/** A quoted field holds doubled quotes, to be read as one. */
export const ESCAPED = 2;
/** Text follows the closing quote; the bounds take in everything from the opening quote on. */
export const MALFORMED = 4;
/** The field holds a control character other than TAB, LF and CR (NUL among them). */
export const CONTROL = 8;
/** The field holds a byte beyond ASCII; without it the field needs no UTF-8 validation. */
export const NON_ASCII = 16;
/** A quote stands inside a field that does not start with one; it is read literally. */
export const STRAY_QUOTE = 32;

/** Where the fields of one record lie in a buffer. One is reused for all records of a scan. */
export class RecordSpan {
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  flags = new Uint8Array(64);
  /** Number of fields; of a record that is not whole, those before the fault. */
  count = 0;
  /** All the fields' flags together. */
  anyFlags = 0;
  /** Where the record begins, blanks and the quote of its first field included. */
  start: Bytes = 0;
  /** Where the next record starts, or where to go on after a fault. */
  next: Bytes = 0;
  /** Physical line ends between the record's start and `next`. */
  lineEnds = 0;
  /** 'unclosed-quote' only: line ends between the record's start and the opening quote. */
  quoteLine = 0;
  /** False when the input ended before a line end did: the last row may have been cut off. */
  terminated = true;

  /** Doubles the room for fields. */
  grow(): void {
    const starts = new Int32Array(this.starts.length * 2);
    const ends = new Int32Array(starts.length);
    const flags = new Uint8Array(starts.length);
    starts.set(this.starts);
    ends.set(this.ends);
    flags.set(this.flags);
    this.starts = starts;
    this.ends = ends;
    this.flags = flags;
  }
}
