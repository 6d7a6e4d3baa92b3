import type { Fault } from '../kernel/fault.ts';
import type { MonthIndex } from '../kernel/units.ts';
import { type FaultCode, faultRule } from '../rows/fault-codes.ts';
import type { FileDraft } from './file-draft.ts';
import { isInside, type MonthRows, type MonthWindow } from './month-window.ts';
import { dayOfMonth, monthOf } from './day-number.ts';
import type { ImportReport } from './report.ts';
import type { RangeResult } from './range-result.ts';

const UNDATED_MONTHS = 3;
/** Days without rows at the edge of the period that are no sign of a month cut short. */
const QUIET_DAYS = 3;

export const importFault = (
  code: FaultCode,
  text = '',
  severity = faultRule(code).severity,
): Fault => ({
  code,
  severity,
  file: '',
  line: 0,
  column: '',
  text,
});

/** What is to be said of the operations as a whole. */
export const operationFaults = (
  drafts: readonly FileDraft[],
  ranges: readonly RangeResult[],
): Fault[] => {
  const read = drafts.filter(
    ({ plan, skipped }) => plan !== null && plan.kind !== 'clients' && !skipped,
  );
  if (read.every(({ plan }) => plan!.columns.date === undefined)) return [importFault('no-dates')];
  const first = ranges.reduce((day, range) => Math.min(day, range.days?.[0] ?? Infinity), Infinity);
  const last = ranges.reduce(
    (day, range) => Math.max(day, range.days?.[1] ?? -Infinity),
    -Infinity,
  );
  if (first > last) return [];
  const faults: Fault[] = [];
  const [firstMonth, lastMonth] = [monthOf(first), monthOf(last)];
  if (dayOfMonth(first) - 1 > QUIET_DAYS)
    faults.push(importFault('partial-month', monthText(firstMonth)));
  if (daysIn(lastMonth) - dayOfMonth(last) > QUIET_DAYS && lastMonth !== firstMonth) {
    faults.push(importFault('partial-month', monthText(lastMonth)));
  }
  return faults;
};

export interface ReportInput {
  readonly drafts: readonly FileDraft[];
  readonly faults: readonly Fault[];
  readonly refused: boolean;
  readonly clients: number;
  readonly monthRows: MonthRows;
  readonly window: MonthWindow;
  readonly months: number | null;
}

export const writeReport = (input: ReportInput): ImportReport => {
  const files = input.drafts.map((draft) => draft.finish());
  const period = Object.keys(input.monthRows)
    .map(Number)
    .filter((month) => isInside(input.window, month))
    .sort((a, b) => a - b)
    .map(monthText);
  const sum = (of: (file: (typeof files)[number]) => number): number =>
    files.reduce((total, file) => total + of(file), 0);
  const usedOf = (kind: string): number => sum((file) => (file.kind === kind ? file.used : 0));
  const worse = [...input.faults, ...files.flatMap(({ faults }) => faults)].some(
    ({ severity }) => severity !== 'info',
  );
  return {
    outcome: input.refused ? 'refused' : worse ? 'warned' : 'ok',
    months: input.months ?? (period.length === 0 ? UNDATED_MONTHS : period.length),
    period,
    files,
    faults: input.faults,
    totals: {
      files: files.length,
      bytes: sum(({ bytes }) => bytes),
      records: sum(({ records }) => records),
      used: sum(({ used }) => used),
      reported: sum(({ reported }) => reported),
      clients: input.clients,
      transactions: usedOf('transactions'),
      transfers: usedOf('transfers'),
    },
  };
};

const monthText = (month: MonthIndex): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

const daysIn = (month: MonthIndex): number =>
  new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
