import type { Fault } from '../kernel/fault.ts';

/**
 * Thrown by a ByteSource in the middle of reading for a reason that lies in the person's files: a
 * damaged archive, a file that is gone. Whoever reads turns it into its fault.
 */
export class ReadError extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(`${fault.code}: ${fault.file}`);
    this.name = 'ReadError';
    this.fault = fault;
  }
}
