import type { Category } from '../features/aggregates.ts';
import { UNDATED } from '../features/cell-key.ts';
import type { MonthIndex, Tiyn } from '../kernel/units.ts';

/** One operation, or several summed to one row, as it was read: reused for all. */
export class OperationRow {
  transfer = false;
  /** Official category or transfer column; −1 for an unknown category. */
  row = 0;
  /** Set when `row` is −1. */
  unknown: Category | null = null;
  /** Position among the currencies of the reading. */
  currency = 0;
  month: MonthIndex = UNDATED;
  /** The month under the other order of day and month; the same unless the date is doubtful. */
  monthAsMdy: MonthIndex = UNDATED;
  isDoubtfulDate = false;
  isDoubtfulAmount = false;
  amount: Tiyn = 0;
  /** A sum beyond 2^52, which a double may not hold exactly; `amount` is 0 then. */
  large: bigint | null = null;
  /** How many operations the row stands for. */
  count = 1;
  /** Date and amount as they were written. */
  date = '';
  money = '';
  /** As they stand in the row, tidied; empty when there is none. */
  product = '';
  type = '';
}
