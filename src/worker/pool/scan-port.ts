import type { AggregatesDump } from '../../engine/features/aggregates.ts';
import type { AskedRange } from '../../engine/ingest/chain-ranges.ts';
import type { FilePlan } from '../../engine/ingest/file-plan.ts';
import type { RangeResult } from '../../engine/ingest/range-result.ts';
import type { ScanSetup } from '../../engine/ingest/scan-job.ts';
import type { Fault } from '../../engine/kernel/fault.ts';
import type { Bytes } from '../../engine/kernel/units.ts';
import type { SourceSpec } from '../sources/source-spec.ts';

/** Everything a worker must know before its first task. Plain data. */
export interface ScanStart<Handle> {
  readonly setup: ScanSetup;
  readonly files: readonly ScanFile<Handle>[];
}

export interface ScanFile<Handle> {
  readonly spec: SourceSpec<Handle>;
  readonly plan: FilePlan;
}

/** A part of a file to be read in one go. */
export interface ScanPiece {
  /** Position in `ScanStart.files`. */
  readonly file: number;
  /** null: the whole file. */
  readonly range: AskedRange | null;
  /** A record is known to start at `range.from`; else it is a guess. */
  readonly exact: boolean;
}

export type ScanReply =
  | { readonly kind: 'read'; readonly results: readonly RangeResult[] }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly fault: Fault };

/** What has been read since the last question, by position of the file. */
export type ScanCounts = readonly {
  readonly file: number;
  readonly bytes: Bytes;
  readonly records: number;
}[];

/**
 * A worker that reads, as its coordinator sees it: the same for Comlink in browsers, worker threads
 * on Node, and objects of the same thread in tests. It keeps one set of aggregates over all tasks.
 */
export interface ScanPort<Handle> {
  /** Forgets everything and makes ready for tasks. */
  start(start: ScanStart<Handle>): Promise<void>;
  read(pieces: readonly ScanPiece[]): Promise<ScanReply>;
  counts(): Promise<ScanCounts>;
  /** Stops the task under way. */
  cancel(): Promise<void>;
  /** Hands over what was read; nothing is left here. */
  collect(): Promise<AggregatesDump>;
}
