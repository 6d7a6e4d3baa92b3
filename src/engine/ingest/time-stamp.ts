const DATE_LENGTH = 10;
const CANONICAL = /^[T ]([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])$/;
const SECONDS_A_DAY = 86_400;

/** What tells rows of one day apart: the time behind the date, equal for equal texts, 0 without one. */
export const timeStampOf = (date: string): number => {
  const time = date.slice(DATE_LENGTH);
  if (time === '') return 0;
  const canonical = CANONICAL.exec(time);
  if (canonical) {
    const [, hour, minute, second] = canonical;
    return Number(hour) * 3600 + Number(minute) * 60 + Number(second) + 1;
  }
  let hash = 0;
  for (let i = 0; i < time.length; i++) hash = Math.imul(hash ^ time.charCodeAt(i), 0x01000193);
  return SECONDS_A_DAY + 1 + (hash >>> 1);
};

/** The same of the bytes behind a date when they are canonical (` HH:MM:SS`, `THH:MM:SS`), else −1. */
export const canonicalStamp = (buffer: Uint8Array, from: number, to: number): number => {
  if (to - from !== 9 || buffer[from + 3] !== COLON || buffer[from + 6] !== COLON) return -1;
  if (buffer[from] !== SPACE && buffer[from] !== LETTER_T) return -1;
  const hour = twoDigits(buffer, from + 1);
  const minute = twoDigits(buffer, from + 4);
  const second = twoDigits(buffer, from + 7);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return -1;
  return hour * 3600 + minute * 60 + second + 1;
};

const COLON = 0x3a;
const SPACE = 0x20;
const LETTER_T = 0x54;
const ZERO = 0x30;

const twoDigits = (buffer: Uint8Array, at: number): number => {
  const tens = buffer[at] - ZERO;
  const ones = buffer[at + 1] - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
};
