import type { DecimalMark } from './decimal-mark.ts';

/** Digits around the decimal point; either text may be empty, not both. */
export interface Digits {
  readonly whole: string;
  readonly fraction: string;
}

export interface Mantissa extends Digits {
  /** The decimal mark this text alone proves, null when it proves none. */
  readonly evidence: DecimalMark | null;
  /** Set when the same text could be a whole number: the separator that is then a thousands mark. */
  readonly doubtful: DecimalMark | null;
}

const DIGITS = /^[0-9]*$/;
const BY_SPACE = /^[1-9][0-9]{0,2}(?:\s[0-9]{3})+$/u;
const BY_APOSTROPHE = /^[1-9][0-9]{0,2}(?:['\u2019][0-9]{3})+$/u;
const BY_POINT = /^[1-9][0-9]{0,2}(?:\.[0-9]{3})+$/;
const BY_COMMA = /^[1-9][0-9]{0,2}(?:,[0-9]{3})+$/;

/**
 * Tells decimal mark from thousands in an unsigned number: of two kinds the last is decimal, a kind
 * met twice is thousands, one met once is decimal unless exactly three digits follow one to three
 * that do not start with 0. Null when it can be read no way.
 */
export const readMantissa = (text: string): Mantissa | null => {
  const point = text.lastIndexOf('.');
  const comma = text.lastIndexOf(',');
  const at = Math.max(point, comma);
  if (at < 0) return whole(text, null, BY_SPACE, BY_APOSTROPHE);

  const mark: DecimalMark = at === point ? '.' : ',';
  const other: DecimalMark = mark === '.' ? ',' : '.';
  const before = text.slice(0, at);
  const fraction = text.slice(at + 1);
  if (before.includes(mark)) return whole(text, other, mark === '.' ? BY_POINT : BY_COMMA);
  if (!DIGITS.test(fraction)) return null;

  const grouped = [BY_SPACE, BY_APOSTROPHE, mark === '.' ? BY_COMMA : BY_POINT];
  if (!DIGITS.test(before)) {
    const front = whole(before, null, ...grouped);
    return front && { ...front, fraction, evidence: mark };
  }
  const doubtful = fraction.length === 3 && /^[1-9][0-9]{0,2}$/.test(before) ? mark : null;
  const evidence = doubtful !== null || fraction === '' ? null : mark;
  return { whole: before, fraction, evidence, doubtful };
};

/** A number in scientific notation: grouping has no place there, so one mark is always decimal. */
export const readScientificMantissa = (text: string): Mantissa | null => {
  const mantissa = readMantissa(text);
  const mark = /^[0-9]*([.,]?)[0-9]*$/.exec(text)?.[1];
  if (mantissa === null || mark === undefined) return null;
  return mantissa.doubtful === null
    ? mantissa
    : { ...mantissa, evidence: mantissa.doubtful, doubtful: null };
};

const whole = (
  text: string,
  evidence: DecimalMark | null,
  ...groupings: readonly RegExp[]
): Mantissa | null =>
  DIGITS.test(text) || groupings.some((grouping) => grouping.test(text))
    ? { whole: text.replace(/[^0-9]/gu, ''), fraction: '', evidence, doubtful: null }
    : null;
