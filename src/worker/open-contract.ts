import type { Catalogue } from '../engine/benefits/catalogue.ts';
import type { ReadingChoices } from '../engine/ingest/reading-choices.ts';
import type { ImportReport } from '../engine/ingest/report.ts';
import type { Fault } from '../engine/kernel/fault.ts';
import type { Bytes, Tenge } from '../engine/kernel/units.ts';
import type { TextChannel } from './texts-contract.ts';

export type { ReadingChoices };

export interface NamedFile {
  /** Path inside the dropped folder, or the file's name. */
  readonly name: string;
  readonly file: File;
}

export interface Settings {
  readonly catalogue: Catalogue;
  /** KZT per one unit of each currency. */
  readonly fx: Readonly<Record<string, number>>;
  /** For clients whose own language the data do not tell. */
  readonly language: 'ru' | 'kk';
  readonly channel: TextChannel;
  /** null: as many as the data have. */
  readonly months: number | null;
  readonly reading: ReadingChoices;
}

export interface DemoOptions {
  readonly clients: number;
  readonly seed: number;
}

export interface Progress {
  readonly phase: 'probing' | 'reading' | 'scoring';
  readonly file: string;
  readonly files: FileProgress[];
  readonly bytesDone: Bytes;
  /** null while unknown (compressed input). */
  readonly bytesTotal: Bytes | null;
  readonly rowsDone: number;
  readonly elapsedMs: number;
}

export interface FileProgress {
  readonly name: string;
  readonly bytesDone: Bytes;
  readonly bytesTotal: Bytes | null;
  readonly rows: number;
}

export type Opened =
  | { readonly outcome: 'ready'; readonly report: ImportReport; readonly summary: Summary }
  | { readonly outcome: 'refused'; readonly report: ImportReport; readonly fault: Fault }
  | { readonly outcome: 'cancelled' };

export interface Summary {
  readonly clients: number;
  readonly offers: number;
  /** Σ expected benefit of the offers that have a figure. */
  readonly expectedTotal: Tenge;
  readonly statuses: readonly string[];
  readonly cities: readonly string[];
  readonly dated: boolean;
  readonly elapsedMs: number;
}
