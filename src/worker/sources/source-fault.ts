import type { Fault } from '../../engine/kernel/fault.ts';
import { ReadError } from '../../engine/bytes/read-error.ts';
import type { FaultCode } from '../../engine/rows/fault-codes.ts';

/**
 * - `archive-damaged`: cannot be unpacked, or unpacks to something else than was packed.
 * - `archive-encrypted`; `archive-unsupported`: valid, but not read here; the text is the number of
 *   the packing method, or `split` for a part of several.
 * - `archive-too-large`: unpacks to more than a limit, has more files, or more archives inside.
 * - `file-unreadable`: the system refuses it; the text is its reason.
 */
export type SourceFaultCode = Extract<
  FaultCode,
  | 'archive-damaged'
  | 'archive-encrypted'
  | 'archive-unsupported'
  | 'archive-too-large'
  | 'file-unreadable'
>;

export const sourceFault = (code: SourceFaultCode, file: string, text = ''): Fault => ({
  code,
  severity: 'error',
  file,
  line: 0,
  column: '',
  text,
});

export const readError = (code: SourceFaultCode, file: string, text = ''): ReadError =>
  new ReadError(sourceFault(code, file, text));

/** A failure as it comes from the system, in the words of its own that name no place on disk. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return '';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
};
