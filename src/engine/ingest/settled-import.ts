import type { ByteSource } from '../bytes/byte-source.ts';
import type { ClientTable } from '../features/client-table.ts';
import type { Line } from '../kernel/units.ts';
import type { Vocabulary } from '../rows/vocabulary.ts';
import type { FilePlan } from './file-plan.ts';
import type { MonthWindow } from './month-window.ts';
import type { TextForm } from './scan-range.ts';

/** An import and how it was read: enough to read any of its rows again, and no row of it. */
export interface SettledImport {
  /** In order of name; `FilePlan.file` is a position here. */
  readonly files: readonly SettledFile[];
  readonly clients: ClientTable;
  readonly window: MonthWindow;
  readonly vocabulary: Vocabulary;
  readonly currencies: readonly string[];
}

export interface SettledFile {
  readonly source: ByteSource;
  /** null when the file is no text that can be read here. */
  readonly text: FileText | null;
  /** null when none of its rows was read: what it is was said in its faults. */
  readonly plan: FilePlan | null;
  readonly records: number;
}

/** What is known of a file's text though its columns may mean nothing. */
export interface FileText extends TextForm {
  readonly delimiter: number;
  readonly headerLine: Line;
  /** Headings as they stand in the file. */
  readonly headings: readonly string[];
}
