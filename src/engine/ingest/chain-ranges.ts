import type { Bytes } from '../kernel/units.ts';
import type { RangeResult } from './range-result.ts';

/** A range that was to be read: records that start in [from, limit). */
export interface AskedRange {
  readonly from: Bytes;
  readonly limit: Bytes;
}

/** Bytes between where one range ended and where the next really began. */
export interface Gap {
  readonly begin: Bytes;
  readonly end: Bytes;
  /** Position of the range behind it. */
  readonly before: number;
}

/**
 * Whether ranges of one file, each begun at a guess but the first, are all of its records once:
 * each must begin where the one before it ended. A range that began later leaves a gap, to be read
 * by itself; null when one began inside a record, and the file must be read in one piece.
 */
export const findGaps = (
  asked: readonly AskedRange[],
  results: readonly RangeResult[],
): readonly Gap[] | null => {
  const gaps: Gap[] = [];
  let position = results[0].begin;
  for (const [at, { begin, end }] of results.entries()) {
    // No record was found to start in it; whatever does lies in the gap before the next range.
    if (begin >= asked[at].limit) continue;
    if (begin < position) return null;
    if (begin > position) gaps.push({ begin: position, end: begin, before: at });
    position = end;
  }
  const { limit } = asked[asked.length - 1];
  if (position < limit) gaps.push({ begin: position, end: limit, before: asked.length });
  return gaps;
};
