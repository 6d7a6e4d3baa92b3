import type { MonthIndex } from '../kernel/units.ts';
import { sortedRecord } from './add-counts.ts';
import { monthName } from './month-name.ts';

/** Rows by month. */
export class MonthTally {
  readonly #rows = new Map<MonthIndex, number>();

  add(month: MonthIndex, count: number): void {
    this.#rows.set(month, (this.#rows.get(month) ?? 0) + count);
  }

  addAll(other: MonthTally): void {
    other.#rows.forEach((count, month) => this.add(month, count));
  }

  counts(): Record<string, number> {
    return sortedRecord([...this.#rows].map(([month, rows]) => [monthName(month), rows] as const));
  }
}
