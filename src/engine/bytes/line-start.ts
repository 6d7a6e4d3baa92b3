import type { Bytes } from '../kernel/units.ts';
import { NO_LINE_END, nextLine } from './next-line.ts';
import { readRecord } from './record.ts';
import { MALFORMED, RecordSpan, STRAY_QUOTE } from './record-span.ts';

/** Records in a row that must have the right number of fields. */
const AGREEING = 4;
/** Line ends tried before the first one is taken for want of a better. */
const MAX_TRIES = 200;

/** What the second half of a quoted cell looks like when it is taken for a row. */
const ODD_QUOTES = MALFORMED | STRAY_QUOTE;

/**
 * Guesses where a record starts in the bytes from `pos` on: after the first line end that several
 * records with `fieldCount` fields follow. Only a guess: whoever reads the bytes before compares
 * where they really end. 64 KiB are plenty. NO_LINE_END when no line ends in
 * [pos, end) and more may follow.
 */
export const guessRecordStart = (
  buf: Uint8Array,
  pos: Bytes,
  end: Bytes,
  atEnd: boolean,
  delimiter: number,
  fieldCount: number,
): Bytes => {
  const span = new RecordSpan();
  const first = nextLine(buf, pos, end, atEnd);
  let start = first;
  for (let tries = 0; start !== NO_LINE_END && start < end && tries < MAX_TRIES; tries++) {
    if (agrees(buf, start, end, atEnd, delimiter, fieldCount, span)) return start;
    start = nextLine(buf, start, end, atEnd);
  }
  return first;
};

const agrees = (
  buf: Uint8Array,
  start: Bytes,
  end: Bytes,
  atEnd: boolean,
  delimiter: number,
  fieldCount: number,
  span: RecordSpan,
): boolean => {
  let pos = start;
  let agreed = 0;
  while (agreed < AGREEING && pos < end) {
    const status = readRecord(buf, pos, end, atEnd, delimiter, span);
    if (status === 'need-more') break;
    if (status === 'record') {
      if (span.count !== fieldCount || (span.anyFlags & ODD_QUOTES) !== 0) return false;
      agreed++;
    } else if (status !== 'blank') {
      return false;
    }
    pos = span.next;
  }
  return agreed > 0;
};
