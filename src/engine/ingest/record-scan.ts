import { readRecord } from '../bytes/record.ts';
import { nextLine, NO_LINE_END } from '../bytes/next-line.ts';
import { RecordSpan } from '../bytes/record-span.ts';
import type { Bytes, Line } from '../kernel/units.ts';
import { ByteWindow } from './byte-window.ts';
import type { FaultCode } from '../rows/fault-codes.ts';
import type { RangeTally } from './range-tally.ts';

/** Two looks at a record that does not end are worth twice the bytes. */
const MIN_MORE = 1 << 16;

/** Takes whole records, one at a time. */
export interface RecordTaker {
  take(buffer: Uint8Array, span: RecordSpan, line: Line): void;
  /** The bytes [start, next) should have been a record; why they are none has just been reported. */
  lose?(buffer: Uint8Array, start: number, next: number): void;
}

/** Takes usual rows as long as they are usual; see FastLane. */
export interface RowRunner {
  readonly lines: Line;
  /** Starts no row at or behind `stop`; a line end follows every byte before it. */
  take(buffer: Uint8Array, start: number, stop: number, firstLine: Line): number;
}

/** A range of a file: records that start in [begin, limit). A record starts at `begin`. */
export interface ByteRange {
  readonly begin: Bytes;
  readonly limit: Bytes;
  readonly firstLine: Line;
}

/**
 * Cuts a range of a file into records, chunk by chunk: the fast lane as far as it goes, the
 * complete lane for the row it stopped at, and again. The cut does not depend on the chunks.
 */
export class RecordScan {
  readonly #delimiter: number;
  readonly #tally: RangeTally;
  readonly #fast: RowRunner | null;
  readonly #complete: RecordTaker;
  readonly #bytes: ByteWindow;
  readonly #span = new RecordSpan();
  readonly #limit: Bytes;
  readonly #firstLine: Line;
  #line: Line;
  /** Buffered bytes below which another look at the same record is a waste. */
  #wanted = 0;
  /** Inside a line that is a comment or too long to be a record; it has been reported. */
  #skipping = false;

  constructor(
    delimiter: number,
    range: ByteRange,
    tally: RangeTally,
    complete: RecordTaker,
    fast: RowRunner | null,
    bytes = new ByteWindow(),
  ) {
    this.#bytes = bytes;
    this.#delimiter = delimiter;
    this.#tally = tally;
    this.#complete = complete;
    this.#fast = fast;
    this.#limit = range.limit;
    this.#firstLine = this.#line = range.firstLine;
    this.#bytes.reset(range.begin);
  }

  /** Where the next record starts that is not taken yet. */
  get position(): Bytes {
    return this.#bytes.offset;
  }

  /** Physical line ends passed. */
  get lines(): Line {
    return this.#line - this.#firstLine;
  }

  /** True when all records of the range are read; more bytes would be ignored. */
  get done(): boolean {
    return this.#bytes.offset >= this.#limit && !this.#skipping;
  }

  push(chunk: Uint8Array): void {
    this.#bytes.append(chunk);
    if (this.#bytes.end - this.#bytes.start >= this.#wanted) this.#drain(false);
  }

  /** The stream has ended: takes what is left. */
  end(): void {
    if (!this.done) this.#drain(true);
  }

  #drain(atEnd: boolean): void {
    const wholeLines = this.#fast === null ? this.#bytes.start : this.#endOfWholeLines();
    this.#wanted = 0;
    while (this.#hasMore()) {
      if (!this.#skipping) this.#takeUsualRows(wholeLines);
      if (!this.#hasMore()) return;
      const moved = this.#skipping ? this.#skipLine(atEnd) : this.#takeOne(atEnd);
      if (!moved) return;
    }
  }

  #hasMore(): boolean {
    return !this.done && this.#bytes.start < this.#bytes.end;
  }

  /** Behind the last line end in the buffer; a CR as its last byte may be the first half of one. */
  #endOfWholeLines(): number {
    const { buffer, start, end } = this.#bytes;
    for (let at = end - 1; at >= start; at--) {
      const byte = buffer[at];
      if (byte === LINE_FEED || (byte === CARRIAGE_RETURN && at < end - 1)) return at + 1;
    }
    return start;
  }

  /** The fast lane starts no row at or beyond the limit, and never runs behind a whole line. */
  #takeUsualRows(wholeLines: number): void {
    const { buffer, start, offset } = this.#bytes;
    if (this.#fast === null || start >= wholeLines) return;
    const stop = Math.min(wholeLines, start + (this.#limit - offset));
    const position = this.#fast.take(buffer, start, stop, this.#line);
    this.#line += this.#fast.lines;
    this.#bytes.consume(position);
  }

  /** Takes one record in the complete lane; false when it needs more bytes. */
  #takeOne(atEnd: boolean): boolean {
    const bytes = this.#bytes;
    const span = this.#span;
    if (bytes.buffer[bytes.start] === HASH) return this.#takeComment(atEnd);
    const status = readRecord(bytes.buffer, bytes.start, bytes.end, atEnd, this.#delimiter, span);
    if (status === 'need-more') {
      this.#wanted = Math.max(MIN_MORE, (bytes.end - bytes.start) * 2);
      return false;
    }
    if (status === 'record') {
      this.#complete.take(bytes.buffer, span, this.#line);
    } else if (status === 'unclosed-quote') {
      this.#reportRecord('unclosed-quote', this.#line + span.quoteLine, span.next);
    } else if (status === 'too-long') {
      this.#reportRecord('record-too-long', this.#line, bytes.start + SHOWN_BYTES);
      this.#skipping = true;
    }
    this.#line += span.lineEnds;
    bytes.consume(span.next);
    return true;
  }

  /** A comment is one physical line of any length, whatever quotes stand in it. */
  #takeComment(atEnd: boolean): boolean {
    const { buffer, start, end } = this.#bytes;
    if (
      end - start < SHOWN_BYTES &&
      !atEnd &&
      nextLine(buffer, start, end, false) === NO_LINE_END
    ) {
      return false;
    }
    this.#reportRecord('comment', this.#line, start);
    this.#skipping = true;
    return true;
  }

  /** Passes the rest of a line that is no record; false when its end is not in sight. */
  #skipLine(atEnd: boolean): boolean {
    const bytes = this.#bytes;
    const { buffer, start, end } = bytes;
    const next = nextLine(buffer, start, end, atEnd);
    if (next === NO_LINE_END) {
      // A CR may be the first half of a line end: it stays.
      bytes.consume(buffer[end - 1] === CARRIAGE_RETURN ? end - 1 : end);
      return false;
    }
    const last = buffer[next - 1];
    if (last === LINE_FEED || last === CARRIAGE_RETURN) this.#line++;
    bytes.consume(next);
    this.#skipping = false;
    return true;
  }

  /** Reports what is no record though it takes a record's place. */
  #reportRecord(code: FaultCode, line: Line, next: number): void {
    this.#tally.records++;
    const { buffer, start, end } = this.#bytes;
    const text = decoder.decode(buffer.subarray(start, Math.min(end, start + SHOWN_BYTES)));
    this.#tally.report(code, line, '', text.replace(FROM_LINE_END, ''));
    this.#complete.lose?.(buffer, start, Math.min(end, next));
  }
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const HASH = 0x23;
/** As much of a record as a fault may show, whatever the characters. */
const SHOWN_BYTES = 400;
const FROM_LINE_END = /[\r\n][^]*/;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
