import type { Ledger, LedgerFrame } from './ledger.ts';

const SPARE_CATEGORIES = 8;

/** A ledger with room for any client of the population whose frame it is given. */
export const createLedger = (frame: LedgerFrame): Ledger => {
  const slots = frame.months.length;
  const rows = frame.knownCategories + SPARE_CATEGORIES;
  return {
    client: 0,
    code: '',
    name: '',
    status: '',
    city: '',
    age: NaN,
    balance: 0,
    language: '',
    frame,
    categoryCount: 0,
    categoryIds: Int32Array.from({ length: rows }, (_, row) => row),
    spend: new Float64Array(rows * slots),
    spendCount: new Float64Array(rows),
    foreignSpend: new Float64Array(frame.currencies.length * slots),
    currencyCount: new Float64Array(frame.currencies.length),
    transfers: new Float64Array(frame.transferTypes.length * slots),
    transferCount: new Float64Array(frame.transferTypes.length),
    traitIds: new Int32Array(frame.traits.length),
    traitCount: 0,
  };
};

/**
 * The row of `category` (an id of the frame), appended when this client has none yet. Unknown
 * categories must come in order: only the last row is looked at.
 */
export const categoryRow = (ledger: Ledger, category: number): number => {
  const { knownCategories, months } = ledger.frame;
  if (category < knownCategories) return category;
  const last = ledger.categoryCount - 1;
  if (last >= knownCategories && ledger.categoryIds[last] === category) return last;
  const row = ledger.categoryCount++;
  if (row === ledger.categoryIds.length) growCategories(ledger, months.length);
  ledger.categoryIds[row] = category;
  return row;
};

const growCategories = (ledger: Ledger, slots: number): void => {
  const rows = ledger.categoryIds.length * 2;
  const ids = new Int32Array(rows);
  ids.set(ledger.categoryIds);
  const spend = new Float64Array(rows * slots);
  spend.set(ledger.spend);
  const counts = new Float64Array(rows);
  counts.set(ledger.spendCount);
  ledger.categoryIds = ids;
  ledger.spend = spend;
  ledger.spendCount = counts;
};
