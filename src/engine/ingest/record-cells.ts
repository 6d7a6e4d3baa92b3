import { fieldIsValidUtf8, fieldText } from '../bytes/field-text.ts';
import { CONTROL, MALFORMED, NON_ASCII, type RecordSpan } from '../bytes/record-span.ts';
import { trimCell } from '../kernel/text-key.ts';
import type { Line } from '../kernel/units.ts';
import type { FilePlan } from './file-plan.ts';
import type { RangeTally } from './range-tally.ts';

/** All cells of a record as trimmed text. */
export const recordCells = (buffer: Uint8Array, span: RecordSpan): string[] => {
  const cells: string[] = [];
  for (let i = 0; i < span.count; i++) cells.push(trimCell(fieldText(buffer, span, i)));
  return cells;
};

/** Reports what is odd about the bytes of a record that is used all the same. */
export const reportOddBytes = (
  buffer: Uint8Array,
  span: RecordSpan,
  cells: readonly string[],
  plan: FilePlan,
  tally: RangeTally,
  line: Line,
): void => {
  if ((span.anyFlags & (NON_ASCII | CONTROL | MALFORMED)) === 0) return;
  for (let i = 0; i < cells.length; i++) {
    const heading = plan.headings[i] ?? '';
    const flags = span.flags[i];
    if (flags & MALFORMED) tally.report('malformed-quote', line, heading, cells[i]);
    if (flags & CONTROL) tally.report('control-character', line, heading, cells[i]);
    if ((flags & NON_ASCII) === 0) continue;
    if (fieldIsValidUtf8(buffer, span, i)) {
      tally.evidence.validUtf8++;
    } else {
      tally.evidence.badUtf8++;
      tally.report('bad-utf8', line, heading, cells[i]);
    }
  }
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
