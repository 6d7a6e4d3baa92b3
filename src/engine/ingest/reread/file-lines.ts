import { readRecord } from '../../bytes/record.ts';
import { RecordSpan } from '../../bytes/record-span.ts';
import type { Line } from '../../kernel/units.ts';
import { recordCells } from '../record-cells.ts';
import { type ChunkSink, streamRange } from '../scan-range.ts';
import type { SettledFile } from '../settled-import.ts';
import type { RereadHooks } from './reread-hooks.ts';

/** Bytes that are looked at from a line on: more than anybody reads of one record. */
const LOOKED_AT = 1 << 16;
/** As much of one cell as is shown. */
const CELL_LENGTH = 200;
/** As much of a line as is shown where it cannot be taken apart. */
const LINE_LENGTH = 1000;

/** A record as it stands in its file. */
export interface RawRecord {
  readonly line: Line;
  /** Cut to a length that can be shown; one cell, the line, where it is no record. */
  readonly cells: readonly string[];
  readonly isRecord: boolean;
}

/**
 * The record that starts at a physical line, and up to `count` records in all. Null when the signal
 * stopped it; empty when the file has no such line any more, or is no text. Throws a ReadError.
 */
export const readRecordsAt = async (
  { source, text }: SettledFile,
  line: Line,
  count: number,
  { signal, onBytes }: RereadHooks,
): Promise<readonly RawRecord[] | null> => {
  if (text === null) return [];
  const from = new LinesFrom(line);
  const whole = { begin: 0, limit: Infinity, firstLine: 1 };
  if (!(await streamRange(source, text, whole, from, signal, onBytes))) return null;
  return recordsOf(from.bytes, !from.done, text.delimiter, line, count);
};

const recordsOf = (
  bytes: Uint8Array,
  atEnd: boolean,
  delimiter: number,
  firstLine: Line,
  count: number,
): RawRecord[] => {
  const span = new RecordSpan();
  const records: RawRecord[] = [];
  let line = firstLine;
  let position = 0;
  while (position < bytes.length && records.length < count) {
    const status = readRecord(bytes, position, bytes.length, atEnd, delimiter, span);
    if (status === 'record') {
      const cells = recordCells(bytes, span).map((cell) => cut(cell, CELL_LENGTH));
      records.push({ line, cells, isRecord: true });
    } else if (status !== 'blank') {
      // The record goes on behind what is looked at.
      if (status === 'need-more' && records.length > 0) break;
      const rest = decoder.decode(bytes.subarray(position, position + LINE_LENGTH * 4));
      const shown = cut(rest.replace(FROM_LINE_END, ''), LINE_LENGTH);
      records.push({ line, cells: [shown], isRecord: false });
      // It is not known where the next one starts.
      break;
    }
    line += span.lineEnds;
    position = span.next;
  }
  return records;
};

const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1)}…`;

const FROM_LINE_END = /[\r\n][^]*/;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Keeps the first bytes of a stream from a physical line on. */
class LinesFrom implements ChunkSink {
  #toPass: Line;
  #isBehindReturn = false;
  readonly #kept = new Uint8Array(LOOKED_AT);
  #length = 0;

  constructor(line: Line) {
    this.#toPass = line - 1;
  }

  get done(): boolean {
    return this.#length === LOOKED_AT;
  }

  get bytes(): Uint8Array {
    return this.#kept.subarray(0, this.#length);
  }

  push(chunk: Uint8Array): void {
    const start = this.#pass(chunk);
    const taken = chunk.subarray(start, start + LOOKED_AT - this.#length);
    this.#kept.set(taken, this.#length);
    this.#length += taken.length;
  }

  /** Where in the chunk the wanted line starts; its length when that is still ahead. */
  #pass(chunk: Uint8Array): number {
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      // LF, CRLF and CR end a line: a return counts when it is known what follows it.
      if (this.#isBehindReturn) {
        this.#isBehindReturn = false;
        if (byte === LINE_FEED) {
          this.#toPass--;
          continue;
        }
        this.#toPass--;
      }
      if (this.#toPass === 0) return at;
      if (byte === LINE_FEED) this.#toPass--;
      else this.#isBehindReturn = byte === CARRIAGE_RETURN;
    }
    return chunk.length;
  }
}
