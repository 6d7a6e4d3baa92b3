import type { Severity } from '../kernel/fault.ts';
import { FAULT_CODES, type FaultCode, type FaultRule } from '../rows/fault-codes.ts';

const rejected = { severity: 'error', about: 'row', effect: 'leave-out' } as const;

/** What only a line of the stream can have, beside everything that a row can have. */
const STREAM_CODES = {
  'stream-line': rejected,
  'stream-columns': rejected,
  'stream-kind': rejected,
  'stream-escape': rejected,
  'stream-count': rejected,
  /** A month, or a row without date, that the statistics do not know: they were made from other rows. */
  'stream-month': rejected,
  /** A push text that fails a check; the client is scored all the same. */
  'text-held-back': { severity: 'warning', about: 'row', effect: 'none' },
} as const satisfies Readonly<Record<string, FaultRule>>;

export type StreamFaultCode = FaultCode | keyof typeof STREAM_CODES;

const RULES: Readonly<Record<StreamFaultCode, FaultRule>> = { ...FAULT_CODES, ...STREAM_CODES };

export const streamFaultRule = (code: StreamFaultCode): FaultRule => RULES[code];

/** Something to be said of a line, or of the lines of one client. */
export interface StreamFault {
  readonly code: StreamFaultCode;
  readonly severity: Severity;
  /** Of this stream, 1-based. */
  readonly line: number;
  readonly client: string;
  /** `clients`, `transactions`, `transfers`, or empty. */
  readonly kind: string;
  readonly column: string;
  readonly text: string;
  /** How many rows are left out, or spoken of, by it. */
  readonly count: number;
}

export type ReportFault = (fault: StreamFault) => void;
