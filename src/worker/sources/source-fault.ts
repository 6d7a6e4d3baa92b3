import type { Fault } from '../../engine/kernel/fault.ts';
import { ReadError } from '../../engine/bytes/read-error.ts';

/**
 * - `archive-damaged`: cannot be unpacked, or unpacks to something else than was packed.
 * - `archive-encrypted`, `archive-method`, `archive-split`: valid, but not read here; the text of
 *   `archive-method` is the number of the method.
 * - `archive-too-big`, `archive-too-many-files`, `archive-nested`: beyond a limit.
 * - `archive-empty`: holds no file.
 * - `file-unreadable`: the system refuses it; the text is its reason.
 */
export type SourceFaultCode =
  | 'archive-damaged'
  | 'archive-encrypted'
  | 'archive-method'
  | 'archive-split'
  | 'archive-too-big'
  | 'archive-too-many-files'
  | 'archive-nested'
  | 'archive-empty'
  | 'file-unreadable';

export const sourceFault = (code: SourceFaultCode, file: string, text = ''): Fault => ({
  code,
  severity: code === 'archive-empty' ? 'warning' : 'error',
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
