import type { MonthIndex } from '../kernel/units.ts';

const ZERO = 0x30;
const HYPHEN = 0x2d;
const COLON = 0x3a;
const SPACE = 0x20;
const LETTER_T = 0x54;
const DATE = 10;
const DATE_TIME = 19;
const EVERY_MONTH_HAS = 28;

/**
 * The month of the usual date at a glance: `YYYY-MM-DD`, alone or with ` HH:MM:SS`. −1 for any
 * other text, which `readDate` must look at; they agree on all that is taken.
 */
export const plainMonth = (text: string): MonthIndex => {
  const { length } = text;
  if (length !== DATE && (length !== DATE_TIME || !isTime(text))) return NOT_PLAIN;
  if (text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return NOT_PLAIN;
  const century = twoDigits(text, 0);
  const years = twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (years < 0 || month < 1 || month > 12 || day < 1 || day > EVERY_MONTH_HAS) return NOT_PLAIN;
  const year = century * 100 + years;
  return century === 20 || (year >= 1990 && year < 2000) ? year * 12 + month - 1 : NOT_PLAIN;
};

const isTime = (text: string): boolean => {
  const separator = text.charCodeAt(10);
  if (separator !== SPACE && separator !== LETTER_T) return false;
  if (text.charCodeAt(13) !== COLON || text.charCodeAt(16) !== COLON) return false;
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
};

const twoDigits = (text: string, at: number): number => {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
};

const NOT_PLAIN = -1;
