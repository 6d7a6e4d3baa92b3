import { UNDATED } from '../features/cell-key.ts';
import type { MonthIndex } from '../kernel/units.ts';

/** A day of the calendar as one integer, in order of time: month × 32 + day of the month. */
export type DayNumber = number;

const BITS = 5;

export const dayNumber = (month: MonthIndex, day: number): DayNumber => (month << BITS) + day;

export const monthOf = (day: DayNumber): MonthIndex => day >> BITS;

export const dayOfMonth = (day: DayNumber): number => day & ((1 << BITS) - 1);

/** Of a row in a file without dates. */
export const UNDATED_DAY: DayNumber = dayNumber(UNDATED, 0);
