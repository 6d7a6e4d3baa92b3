import type { Catalogue } from '../../engine/benefits/catalogue.ts';
import type { ReadingChoices } from '../../engine/ingest/reading-choices.ts';
import type { FileFacts, ImportReport } from '../../engine/ingest/report.ts';
import type { Fault } from '../../engine/kernel/fault.ts';
import type { Bytes } from '../../engine/kernel/units.ts';
import type { SideFault } from '../../worker/check-contract.ts';
import type { Pair } from '../../worker/desk/side-file.ts';

/** What a worker thread is started to do: plain data, as all that crosses to it and back. */
export type Job = InspectJob | ScoreJob;

/** A file on disk, and what the person calls it. */
export interface JobFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: Bytes;
}

/** Says what files are and counts their records. */
export interface InspectJob {
  readonly what: 'inspect';
  readonly files: readonly JobFile[];
  readonly reading: ReadingChoices;
}

/** Scores everybody, and writes the results into a new folder. */
export interface ScoreJob {
  readonly what: 'score';
  readonly files: readonly JobFile[];
  readonly folder: string;
  readonly catalogue: Catalogue;
  readonly language: 'ru' | 'kk';
  /** Rates that replace the shipped ones. */
  readonly fx: Readonly<Record<string, number>>;
  readonly months: number | null;
  readonly reading: ReadingChoices;
  /** What clients have already: pairs, or the path of a file of them; null when nobody asks. */
  readonly holdings: readonly Pair[] | string | null;
}

export interface Inspection {
  /** One for every file found, those in archives included; by the file that was sent. */
  readonly files: readonly (readonly FileFacts[])[];
  /** The first five records, by heading. */
  readonly sample: readonly Readonly<Record<string, string>>[];
  /** What makes a file unusable; null when all may be kept. */
  readonly fault: Fault | null;
}

/** How a scoring ended; when it is `ready`, the results are in the folder. */
export type Scoring =
  | { readonly outcome: 'ready' }
  | { readonly outcome: 'refused'; readonly fault: Fault; readonly report: ImportReport }
  | { readonly outcome: 'bad-holdings'; readonly fault: SideFault };

export interface JobProgress {
  readonly phase: 'probing' | 'clients' | 'operations' | 'scoring';
  /** Counts again from 0 in a second reading. */
  readonly bytes: Bytes;
  readonly rows: number;
  readonly clients: number;
}

/** What a worker says; `failed` carries the system's code, when it was the system that failed. */
export type JobMessage =
  | { readonly type: 'progress'; readonly progress: JobProgress }
  | { readonly type: 'inspected'; readonly inspection: Inspection }
  | { readonly type: 'scored'; readonly scoring: Scoring }
  | {
      readonly type: 'failed';
      readonly code: string;
      readonly name: string;
      readonly stack: string;
    };
