import type { ProxyMarked } from 'comlink';
import type { Catalogue } from '../engine/benefits/catalogue.ts';
import type { ProductEvaluation } from '../engine/benefits/evaluation.ts';
import type { ReadingChoices } from '../engine/ingest/reading-choices.ts';
import type { ImportReport } from '../engine/ingest/report.ts';
import type { Fault, Outcome } from '../engine/kernel/fault.ts';
import type { Bytes, ClientIndex, Tenge } from '../engine/kernel/units.ts';
import type { NoOfferReason, RankedProduct } from '../engine/recommendations/recommendation.ts';
import type { Verdict } from '../engine/recommendations/verdict.ts';
import type { CatalogueChecks } from './check-contract.ts';
import type { Answer } from './answer.ts';
import type { ExportedFile } from './exported-file.ts';
import type { FileBuilding } from './export-contract.ts';
import type { HeadingDesk } from './heading-contract.ts';
import type { RowReading } from './reread-contract.ts';
import type { ProjectDesk } from './project-contract.ts';
import type { ReviewDesk } from './review-contract.ts';
import type { ChangeFilter, RunComparison } from './runs-contract.ts';
import type { ClientSelection, Mailing, ViewTotals } from './selection-contract.ts';
import type { TemplateDesk, TextChannel } from './texts-contract.ts';

export type { ReadingChoices };
export type * from './check-contract.ts';
export type { ExportedFile };
export type * from './export-contract.ts';
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

export type SortKey =
  | 'code'
  | 'name'
  | 'status'
  | 'city'
  | 'age'
  | 'balance'
  | 'product'
  | 'benefit'
  | 'expected'
  | 'spend';

export interface ViewQuery {
  /** Part of a name or a code; case and repeated spaces do not matter. */
  readonly search: string;
  /** Catalogue positions; empty: all. */
  readonly products: readonly number[];
  /** Positions in `Summary.statuses`; empty: all. */
  readonly statuses: readonly number[];
  /** Positions in `Summary.cities`; empty: all. */
  readonly cities: readonly number[];
  readonly send: boolean | null;
  readonly noOffer: readonly NoOfferReason[];
  /** Inclusive; null: open. */
  readonly age: Range;
  readonly balance: Range;
  readonly expected: Range;
  /** Of a comparison with the kept run; left out or null: all. */
  readonly change?: ChangeFilter | null;
  readonly sort: SortKey;
  readonly descending: boolean;
}

export interface Range {
  readonly from: number | null;
  readonly to: number | null;
}

export interface ClientRow {
  readonly client: ClientIndex;
  readonly code: string;
  readonly name: string;
  readonly status: string;
  readonly city: string;
  /** null when unknown. */
  readonly age: number | null;
  readonly balance: Tenge;
  /** Average monthly spend. */
  readonly spend: Tenge;
  /** Catalogue position of rank 1. */
  readonly product: number;
  readonly benefit: Tenge | null;
  readonly expected: Tenge | null;
  readonly send: boolean;
  readonly noOffer: NoOfferReason | null;
  readonly chosen: boolean;
}

export interface ClientDetail {
  readonly row: ClientRow;
  /** `YYYY-MM`; empty for undated data. */
  readonly months: readonly string[];
  /** Average spend per month and count, greatest first. */
  readonly categories: readonly {
    readonly label: string;
    readonly perMonth: Tenge;
    readonly count: number;
    readonly byMonth: readonly Tenge[];
  }[];
  readonly monthlySpend: readonly Tenge[];
  readonly monthlyIn: readonly Tenge[];
  readonly monthlyOut: readonly Tenge[];
  readonly transfers: readonly {
    readonly type: string;
    readonly direction: 'in' | 'out';
    readonly perMonth: Tenge;
    readonly count: number;
  }[];
  readonly evaluations: readonly ProductEvaluation[];
  readonly top: readonly RankedProduct[];
  readonly verdict: Verdict;
  readonly text: PushText | null;
}

export interface PushText {
  readonly text: string;
  readonly language: 'ru' | 'kk';
  readonly variant: number;
  readonly findings: readonly { readonly rule: string; readonly severity: 'error' | 'warning' }[];
}

export interface Statistics {
  readonly clients: number;
  readonly offers: number;
  readonly expectedTotal: Tenge;
  readonly spendTotal: Tenge;
  /** By catalogue position: clients for whom the product is rank 1, how many of them are sent it, Σ expected. */
  readonly products: readonly {
    readonly product: number;
    readonly clients: number;
    readonly offers: number;
    readonly expectedTotal: Tenge;
  }[];
  readonly noOffer: readonly { readonly reason: NoOfferReason; readonly clients: number }[];
  /** Histogram of the expected benefit of offers: edges has one more entry than counts. */
  readonly histogram: { readonly edges: readonly Tenge[]; readonly counts: readonly number[] };
  readonly byStatus: readonly Group[];
  readonly byCity: readonly Group[];
  readonly byAge: readonly Group[];
}

export interface Group {
  readonly label: string;
  readonly clients: number;
  readonly offers: number;
  readonly expectedTotal: Tenge;
}
