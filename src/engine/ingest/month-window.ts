import type { MonthIndex } from '../kernel/units.ts';

/** Rows further than this from the busiest month are rejected. */
const REACH = 12;

/** Months whose rows count, both ends included. */
export interface MonthWindow {
  readonly from: MonthIndex;
  readonly to: MonthIndex;
}

export const EVERY_MONTH: MonthWindow = { from: 0, to: Number.MAX_SAFE_INTEGER };

/** Dates are of the years 1990 to 2100. */
export const FIRST_MONTH: MonthIndex = 1990 * 12;
export const LAST_MONTH: MonthIndex = 2101 * 12 - 1;

/** Rows by month; months are few, so a plain object of numbers crosses workers as it is. */
export type MonthRows = Record<MonthIndex, number>;

export const addMonthRows = (sum: MonthRows, more: MonthRows): void => {
  for (const [month, rows] of Object.entries(more))
    sum[Number(month)] = (sum[Number(month)] ?? 0) + rows;
};

/** The months around the busiest one; the earliest of equally busy ones. */
export const windowOf = (rows: MonthRows): MonthWindow => {
  const months = Object.keys(rows)
    .map(Number)
    .sort((a, b) => a - b);
  if (months.length === 0) return EVERY_MONTH;
  const busiest = months.reduce((best, month) => (rows[month] > rows[best] ? month : best));
  return { from: busiest - REACH, to: busiest + REACH };
};

/** True when some month that has rows lies inside one window and outside the other. */
export const windowsDiffer = (a: MonthWindow, b: MonthWindow, rows: MonthRows): boolean =>
  Object.keys(rows)
    .map(Number)
    .some((month) => isInside(a, month) !== isInside(b, month));

export const isInside = ({ from, to }: MonthWindow, month: MonthIndex): boolean =>
  month >= from && month <= to;
