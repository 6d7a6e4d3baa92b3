import { ReadError } from '../../bytes/read-error.ts';
import type { Bytes } from '../../kernel/units.ts';
import type { SettledFile } from '../settled-import.ts';

/** What a reading of rows that were read before is given. */
export interface RereadHooks {
  readonly signal: AbortSignal;
  /** Bytes read since the last call. */
  readonly onBytes: (bytes: Bytes) => void;
}

/** Throws the fault of a file that has other records now than when it was imported. */
export const expectUnchanged = ({ source, records }: SettledFile, found: number): void => {
  if (found === records) return;
  throw new ReadError({
    code: 'file-changed',
    severity: 'error',
    file: source.name,
    line: 0,
    column: '',
    text: '',
  });
};
