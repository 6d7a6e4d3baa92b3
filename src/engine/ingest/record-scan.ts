import { readRecord } from '../bytes/record.ts';
import { nextLine, NO_LINE_END } from '../bytes/next-line.ts';
import { RecordSpan } from '../bytes/record-span.ts';
import type { Bytes, Line } from '../kernel/units.ts';
import { ByteWindow } from './byte-window.ts';
import type { RangeTally } from './range-tally.ts';

/** Two looks at a record that does not end are worth twice the bytes. */
const MIN_MORE = 1 << 16;

/** Takes whole records, one at a time. */
export interface RecordTaker {
  take(buffer: Uint8Array, span: RecordSpan, line: Line): void;
}

/** Takes usual rows as long as they are usual; see FastLane. */
export interface RowRunner {
  readonly lines: Line;
  take(buffer: Uint8Array, start: number, end: number, firstLine: Line): number;
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
  readonly #bytes = new ByteWindow();
  readonly #span = new RecordSpan();
  readonly #limit: Bytes;
  readonly #firstLine: Line;
  #line: Line;
  /** Buffered bytes below which another look at the same record is a waste. */
  #wanted = 0;
  /** Inside a line that is too long to be a record. */
  #skipping = false;

  constructor(
    delimiter: number,
    range: ByteRange,
    tally: RangeTally,
    complete: RecordTaker,
    fast: RowRunner | null,
  ) {
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
    return this.#bytes.offset >= this.#limit;
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
    const bytes = this.#bytes;
    for (;;) {
      if (this.#skipping && !this.#skipLine(atEnd)) return;
      if (bytes.start >= bytes.end || this.done) break;
      this.#takeUsualRows();
      if (bytes.start >= bytes.end || this.done) break;
      if (!this.#takeOne(atEnd)) return;
    }
    this.#wanted = 0;
  }

  /** The fast lane runs up to the last line feed that is buffered and starts no row beyond the limit. */
  #takeUsualRows(): void {
    if (this.#fast === null) return;
    const { buffer, start, end, offset } = this.#bytes;
    const inRange = Math.min(end, start + (this.#limit - offset));
    let stop = buffer.lastIndexOf(LINE_FEED, inRange - 1) + 1;
    if (inRange < end) {
      // The last row that starts in the range may end behind it.
      const next = buffer.indexOf(LINE_FEED, inRange - 1);
      if (next >= 0 && next < end) stop = next + 1;
    }
    if (stop <= start) return;
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
    } else if (status !== 'blank') {
      this.#tally.records++;
      const line = status === 'unclosed-quote' ? this.#line + span.quoteLine : this.#line;
      this.#tally.report(
        status === 'unclosed-quote' ? 'unclosed-quote' : 'record-too-long',
        line,
        '',
        this.#firstText(),
      );
      this.#skipping = status === 'too-long';
    }
    this.#line += span.lineEnds;
    bytes.consume(span.next);
    return true;
  }

  /** A comment is one physical line, whatever quotes stand in it. */
  #takeComment(atEnd: boolean): boolean {
    const bytes = this.#bytes;
    const next = nextLine(bytes.buffer, bytes.start, bytes.end, atEnd);
    if (next === NO_LINE_END && !atEnd) return false;
    this.#tally.records++;
    this.#tally.report('comment', this.#line, '', this.#firstText());
    this.#endLine(next === NO_LINE_END ? bytes.end : next, next !== NO_LINE_END);
    return true;
  }

  /** Passes the rest of a line that is no record; false when its end is not in sight. */
  #skipLine(atEnd: boolean): boolean {
    const bytes = this.#bytes;
    const next = nextLine(bytes.buffer, bytes.start, bytes.end, atEnd);
    if (next === NO_LINE_END) {
      bytes.consume(bytes.end);
      return atEnd;
    }
    this.#endLine(next, true);
    this.#skipping = false;
    return true;
  }

  #endLine(next: number, terminated: boolean): void {
    if (terminated) this.#line++;
    this.#bytes.consume(next);
  }

  #firstText(): string {
    const { buffer, start, end } = this.#bytes;
    return decoder.decode(buffer.subarray(start, Math.min(end, start + 200)));
  }
}

const LINE_FEED = 0x0a;
const HASH = 0x23;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
