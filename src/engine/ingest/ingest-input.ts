import type { ByteSource } from '../bytes/byte-source.ts';
import type { Bytes } from '../kernel/units.ts';
import type { Vocabulary } from '../rows/vocabulary.ts';
import type { ReadingChoices } from './reading-choices.ts';
import type { Scanner } from './scan-job.ts';

export interface IngestInput {
  readonly sources: readonly ByteSource[];
  readonly vocabulary: Vocabulary;
  readonly choices: ReadingChoices;
  /** Currencies that have a rate, the home currency included. */
  readonly currencies: readonly string[];
  /** What sums are divided by; null: as many months as the data have. */
  readonly months: number | null;
  /** False: every row goes through the complete lane, to prove that the lanes agree. */
  readonly fastLane?: boolean;
  /** For scanners that cut smaller files than WHOLE_FILE_SIZE. */
  readonly identicalUpTo?: Bytes;
}

export interface IngestHooks {
  readonly signal: AbortSignal;
  /** Called often; `file` is a position among the sources in order of name. */
  onProgress(progress: IngestProgress): void;
  /** Reads the operations; the calling thread does when it is left out. */
  readonly scanner?: Scanner;
}

export interface IngestProgress {
  readonly phase: 'probing' | 'clients' | 'operations';
  readonly name: string;
  /** Since the last call. Counts again from the start in a second pass. */
  readonly bytes: number;
  readonly records: number;
  /** 1, or more when the data had to be read again with what the first pass proved. */
  readonly pass: number;
}
