import type { ProxyMarked } from 'comlink';
import type { Outcome } from '../engine/kernel/fault.ts';
import type { ClientIndex } from '../engine/kernel/units.ts';
import type { Answer } from './answer.ts';
import type { CatalogueChecks } from './check-contract.ts';
import type { ClientDetail } from './client-contract.ts';
import type { ExportedFile } from './exported-file.ts';
import type { FileBuilding } from './export-contract.ts';
import type { HeadingDesk } from './heading-contract.ts';
import type {
  DemoOptions,
  NamedFile,
  Opened,
  Progress,
  Settings,
  Summary,
} from './open-contract.ts';
import type { ProjectDesk } from './project-contract.ts';
import type { RowReading } from './reread-contract.ts';
import type { ReviewDesk } from './review-contract.ts';
import type { RunComparison } from './runs-contract.ts';
import type { ClientSelection, Mailing, ViewTotals } from './selection-contract.ts';
import type { Statistics } from './statistics-contract.ts';
import type { ClientRow, ViewQuery } from './table-contract.ts';
import type { TemplateDesk } from './texts-contract.ts';

export type * from './check-contract.ts';
export type * from './client-contract.ts';
export type * from './open-contract.ts';
export type * from './statistics-contract.ts';
export type * from './table-contract.ts';
export type { ExportedFile };
export type * from './export-contract.ts';
// Rows of files that are read again have the same name among those contracts.
export type { ClientRow } from './table-contract.ts';
export type * from './project-contract.ts';
export type * from './review-contract.ts';
export type * from './runs-contract.ts';
export type * from './selection-contract.ts';
export type * from './texts-contract.ts';
export type * from './heading-contract.ts';
export type * from './reread-contract.ts';

/**
 * What the page may ask of the coordinating worker. A million clients stay on that side; the page
 * gets a range of rows, one client, or aggregates. Faults cross as values, never as exceptions.
 */
export interface Desk extends CatalogueChecks {
  /** For writing templates. Marked as a proxy: the page reaches it as a part of the desk. */
  readonly templates: TemplateDesk & ProxyMarked;
  /** For deciding about texts. */
  readonly review: ReviewDesk & ProxyMarked;
  /** For choosing clients in the table, and for deciding whom the mailing leaves out. */
  readonly selection: ClientSelection & ProxyMarked;
  readonly mailing: Mailing & ProxyMarked;
  readonly runs: RunComparison & ProxyMarked;
  /** For files of the results. */
  readonly files: FileBuilding & ProxyMarked;
  /** For saying by hand what the columns of a file are. */
  readonly headings: HeadingDesk & ProxyMarked;
  /** Rows of the files, read again. */
  readonly reread: RowReading & ProxyMarked;

  /** For files of the whole work. */
  readonly project: ProjectDesk & ProxyMarked;
  /**
   * Reads files of any kinds in any order and scores them. On refusal or cancel the previous
   * result stands; the report comes back either way.
   */
  open(
    files: readonly NamedFile[],
    settings: Settings,
    onProgress: (progress: Progress) => void,
  ): Promise<Opened>;
  /** The same for the generated sample. */
  openDemo(
    options: DemoOptions,
    settings: Settings,
    onProgress: (progress: Progress) => void,
  ): Promise<Opened>;
  /** Stops the `open` under way; it resolves with outcome `cancelled`. */
  cancel(): Answer<void>;
  /** Scores the loaded clients again, without reading files. */
  rescore(settings: Settings): Answer<Outcome<Summary>>;

  /** Makes the present view: filters, then sorts. Row numbers below refer to it. */
  view(query: ViewQuery): Answer<ViewTotals>;
  rows(from: number, to: number): Answer<readonly ClientRow[]>;
  client(client: ClientIndex): Answer<ClientDetail>;
  /** Aggregates for charts, of the present view or of everybody. */
  statistics(scope: 'view' | 'all'): Answer<Statistics>;
  /** Frees everything held. */
  clear(): Answer<void>;
}
