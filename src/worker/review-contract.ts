import type { ClientIndex } from '../engine/kernel/units.ts';
import type { Finding } from '../engine/texts/check/finding.ts';
import type { KeptDecisions } from '../engine/texts/kept-decisions.ts';
import type { QualityReport } from '../engine/texts/quality-report.ts';
import type { TextState } from '../engine/texts/settle-text.ts';
import type { ExportedFile } from './exported-file.ts';
import type { TextLanguage } from './texts-contract.ts';

export type { Finding, KeptDecisions, QualityReport, TextState };

type Answer<T> = T | Promise<T>;

/** What the page may ask of the desk about the texts of a campaign: to read, judge and decide. */
export interface ReviewDesk {
  /**
   * Writes and checks the text of every offer, in pieces: the desk answers other questions in
   * between. null when it was cancelled or another one began. Everything below stands on the last.
   */
  survey(onProgress: (done: number, of: number) => void): Promise<QualityReport | null>;
  cancel(): Answer<void>;
  /** Makes the present list of texts. Row numbers below refer to it. */
  view(query: ReviewQuery): Answer<ReviewTotals>;
  rows(from: number, to: number): Answer<readonly ReviewRow[]>;
  /** What the rules find in a person's own words for this client. */
  judge(client: ClientIndex, text: string): Answer<readonly Finding[]>;

  /** Decisions; each answers with what it changed, null when that is nothing. */
  approve(whom: Whom): Answer<ReviewAction | null>;
  reject(whom: Whom): Answer<ReviewAction | null>;
  edit(client: ClientIndex, text: string): Answer<ReviewAction | null>;
  /** Takes decisions back: the text is as if nobody had looked at it. */
  reset(whom: Whom): Answer<ReviewAction | null>;
  undo(): Answer<ReviewAction | null>;
  redo(): Answer<ReviewAction | null>;
  /** Everything that was done, oldest first; what was undone says so. */
  actions(): Answer<readonly ReviewAction[]>;

  /** All decisions about the clients that are loaded, to be kept outside, as in a project file. */
  snapshot(): Answer<KeptDecisions>;
  /**
   * Puts kept decisions in the place of all there are, as one step that can be undone. What is about
   * clients who are not loaded waits until they are. A new import does the same by itself.
   */
  restore(kept: KeptDecisions): Answer<ReviewAction | null>;

  /** The last survey as a file. */
  exportQuality(format: 'csv' | 'json'): Answer<ExportedFile>;
}

/** One client, or all of the present list. */
export type Whom = ClientIndex | 'view';

export interface ReviewAction {
  readonly id: number;
  /** `restore`: decisions of an earlier import or of a project file were taken over. */
  readonly kind: 'approve' | 'reject' | 'edit' | 'reset' | 'restore';
  /** How many texts it changed. */
  readonly clients: number;
  /** Of the client, when it is one. */
  readonly code: string;
  readonly before: ReviewSnapshot | null;
  readonly after: ReviewSnapshot | null;
  readonly undone: boolean;
}

/** One text before or after an action. */
export interface ReviewSnapshot {
  readonly state: TextState;
  readonly text: string;
}

export interface ReviewQuery {
  /** Empty: all. */
  readonly states: readonly TextState[];
  /** Catalogue positions; empty: all. */
  readonly products: readonly number[];
  readonly language: TextLanguage | null;
  /** Only texts that break this rule. */
  readonly rule: string | null;
  /** Part of a name or a code. */
  readonly search: string;
}

export interface ReviewTotals {
  readonly count: number;
  /** Of the present list, as they stand now. */
  readonly sent: number;
  /** By state, of everything but the choice of states. */
  readonly states: Readonly<Record<TextState, number>>;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface ReviewRow {
  readonly client: ClientIndex;
  readonly code: string;
  readonly name: string;
  /** Catalogue position. */
  readonly product: number;
  readonly language: string;
  readonly variant: number;
  readonly state: TextState;
  readonly send: boolean;
  readonly text: string;
  /** What the templates make of the client. */
  readonly generated: string;
  readonly length: number;
  readonly findings: readonly Finding[];
}
