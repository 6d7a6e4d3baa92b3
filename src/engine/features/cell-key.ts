import type { MonthIndex } from '../kernel/units.ts';

/** Month of a row in a file without dates. Not a MonthIndex of any calendar. */
export const UNDATED: MonthIndex = -1;

const KINDS = 2;
const MONTHS = 0x10000;
const CURRENCIES = 0x8000;

/** What a sparse cell sums: one category or transfer column, in one currency and month. */
export interface CellName {
  readonly transfer: boolean;
  /** Category id or transfer column. */
  readonly row: number;
  readonly currency: number;
  readonly month: MonthIndex;
}

/** Packs a cell's name into one integer < 2^53, for rows up to 2 million, so that no row makes an object. */
export const cellKey = (
  transfer: boolean,
  row: number,
  currency: number,
  month: MonthIndex,
): number => ((row * CURRENCIES + currency) * MONTHS + (month + 1)) * KINDS + (transfer ? 1 : 0);

export const cellName = (key: number): CellName => {
  const transfer = key % KINDS === 1;
  const rest = Math.floor(key / KINDS);
  const month = (rest % MONTHS) - 1;
  const pair = Math.floor(rest / MONTHS);
  return { transfer, row: Math.floor(pair / CURRENCIES), currency: pair % CURRENCIES, month };
};
