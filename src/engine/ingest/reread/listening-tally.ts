import type { Line } from '../../kernel/units.ts';
import { type FaultCode, isMendable } from '../../rows/fault-codes.ts';
import { RangeTally } from '../range-tally.ts';

/** Why a record was left out. */
export interface Rejection {
  readonly code: FaultCode;
  readonly line: Line;
  /** Heading of the column at fault; empty when it is the record as a whole. */
  readonly column: string;
}

/** Keeps no books but the number of records: remembers why the last record was left out. */
export class ListeningTally extends RangeTally {
  #rejection: Rejection | null = null;

  override report(code: FaultCode, line: Line, column = ''): void {
    if (isMendable(code)) this.#rejection = { code, line, column };
  }

  /** Why the record just read was left out; null when it was used, or is no data to mend. */
  takeRejection(): Rejection | null {
    const rejection = this.#rejection;
    this.#rejection = null;
    return rejection;
  }
}
