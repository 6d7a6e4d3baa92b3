import type { Bytes, Line } from '../kernel/units.ts';
import type { Outcome } from '../kernel/fault.ts';
import { fieldText } from './field-text.ts';
import { NO_LINE_END, nextLine } from './next-line.ts';
import { readRecord } from './record.ts';
import { RecordSpan } from './record-span.ts';
import { trimCell } from './trim-cell.ts';

/** How a file's rows are laid out. Offsets count from the start of the bytes that were looked at. */
export interface Dialect {
  /** The byte between fields. */
  readonly delimiter: number;
  readonly headerStart: Bytes;
  readonly headerLine: Line;
  /** Trimmed. */
  readonly header: readonly string[];
  /** Where the first record after the header starts, blank or not. */
  readonly dataStart: Bytes;
  readonly firstDataLine: Line;
  /** What stood before the header and is neither blank nor a comment nor a `sep=` line. */
  readonly preambleLines: readonly PreambleLine[];
  /** The file began with a `sep=` line. */
  readonly sepLine: boolean;
}

interface PreambleLine {
  readonly line: Line;
  readonly text: string;
}

export interface DialectFault {
  /** `empty-file`: no row at all. `no-header`: no row looks like a header. */
  readonly code: 'empty-file' | 'no-header';
  /** The likeliest reading, first row as header, for a person who maps headings by hand. */
  readonly guess: Dialect | null;
}

/** In order of preference when nothing else decides: , ; TAB | */
const DELIMITERS: readonly number[] = [0x2c, 0x3b, 0x09, 0x7c];
/** Rows among which the header is looked for, and by which field counts are compared. */
const SAMPLE = 50;
const SEP_LINE = /^"?sep=([^"]?)"?[\t ]*[\r\n]*$/i;
/** What can separate fields: no letter, digit, quote or control character but TAB. */
const SEPARATOR = /^[\t !#-/:-@[-^`{-~]$/;
/** A `sep=` line is not longer than this. */
const SEP_LINE_MAX: Bytes = 64;
/** As much of a preamble line as anybody wants to read. */
const PREAMBLE_TEXT: Bytes = 400;
const HASH = 0x23;

/**
 * Finds delimiter and header in `head`, the first bytes of a file (UTF-8, no BOM); `complete` when
 * they are the whole file. `headerScore` says how much a row's cells look like headings, 0 for not
 * at all; the best row of all readings wins, ties go to the reading whose rows have equal lengths.
 * `override` is a delimiter a person has chosen.
 */
export const detectDialect = (
  head: Uint8Array,
  complete: boolean,
  headerScore: (cells: readonly string[]) => number,
  override?: number,
): Outcome<Dialect, DialectFault> => {
  const sep = readSepLine(head, complete);
  const start = sep === null ? { pos: 0, line: 1 } : { pos: sep.next, line: 2 };
  const sepLine = sep !== null;
  const forced = override ?? sep?.delimiter;

  const read = (delimiters: readonly number[]): Reading[] =>
    distinct(delimiters, head).map((delimiter) => {
      const rows = sampleRows(head, start, complete, delimiter);
      return { delimiter, rows, ...bestRow(rows, headerScore) };
    });

  let best = bestReading(read(forced === undefined ? DELIMITERS : [forced]));
  // A sep= line that turns out to be wrong is no reason to refuse; a person's choice is final.
  if (best.score === 0 && override === undefined && sepLine) best = bestReading(read(DELIMITERS));

  if (best.rows.length === 0) {
    return { ok: false, fault: { code: 'empty-file', guess: null } };
  }
  const dialect = describe(head, best, sepLine);
  return best.score > 0
    ? { ok: true, value: dialect }
    : { ok: false, fault: { code: 'no-header', guess: dialect } };
};

/** Those that do not occur split nothing, all alike: the first of them stands for the others. */
const distinct = (delimiters: readonly number[], head: Uint8Array): readonly number[] => {
  const absent = delimiters.filter((delimiter) => !head.includes(delimiter));
  return delimiters.filter((delimiter) => !absent.includes(delimiter, 1));
};

interface Row {
  readonly start: Bytes;
  readonly line: Line;
  readonly next: Bytes;
  readonly nextLine: Line;
  readonly cells: readonly string[];
}

interface Reading {
  readonly delimiter: number;
  readonly rows: readonly Row[];
  /** Index of the row most like a header. */
  readonly at: number;
  readonly score: number;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const readSepLine = (
  head: Uint8Array,
  complete: boolean,
): { readonly delimiter: number | undefined; readonly next: Bytes } | null => {
  const end = Math.min(head.length, SEP_LINE_MAX);
  const next = nextLine(head, 0, end, complete && end === head.length);
  if (next === NO_LINE_END) return null;
  const found = SEP_LINE.exec(decoder.decode(head.subarray(0, next)));
  if (found === null) return null;
  const usable = SEPARATOR.test(found[1]);
  return { delimiter: usable ? found[1].charCodeAt(0) : undefined, next };
};

/** The first rows that are neither blank nor comments. */
const sampleRows = (
  head: Uint8Array,
  from: { readonly pos: Bytes; readonly line: Line },
  complete: boolean,
  delimiter: number,
): Row[] => {
  const span = new RecordSpan();
  const rows: Row[] = [];
  let { pos, line } = from;
  while (pos < head.length && rows.length < SAMPLE) {
    const start = pos;
    const startLine = line;
    const status =
      head[pos] === HASH
        ? 'comment'
        : readRecord(head, pos, head.length, complete, delimiter, span);
    if (status === 'record' || status === 'blank') {
      pos = span.next;
      line += span.lineEnds;
    } else {
      // A comment, a stray quote, or a row the head cuts off: its first line is a row by itself.
      pos = nextLine(head, start, head.length, complete);
      line++;
      if (pos === NO_LINE_END) break;
    }
    if (status === 'blank' || status === 'comment') continue;
    rows.push({
      start,
      line: startLine,
      next: pos,
      nextLine: line,
      cells: status === 'record' ? cellsOf(head, span) : [],
    });
  }
  return rows;
};

const cellsOf = (head: Uint8Array, span: RecordSpan): string[] => {
  const cells: string[] = [];
  for (let i = 0; i < span.count; i++) cells.push(trimCell(fieldText(head, span, i)));
  return cells;
};

const bestRow = (
  rows: readonly Row[],
  headerScore: (cells: readonly string[]) => number,
): { at: number; score: number } => {
  const best = { at: 0, score: 0 };
  rows.forEach((row, at) => {
    const score = row.cells.length === 0 ? 0 : headerScore(row.cells);
    if (score > best.score) Object.assign(best, { at, score });
  });
  return best.score > 0 ? best : { at: firstOfTable(rows), score: 0 };
};

/** The first row of the commonest width that makes a table: lines before it are a preamble. */
const firstOfTable = (rows: readonly Row[]): number => {
  const widths = rows.map(({ cells }) => cells.length);
  const times = (width: number): number => widths.filter((other) => other === width).length;
  return widths.reduce(
    (best, width, at) => (width > 1 && times(width) > times(widths[best]) ? at : best),
    Math.max(
      0,
      widths.findIndex((width) => width > 1),
    ),
  );
};

const bestReading = (readings: readonly Reading[]): Reading =>
  readings.reduce((best, other) => (isBetter(other, best) ? other : best));

const isBetter = (a: Reading, b: Reading): boolean => {
  if (a.score !== b.score) return a.score > b.score;
  return evenness(a) > evenness(b);
};

/**
 * How well the rows agree with the header's number of fields: the share of rows that do, 0 when the
 * delimiter splits nothing, with more fields counting a little more.
 */
const evenness = ({ rows, at }: Reading): number => {
  if (rows.length === 0) return 0;
  const width = rows[at].cells.length;
  if (width < 2) return 0;
  const after = rows.slice(at);
  const even = after.filter((row) => row.cells.length === width).length;
  return even / after.length + width / 1e6;
};

const describe = (
  head: Uint8Array,
  { delimiter, rows, at }: Reading,
  sepLine: boolean,
): Dialect => {
  const header = rows[at];
  const textOf = ({ start, next }: Row): string =>
    decoder.decode(head.subarray(start, Math.min(next, start + PREAMBLE_TEXT))).trim();
  return {
    delimiter,
    headerStart: header.start,
    headerLine: header.line,
    header: header.cells,
    dataStart: header.next,
    firstDataLine: header.nextLine,
    preambleLines: rows
      .slice(0, at)
      .map((row) => ({ line: row.line, text: textOf(row) }))
      // Blank in a reading with another delimiter is blank all the same.
      .filter(({ text }) => !/^[,;|\s]*$/.test(text)),
    sepLine,
  };
};
