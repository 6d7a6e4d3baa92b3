import type { Bytes, Line } from '../kernel/units.ts';
import type { Evidence } from './evidence.ts';
import type { FaultLogDump } from './fault-log.ts';
import type { MonthRows } from './month-window.ts';
import type { TwinConflict } from './record-cells.ts';

/** What reading one range of a file came to, but for the aggregates. Plain data. */
export interface RangeResult {
  readonly file: number;
  /** Where the first record really began and where the next range's first one begins. */
  readonly begin: Bytes;
  readonly end: Bytes;
  /** Physical line ends in the range. */
  readonly lines: Line;
  readonly records: number;
  readonly used: number;
  /** Exact sums of the used rows' amounts, in hundredths, by currency code. */
  readonly sums: readonly (readonly [string, bigint])[];
  readonly faults: FaultLogDump;
  readonly evidence: Evidence;
  readonly monthRows: MonthRows;
  /** `month * 32 + day` of the first and last date; null when none was used. */
  readonly days: readonly [first: number, last: number] | null;
  /** A twin of a needed column said something else, at this line. */
  readonly twinConflict: TwinConflict | null;
  /** Too large for telling identical rows. */
  readonly identicalUncounted: boolean;
}
