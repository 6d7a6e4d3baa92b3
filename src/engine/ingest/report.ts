import type { Fault } from '../kernel/fault.ts';
import type { Bytes } from '../kernel/units.ts';
import type { FileKind } from '../rows/vocabulary.ts';

/** What became of every file and every record of one import. Conservation: records = used + reported. */
export interface ImportReport {
  readonly outcome: 'ok' | 'warned' | 'refused';
  /** What sums are divided by. */
  readonly months: number;
  /** The months seen, `YYYY-MM`, chronological; empty for undated data. */
  readonly period: readonly string[];
  readonly files: readonly FileReport[];
  /** Faults of no single file (no clients found, nothing to score …). */
  readonly faults: readonly Fault[];
  readonly totals: ReportTotals;
}

export interface ReportTotals {
  readonly files: number;
  readonly bytes: Bytes;
  readonly records: number;
  readonly used: number;
  readonly reported: number;
  readonly clients: number;
  readonly transactions: number;
  readonly transfers: number;
}

/** What one file alone says: how it is read, how much it holds, and what is wrong with it. */
export interface FileFacts {
  readonly name: string;
  /** null when the file is none of the three kinds. */
  readonly kind: FileKind | null;
  readonly encoding: string;
  readonly delimiter: string;
  /** The decimal mark proved by the data; null when no amount needed one. */
  readonly decimal: '.' | ',' | null;
  /** The order proved for dates like 03/04/2025; null when none occurred. */
  readonly dateOrder: 'dmy' | 'mdy' | null;
  readonly bytes: Bytes;
  /** Headings as they stand in the file. */
  readonly columns: readonly string[];
  readonly records: number;
  /** The first 1 000 per code, in line order. */
  readonly faults: readonly Fault[];
  /** Exact, however many there are. */
  readonly faultCounts: Readonly<Record<string, number>>;
}

export interface FileReport extends FileFacts {
  readonly used: number;
  readonly reported: number;
  /** Exact decimal sums of the used rows' amounts (for clients: of balances) by currency. */
  readonly sums: Readonly<Record<string, string>>;
}

/** The report of an import that failed before any file could be read. */
export const refusedReport = (fault: Fault): ImportReport => ({
  outcome: 'refused',
  months: 0,
  period: [],
  files: [],
  faults: [fault],
  totals: {
    files: 0,
    bytes: 0,
    records: 0,
    used: 0,
    reported: 0,
    clients: 0,
    transactions: 0,
    transfers: 0,
  },
});
