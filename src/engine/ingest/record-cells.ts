import { fieldIsValidUtf8, fieldText } from '../bytes/field-text.ts';
import { CONTROL, ESCAPED, MALFORMED, NON_ASCII, type RecordSpan } from '../bytes/record-span.ts';
import { trimCell } from '../kernel/text-key.ts';
import type { Line } from '../kernel/units.ts';
import type { FaultCode } from '../rows/fault-codes.ts';
import type { ByteTexts } from './byte-texts.ts';
import type { FilePlan } from './file-plan.ts';

/** All cells of a record as trimmed text; `texts` remembers those that repeat. */
export const recordCells = (
  buffer: Uint8Array,
  span: RecordSpan,
  texts: ByteTexts | null = null,
): string[] => {
  const cells: string[] = [];
  for (let i = 0; i < span.count; i++) {
    const read = (): string => trimCell(fieldText(buffer, span, i));
    const isPlain = (span.flags[i] & (NON_ASCII | ESCAPED)) === NON_ASCII;
    cells.push(
      texts !== null && isPlain ? texts.textOf(buffer, span.starts[i], span.ends[i], read) : read(),
    );
  }
  return cells;
};

/** What is odd about the bytes of one cell; a row with it is used all the same. */
export interface Oddity {
  readonly code: Extract<FaultCode, 'malformed-quote' | 'control-character' | 'bad-utf8'>;
  readonly column: number;
}

/** Everything odd about the bytes of a record. */
export const findOddities = (buffer: Uint8Array, span: RecordSpan): readonly Oddity[] => {
  if ((span.anyFlags & (NON_ASCII | CONTROL | MALFORMED)) === 0) return [];
  const found: Oddity[] = [];
  for (let column = 0; column < span.count; column++) {
    const flags = span.flags[column];
    if (flags & MALFORMED) found.push({ code: 'malformed-quote', column });
    if (flags & CONTROL) found.push({ code: 'control-character', column });
    if (!fieldIsValidUtf8(buffer, span, column)) found.push({ code: 'bad-utf8', column });
  }
  return found;
};

/** A needed column stands twice and the two say different things. */
export interface TwinConflict {
  readonly line: Line;
  readonly column: string;
  readonly text: string;
}

/** Where two columns of one needed field differ in this record; null where they agree. */
export const twinConflictOf = (
  cells: readonly string[],
  plan: FilePlan,
  line: Line,
): TwinConflict | null => {
  for (const { columns } of plan.twins) {
    const odd = columns.find((column) => (cells[column] ?? '') !== (cells[columns[0]] ?? ''));
    if (odd !== undefined) return { line, column: plan.headings[odd], text: cells[odd] ?? '' };
  }
  return null;
};
