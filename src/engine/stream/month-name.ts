import type { MonthIndex } from '../kernel/units.ts';

/** `2025-08`: how a month stands in the statistics. */
export const monthName = (month: MonthIndex): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

export const monthOfName = (name: string): MonthIndex =>
  Number(name.slice(0, 4)) * 12 + Number(name.slice(5, 7)) - 1;

export const MONTH_NAME = /^[0-9]{4}-(?:0[1-9]|1[0-2])$/;
