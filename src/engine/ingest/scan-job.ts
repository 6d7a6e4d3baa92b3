import type { ByteSource } from '../bytes/byte-source.ts';
import type { Aggregates, Layout } from '../features/aggregates.ts';
import type { Vocabulary } from '../rows/vocabulary.ts';
import type { CodeIndexDump } from '../features/code-index.ts';
import type { Bytes } from '../kernel/units.ts';
import type { FilePlan } from './file-plan.ts';
import type { MonthWindow } from './month-window.ts';
import type { RangeResult } from './range-result.ts';

/** What every scanner of operations must know before it starts. Plain data. */
export interface ScanSetup {
  readonly vocabulary: Vocabulary;
  readonly layout: Layout;
  readonly clients: CodeIndexDump;
  readonly window: MonthWindow;
  /** Currencies that have a rate. */
  readonly currencies: readonly string[];
  /** False: every row goes through the complete lane, to prove that the lanes agree. */
  readonly fastLane: boolean;
  /** Identical rows are counted in files of at most this size: larger ones are read in ranges. */
  readonly identicalUpTo: Bytes;
}

/** Files up to this size are read in one piece, whatever the number of workers: see `ScanSetup.identicalUpTo`. */
export const WHOLE_FILE_SIZE: Bytes = 1 << 26;

export interface ScanJob {
  /**
   * There once the clients are read, null when that came to nothing: a scanner that needs other
   * threads starts them meanwhile.
   */
  readonly setup: Promise<ScanSetup | null>;
  readonly files: readonly { readonly source: ByteSource; readonly plan: FilePlan }[];
}

export interface ScanProgress {
  /** Position in `ScanJob.files`. */
  readonly file: number;
  readonly bytes: number;
  readonly records: number;
}

export interface ScanHooks {
  readonly signal: AbortSignal;
  /** Bytes and records read since the last call. */
  readonly onProgress: (progress: ScanProgress) => void;
}

export interface ScanOutcome {
  readonly aggregates: Aggregates;
  /** The ranges of each file in order, files in the order of the job. */
  readonly ranges: readonly RangeResult[];
}

/**
 * Reads all operations of a job; null without a setup, or when the signal stopped it. Any scanner gives the same
 * outcome. Throws the ReadError of a source that cannot be read.
 */
export type Scanner = (job: ScanJob, hooks: ScanHooks) => Promise<ScanOutcome | null>;
