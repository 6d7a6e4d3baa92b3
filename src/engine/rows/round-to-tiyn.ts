import type { Tiyn } from '../kernel/units.ts';

/** Integer digits of 10^13, the largest amount that is believed. */
const LARGEST = '10000000000000';

/**
 * `whole.fraction × 10^shift`, rounded half away from zero to 0.01, exactly: digits are moved and
 * cut as text, nothing is ever a fraction. Both texts are ASCII digits, either may be empty;
 * |shift| ≤ 15. Null when the value, before rounding, is over 10^13.
 */
export const roundToTiyn = (whole: string, fraction: string, shift: number): Tiyn | null => {
  const digits = whole + fraction;
  const point = whole.length + shift;
  const units = withoutLeadingZeros(slicePadded(digits, 0, point));
  if (units.length > LARGEST.length) return null;
  if (units.length === LARGEST.length) {
    const rest = digits.slice(point);
    if (units !== LARGEST || /[1-9]/.test(rest)) return null;
  }
  const floor = Number(units + slicePadded(digits, point, point + 2));
  return slicePadded(digits, point + 2, point + 3) >= '5' ? floor + 1 : floor;
};

/** The digits at [start, end), with zeros where `digits` has none on either side. */
const slicePadded = (digits: string, start: number, end: number): string => {
  const inside = digits.slice(Math.max(0, start), Math.max(0, end));
  const zerosBefore = Math.max(0, Math.min(end, 0) - start);
  return ('0'.repeat(zerosBefore) + inside).padEnd(end - start, '0');
};

const withoutLeadingZeros = (digits: string): string => {
  let start = 0;
  while (digits[start] === '0') start++;
  return digits.slice(start);
};
