import type { Tiyn } from '../kernel/units.ts';

const ZERO = 0x30;
const POINT = 0x2e;
const HYPHEN = 0x2d;
const UNDERSCORE = 0x5f;
const MAX_AGE = 120;
const MAX_AGE_DIGITS = 3;
const MAX_WHOLE_DIGITS = 13;

/** What a cell is that is none of a usual row. */
export const NOT_USUAL = -1;

/** Letters and digits of ASCII, hyphens and underscores, a digit among them: no heading, no word for totals. */
export const isPlainCode = (buffer: Uint8Array, start: number, end: number): boolean => {
  let digits = 0;
  for (let at = start; at < end; at++) {
    const byte = buffer[at];
    if (isDigit(byte)) digits++;
    else if (!isLetter(byte) && byte !== HYPHEN && byte !== UNDERSCORE) return false;
  }
  return digits > 0;
};

/** An age in digits. */
export const usualAge = (buffer: Uint8Array, start: number, end: number): number => {
  if (end === start || end - start > MAX_AGE_DIGITS) return NOT_USUAL;
  let age = 0;
  for (let at = start; at < end; at++) {
    if (!isDigit(buffer[at])) return NOT_USUAL;
    age = age * 10 + buffer[at] - ZERO;
  }
  return age <= MAX_AGE ? age : NOT_USUAL;
};

/** Digits, and at most two decimals behind a point. */
export const usualBalance = (buffer: Uint8Array, start: number, end: number): Tiyn => {
  let value = 0;
  let at = start;
  for (; at < end && isDigit(buffer[at]); at++) value = value * 10 + buffer[at] - ZERO;
  if (at === start || at - start > MAX_WHOLE_DIGITS) return NOT_USUAL;
  value *= 100;
  if (at === end) return value;
  const decimals = end - at - 1;
  if (buffer[at] !== POINT || decimals < 1 || decimals > 2) return NOT_USUAL;
  if (!isDigit(buffer[at + 1]) || !isDigit(buffer[end - 1])) return NOT_USUAL;
  value += (buffer[at + 1] - ZERO) * 10;
  return decimals === 1 ? value : value + buffer[end - 1] - ZERO;
};

/** Whether a usual balance has decimals, by its bytes. */
export const hasPoint = (buffer: Uint8Array, start: number, end: number): boolean =>
  (end - start > 2 && buffer[end - 2] === POINT) || (end - start > 3 && buffer[end - 3] === POINT);

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= ZERO + 9;

const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
