import type { Bytes } from '../kernel/units.ts';
import {
  BLANK,
  byteKinds,
  CARRIAGE_RETURN,
  CONTROL_BYTE,
  DELIMITER,
  LINE_FEED,
  QUOTE,
} from './byte-kinds.ts';
import { isBlankText } from './blank-text.ts';
import { CONTROL, ESCAPED, MALFORMED, NON_ASCII, QUOTED, STRAY_QUOTE } from './record-span.ts';
import type { RecordSpan } from './record-span.ts';

/** A quoted field longer than this was never closed. */
export const MAX_QUOTED: Bytes = 16 * 1024 * 1024;
/** A record longer than this is no record. */
export const MAX_RECORD: Bytes = 32 * 1024 * 1024;

/**
 * - `record`: a row; its fields are in the span.
 * - `blank`: an empty line, or nothing but delimiters and white space.
 * - `need-more`: the buffer ends before the record does. Offer the same start again with more
 *   bytes behind it (twice as many, so that a long record is not scanned over and over).
 * - `unclosed-quote`: reject the lines up to `next`; the quote opened `quoteLine` lines below the
 *   record's first one.
 * - `too-long`: reject it, and skip the rest of the physical line that `next` lies in.
 */
export type RecordStatus = 'record' | 'blank' | 'need-more' | 'unclosed-quote' | 'too-long';

/**
 * Reads the record that starts at `pos`, RFC 4180 with every line end there is, into `out`.
 * `end` is where the bytes in `buf` end (pos < end), `atEnd` whether the input ends there too.
 *
 * The answer depends on bytes up to MAX_RECORD only, never on how much the buffer happens to hold.
 * Unclosed quotes cannot make a scan quadratic: the search stops at the first run of an odd number
 * of quotes, and a field that opens inside the searched bytes opens with an even run, which closes
 * at once; so no byte is searched for a closing quote more than twice.
 */
export function readRecord(
  buf: Uint8Array,
  pos: Bytes,
  end: Bytes,
  atEnd: boolean,
  delimiter: number,
  out: RecordSpan,
): RecordStatus {
  const hard = pos + MAX_RECORD;
  const limit = end < hard ? end : hard;
  const final = atEnd && end <= hard;
  const kinds = byteKinds(delimiter);
  let { starts, ends, flags } = out;
  let count = 0;
  let lineEnds = 0;
  let anyFlags = 0;
  let p = pos;

  for (;;) {
    let start = p;
    let stop = -1;
    let flag = 0;
    let high = 0;
    while (p < limit && kinds[buf[p]] === BLANK) p++;

    if (p < limit && kinds[buf[p]] === QUOTE) {
      start = ++p;
      flag = QUOTED;
      const opened = lineEnds;
      let secondLine = -1;
      const searchEnd = start + MAX_QUOTED;
      const until = searchEnd < limit ? searchEnd : limit;
      let kind = 0;
      for (;;) {
        let byte: number;
        while (p < until && (kind = kinds[(byte = buf[p])]) <= DELIMITER) {
          high |= byte;
          p++;
        }
        if (p >= until) break;
        if (kind === QUOTE) {
          if (p + 1 === limit) {
            if (!final) return cutOff(out, p, lineEnds, limit === hard && end > hard);
            break;
          }
          if (kinds[buf[p + 1]] !== QUOTE) break;
          flag |= ESCAPED;
          p += 2;
        } else if (kind === CONTROL_BYTE) {
          flag |= CONTROL;
          p++;
        } else {
          if (kind === CARRIAGE_RETURN) {
            if (p + 1 < limit) {
              if (kinds[buf[p + 1]] === LINE_FEED) p++;
            } else if (!final) return cutOff(out, p, lineEnds, limit === hard && end > hard);
          }
          p++;
          lineEnds++;
          if (secondLine < 0) secondLine = p;
        }
      }
      if (p >= until) {
        if (searchEnd >= limit && !final) {
          return cutOff(out, p, lineEnds, limit === hard && end > hard);
        }
        return neverClosed(out, count, opened, secondLine, p, final && until === limit);
      }

      stop = p++;
      while (p < limit && kinds[buf[p]] === BLANK) p++;
      if (p === limit) {
        if (!final) return cutOff(out, p, lineEnds, limit === hard && end > hard);
      } else {
        kind = kinds[buf[p]];
        if (kind !== DELIMITER && kind !== LINE_FEED && kind !== CARRIAGE_RETURN) {
          // Text after a "closing" quote on a later line: far likelier that the quote was never
          // closed and this one opens a field of another row. On the same line: a literal quote.
          if (lineEnds > opened) {
            return neverClosed(out, count, opened, secondLine, p, false);
          }
          flag = (flag & CONTROL) | MALFORMED;
          start--;
          stop = -1;
        }
      }
    }

    if (stop < 0) {
      for (;;) {
        let kind = 0;
        let byte: number;
        while (p < limit && (kind = kinds[(byte = buf[p])]) < DELIMITER) {
          high |= byte;
          p++;
        }
        if (p >= limit) {
          if (!final) return cutOff(out, p, lineEnds, limit === hard && end > hard);
          break;
        }
        if (kind === CONTROL_BYTE) flag |= CONTROL;
        else if (kind === QUOTE) flag |= STRAY_QUOTE;
        else break;
        p++;
      }
      stop = p;
    }

    if (high >= 0x80) flag |= NON_ASCII;
    if (count === starts.length) {
      out.grow();
      ({ starts, ends, flags } = out);
    }
    starts[count] = start;
    ends[count] = stop;
    flags[count++] = flag;
    anyFlags |= flag;

    if (p < limit && kinds[buf[p]] === DELIMITER) {
      p++;
      continue;
    }

    const recordEnd = p;
    if (p < limit) {
      if (kinds[buf[p++]] === CARRIAGE_RETURN) {
        if (p < limit) {
          if (kinds[buf[p]] === LINE_FEED) p++;
        } else if (!final) {
          return cutOff(out, p - 1, lineEnds, limit === hard && end > hard);
        }
      }
      lineEnds++;
      out.terminated = true;
    } else {
      out.terminated = false;
    }
    out.count = count;
    out.anyFlags = anyFlags;
    out.start = pos;
    out.next = p;
    out.lineEnds = lineEnds;
    return isBlankText(buf, pos, recordEnd, delimiter) ? 'blank' : 'record';
  }
}

function cutOff(out: RecordSpan, next: Bytes, lineEnds: number, tooLong: boolean): RecordStatus {
  out.count = 0;
  out.next = next;
  out.lineEnds = lineEnds;
  return tooLong ? 'too-long' : 'need-more';
}

function neverClosed(
  out: RecordSpan,
  count: number,
  opened: number,
  secondLine: Bytes,
  searched: Bytes,
  inputEnded: boolean,
): RecordStatus {
  out.count = count;
  out.quoteLine = opened;
  if (secondLine < 0) {
    out.next = searched;
    out.lineEnds = opened;
    return inputEnded ? 'unclosed-quote' : 'too-long';
  }
  out.next = secondLine;
  out.lineEnds = opened + 1;
  return 'unclosed-quote';
}
