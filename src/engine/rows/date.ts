import { trimCell } from '../kernel/text-key.ts';
import type { MonthIndex } from '../kernel/units.ts';

/** Which of the two numbers of `03/04/2025` is the day. */
export type DateOrder = 'dmy' | 'mdy';

export interface CalendarDay {
  readonly month: MonthIndex;
  /** Day of the month, 1-based. */
  readonly day: number;
}

export type DateFault = 'date-missing' | 'date-unreadable' | 'date-impossible';

export type DateReading =
  | ({
      readonly kind: 'date';
      /** The order of day and month which this value alone proves; null when it proves none. */
      readonly evidence: DateOrder | null;
    } & CalendarDay)
  | { readonly kind: 'ambiguous'; readonly asDmy: CalendarDay; readonly asMdy: CalendarDay }
  | { readonly kind: 'bad'; readonly code: DateFault };

const TIME =
  '(?:[T\\s]\\s*(\\d{1,2}):?(\\d\\d)(?::?(\\d\\d)(?:[.,]\\d{1,9})?)?\\s*(?:[AP]M)?\\s*(?:Z|UTC|GMT)?(?:[+\\-\\u2212]\\d\\d(?::?\\d\\d)?)?)?';
const YEAR_FIRST = new RegExp(`^(\\d{4})([\\-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`, 'iu');
const COMPACT = new RegExp(`^(\\d{4})(\\d\\d)(\\d\\d)${TIME}$`, 'iu');
const DOTTED = new RegExp(`^(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})${TIME}$`, 'iu');
const YEAR_LAST = new RegExp(`^(\\d{1,2})([\\-/])(\\d{1,2})\\2(\\d{4})${TIME}$`, 'iu');

const MIN_YEAR = 1990;
const MAX_YEAR = 2100;
const MAX_LENGTH = 64;

/**
 * Reads a calendar date; a time and an offset are allowed and do not move it: the date counts as
 * written. `order` is the order of the column, null while unknown; it decides only a date with
 * slashes or hyphens whose first two numbers could both be the month.
 */
export const readDate = (text: string, order: DateOrder | null): DateReading => {
  const cell = trimCell(text);
  if (cell === '') return bad('date-missing');
  if (cell.length > MAX_LENGTH) return bad('date-unreadable');

  const yearFirst = YEAR_FIRST.exec(cell);
  if (yearFirst) {
    const [, year, , month, day, ...time] = yearFirst;
    return date(year, month, day, time, null);
  }
  const compact = COMPACT.exec(cell);
  if (compact) {
    const [, year, month, day, ...time] = compact;
    return date(year, month, day, time, null);
  }
  const dotted = DOTTED.exec(cell);
  if (dotted) {
    const [, day, month, year, ...time] = dotted;
    return date(year, month, day, time, null);
  }
  const yearLast = YEAR_LAST.exec(cell);
  if (yearLast) {
    const [, first, , second, year, ...time] = yearLast;
    return inEitherOrder(first, second, year, time, order);
  }
  return bad('date-unreadable');
};

const bad = (code: DateFault): DateReading => ({ kind: 'bad', code });

const inEitherOrder = (
  first: string,
  second: string,
  year: string,
  time: readonly (string | undefined)[],
  order: DateOrder | null,
): DateReading => {
  const asDmy = date(year, second, first, time, 'dmy');
  const asMdy = date(year, first, second, time, 'mdy');
  if (asDmy.kind !== 'date') return asMdy;
  if (asMdy.kind !== 'date') return asDmy;
  if (asDmy.month === asMdy.month) return { ...asDmy, evidence: null };
  if (order !== null) return { ...(order === 'dmy' ? asDmy : asMdy), evidence: null };
  return {
    kind: 'ambiguous',
    asDmy: { month: asDmy.month, day: asDmy.day },
    asMdy: { month: asMdy.month, day: asMdy.day },
  };
};

const date = (
  yearText: string,
  monthText: string,
  dayText: string,
  time: readonly (string | undefined)[],
  evidence: DateOrder | null,
): DateReading => {
  const year = Number(yearText);
  const month = Number(monthText);
  const day = Number(dayText);
  const [hour, minute, second] = time.map((part) => Number(part ?? 0));
  const possible =
    year >= MIN_YEAR &&
    year <= MAX_YEAR &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysIn(year, month) &&
    hour <= 24 &&
    minute <= 59 &&
    second <= 60;
  if (!possible) return bad('date-impossible');
  return { kind: 'date', month: year * 12 + month - 1, day, evidence };
};

const daysIn = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};
