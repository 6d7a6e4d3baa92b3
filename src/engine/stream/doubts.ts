import { cutText } from '../kernel/fault.ts';
import { MonthTally } from './month-tally.ts';
import type { OperationRow } from './operation-row.ts';

/** What could be read in two ways in the rows of one kind, under both of them. */
export class Doubts {
  readonly dmy = new MonthTally();
  readonly mdy = new MonthTally();
  dates = 0;
  amounts = 0;
  /** The least one by code units, so that it does not depend on the order of rows. */
  date: string | null = null;
  amount: string | null = null;

  add(row: OperationRow): void {
    if (row.isDoubtfulAmount) {
      this.amounts += row.count;
      this.amount = leastText(this.amount, cutText(row.money));
    }
    if (!row.isDoubtfulDate) return;
    this.dates += row.count;
    this.date = leastText(this.date, cutText(row.date));
    this.dmy.add(row.month, row.count);
    this.mdy.add(row.monthAsMdy, row.count);
  }

  addAll(other: Doubts): void {
    this.dmy.addAll(other.dmy);
    this.mdy.addAll(other.mdy);
    this.dates += other.dates;
    this.amounts += other.amounts;
    this.date = leastText(this.date, other.date);
    this.amount = leastText(this.amount, other.amount);
  }
}

/** The lesser of two texts by code units; null is none. */
export const leastText = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? (a ?? b) : a < b ? a : b;
