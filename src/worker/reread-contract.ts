import type { ClientRow, RowFilter } from '../engine/ingest/reread/client-rows.ts';
import type { RawRecord } from '../engine/ingest/reread/file-lines.ts';
import type { Reasons } from '../engine/ingest/reread/rejected-table.ts';
import type { Outcome } from '../engine/kernel/fault.ts';
import type { Bytes, ClientIndex, Line, Tenge } from '../engine/kernel/units.ts';

export type { ClientRow, RawRecord, Reasons, RowFilter };

/** The import that stands, or the one that was refused last. */
export type WhichImport = 'loaded' | 'refused';

/**
 * Rows of an import, read again from its files. A later question of one kind stops an earlier one,
 * which then answers null; a file that is gone or has changed is a fault.
 */
export interface RowReading {
  /** What stands at a line and in the records behind it, `count` in all; fewer at the file's end. */
  records(
    of: WhichImport,
    file: string,
    line: Line,
    count: number,
  ): Promise<Outcome<readonly RawRecord[] | null>>;
  /** The rows that were left out of these files (null: of all), as CSVs to mend and import again. */
  rejected(
    files: readonly string[] | null,
    reasons: Reasons,
    onProgress: (progress: RereadProgress) => void,
  ): Promise<Outcome<readonly RejectedFile[] | null>>;
  /** The rows behind a number of one client. */
  ofClient(
    client: ClientIndex,
    filter: RowFilter,
    onProgress: (progress: RereadProgress) => void,
  ): Promise<Outcome<OwnRows | null>>;
  /** Stops every reading under way. */
  stop(): void | Promise<void>;
}

export interface RereadProgress {
  readonly bytesDone: Bytes;
  /** null while unknown (compressed input). */
  readonly bytesTotal: Bytes | null;
}

export interface RejectedFile {
  readonly name: string;
  readonly blob: Blob;
  readonly rows: number;
}

export interface OwnRows {
  /** The first ones where there are very many; amounts are hundredths of their currency. */
  readonly rows: readonly ClientRow[];
  /** Exact, as is the total. */
  readonly count: number;
  /** At the rates of the present result. */
  readonly total: Tenge;
  /** Rows of this client that were left out of the import and would count once mended. */
  readonly rejected: number;
}
