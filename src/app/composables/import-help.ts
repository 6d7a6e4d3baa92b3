import type { InjectionKey } from 'vue';
import type { RawRecord } from '../../engine/ingest/reread/file-lines.ts';
import type { FileReport } from '../../engine/ingest/report.ts';
import type { Outcome } from '../../engine/kernel/fault.ts';
import type { HeadingMap } from '../../engine/rows/header.ts';

export type { FileReport, HeadingMap };

/** The import that stands, or the one that was refused last. */
export type WhichImport = 'loaded' | 'refused';

/** What the view can do for the components that show an import, however deep they are. */
export interface ImportHelp {
  /** The record at a line of a file, read again; null when another question came first. */
  record(of: WhichImport, file: string, line: number): Promise<Outcome<RawRecord | null>>;
  /** Saves the rows of a file that were left out, to be mended; false when that failed. */
  saveRejected(file: string): Promise<boolean>;
  /** Lets the person say what the columns of a file are. */
  mapColumns(of: WhichImport, file: FileReport): void;
}

export const IMPORT_HELP: InjectionKey<ImportHelp> = Symbol('import-help');
/** Which import the files around a component are of. */
export const WHICH_IMPORT: InjectionKey<WhichImport> = Symbol('which-import');
