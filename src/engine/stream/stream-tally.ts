import type { StreamFaultCode } from './stream-fault.ts';
import type { StreamKind } from './stream-format.ts';

/** The books of one stream: records read = used + left out; a summed row counts as what it stands for. */
export class StreamTally {
  readonly records: Record<StreamKind, number> = { clients: 0, transactions: 0, transfers: 0 };
  readonly used: Record<StreamKind, number> = { clients: 0, transactions: 0, transfers: 0 };
  /** Lines that are no rows at all. */
  spoiled = 0;
  clients = 0;
  readonly faults = new Map<StreamFaultCode, number>();

  count(code: StreamFaultCode, rows: number): void {
    this.faults.set(code, (this.faults.get(code) ?? 0) + rows);
  }
}
