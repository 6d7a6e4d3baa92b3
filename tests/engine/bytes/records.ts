import { fieldText } from '../../../src/engine/bytes/field-text.ts';
import { readRecord } from '../../../src/engine/bytes/record.ts';
import type { RecordStatus } from '../../../src/engine/bytes/record.ts';
import { RecordSpan } from '../../../src/engine/bytes/record-span.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export interface SeenRecord {
  readonly status: RecordStatus;
  readonly line: number;
  readonly cells: readonly string[];
  readonly flags: readonly number[];
}

/** Everything `readRecord` says of a text, from a buffer that grows by `chunk` bytes at a time. */
export const readAll = (
  input: string | Uint8Array,
  delimiter = ',',
  chunk = Number.POSITIVE_INFINITY,
): SeenRecord[] => {
  const buf = typeof input === 'string' ? bytesOf(input) : input;
  const span = new RecordSpan();
  const seen: SeenRecord[] = [];
  let pos = 0;
  let line = 1;
  let end = Math.min(chunk, buf.length);
  while (pos < buf.length) {
    if (end <= pos) end = Math.min(end + chunk, buf.length);
    const atEnd = end === buf.length;
    const status = readRecord(buf, pos, end, atEnd, delimiter.charCodeAt(0), span);
    if (status === 'need-more') {
      if (atEnd) throw new Error('asks for more at the end of the input');
      end = Math.min(end + chunk, buf.length);
      continue;
    }
    const indexes = Array.from({ length: span.count }, (_, i) => i);
    seen.push({
      status,
      line,
      cells: indexes.map((i) => fieldText(buf, span, i)),
      flags: indexes.map((i) => span.flags[i]),
    });
    if (span.next <= pos) throw new Error('does not advance');
    pos = span.next;
    line += span.lineEnds;
  }
  return seen;
};

export const cellsOf = (records: readonly SeenRecord[]): (readonly string[])[] =>
  records.map(({ cells }) => cells);
