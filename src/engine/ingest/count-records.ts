import type { ByteSource } from '../bytes/byte-source.ts';
import type { RecordSpan } from '../bytes/record-span.ts';
import type { FilePlan } from './file-plan.ts';
import { RangeTally } from './range-tally.ts';
import { recordCells } from './record-cells.ts';
import { RecordScan, type RowRunner } from './record-scan.ts';
import { streamRange, wholeFile } from './scan-range.ts';

/**
 * How many records a file has, as its report will say; `take` gets the cells of the first ones.
 * Rejects with the signal's reason when that is aborted.
 */
export const countRecords = async (
  source: ByteSource,
  plan: FilePlan,
  wanted: number,
  take: (cells: readonly string[]) => void,
  signal: AbortSignal,
): Promise<number> => {
  const tally = new RangeTally();
  const lane = {
    take(buffer: Uint8Array, span: RecordSpan): void {
      if (tally.records < wanted) take(recordCells(buffer, span));
      tally.records++;
    },
  };
  const lines = new PlainLines(tally, plan.delimiter, wanted);
  const scan = new RecordScan(plan.delimiter, wholeFile(plan), tally, lane, lines);
  await streamRange(source, plan, wholeFile(plan), scan, signal, () => undefined);
  signal.throwIfAborted();
  scan.end();
  return tally.records;
};

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;
const HASH = 0x23;
const TILDE = 0x7e;

/** Counts lines that surely are one record each, at the speed of memory; leaves the rest to the scanner. */
class PlainLines implements RowRunner {
  lines = 0;
  readonly #tally: RangeTally;
  readonly #delimiter: number;
  readonly #after: number;

  constructor(tally: RangeTally, delimiter: number, after: number) {
    this.#tally = tally;
    this.#delimiter = delimiter;
    this.#after = after;
  }

  take(buffer: Uint8Array, start: number, end: number): number {
    this.lines = 0;
    if (this.#tally.records < this.#after) return start;
    let at = start;
    let quote = -1;
    let mark = -1;
    while (at < end && this.#startsPlainly(buffer[at])) {
      const stop = buffer.indexOf(LINE_FEED, at) + 1;
      if (quote < at) quote = nextOf(QUOTE, buffer, at, end);
      if (mark < at) mark = nextOf(RETURN, buffer, at, end);
      const isWhole = stop > 0 && stop <= end;
      if (!isWhole || quote < stop || mark < stop - 2) break;
      this.lines++;
      at = stop;
    }
    this.#tally.records += this.lines;
    return at;
  }

  /** Such a line is neither blank nor a comment. */
  #startsPlainly(byte: number): boolean {
    return byte > HASH && byte <= TILDE && byte !== this.#delimiter;
  }
}

/** Where a byte stands next; `end` when it does not. */
const nextOf = (byte: number, buffer: Uint8Array, from: number, end: number): number => {
  const at = buffer.indexOf(byte, from);
  return at < 0 ? end : Math.min(at, end);
};
