import type { ByteSource } from '../bytes/byte-source.ts';
import { guessRecordStart } from '../bytes/line-start.ts';
import { NO_LINE_END, nextLine } from '../bytes/next-line.ts';
import { readRecord } from '../bytes/record.ts';
import { MALFORMED, RecordSpan, STRAY_QUOTE } from '../bytes/record-span.ts';
import type { Bytes } from '../kernel/units.ts';
import type { FilePlan } from './file-plan.ts';

/** Bytes that a guess looks at; more only where no line ends in them. */
const SAMPLE: Bytes = 1 << 16;
const RECORDS = 16;
/** What the second half of a quoted cell looks like when it is taken for a row. */
const ODD_QUOTES = MALFORMED | STRAY_QUOTE;

/**
 * Guesses where the first record at or behind `from` starts, an offset in a seekable file's text;
 * `limit` or more when there is none before it. Only a guess: see chain-ranges.ts.
 */
export const findRecordStart = async (
  source: ByteSource,
  plan: FilePlan,
  from: Bytes,
  limit: Bytes,
): Promise<Bytes> => {
  const mark = plan.bom ? 3 : 0;
  const size = source.size! - mark;
  // One byte back: a record starts at `from` when a line ends just before it.
  const start = from - 1;
  for (let length = SAMPLE; ; length *= 16) {
    const end = Math.min(start + length, size);
    const bytes = await readBytes(source, start + mark, end + mark);
    const found = guess(bytes, end === size, plan);
    if (found !== NO_LINE_END) return start + found;
    if (end >= limit || end === size) return limit;
  }
};

/** A line end is a record's end unless quotes say otherwise, however ragged the rows behind it. */
const guess = (bytes: Uint8Array, atEnd: boolean, plan: FilePlan): Bytes => {
  const { delimiter, headings } = plan;
  const first = nextLine(bytes, 0, bytes.length, atEnd);
  if (first === NO_LINE_END || looksLikeRows(bytes, first, atEnd, delimiter, headings.length)) {
    return first;
  }
  return guessRecordStart(bytes, 0, bytes.length, atEnd, delimiter, headings.length);
};

const looksLikeRows = (
  bytes: Uint8Array,
  from: Bytes,
  atEnd: boolean,
  delimiter: number,
  width: number,
): boolean => {
  const span = new RecordSpan();
  let position = from;
  let records = 0;
  let even = 0;
  while (records < RECORDS && position < bytes.length) {
    const status = readRecord(bytes, position, bytes.length, atEnd, delimiter, span);
    if (status === 'need-more') break;
    if (status === 'unclosed-quote' || status === 'too-long') return false;
    if (status === 'record') {
      if ((span.anyFlags & ODD_QUOTES) !== 0) return false;
      records++;
      if (span.count === width) even++;
    }
    position = span.next;
  }
  return even * 2 >= records;
};

const readBytes = async (source: ByteSource, start: Bytes, end: Bytes): Promise<Uint8Array> => {
  const bytes = new Uint8Array(Math.max(0, end - start));
  let length = 0;
  for await (const chunk of source.read(start, end)) {
    bytes.set(chunk, length);
    length += chunk.length;
  }
  return bytes.subarray(0, length);
};
