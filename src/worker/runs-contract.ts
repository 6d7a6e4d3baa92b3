import type { ClientIndex, Tenge } from '../engine/kernel/units.ts';
import type { Answer } from './answer.ts';
import type { ExportedFile } from './exported-file.ts';
import type { ViewTotals } from './selection-contract.ts';

/** Two runs side by side: one that was kept, and the present one with other files or rules. */
export interface RunComparison {
  /** Keeps the present run in place of any other; null while nothing is loaded. */
  keep(): Answer<KeptRun | null>;
  drop(): Answer<void>;
  /** null while there is nothing to compare: nothing kept, or the kept run is the present one. */
  compare(): Answer<RunChanges | null>;
  /** Everybody who came, left or is offered something else, as CSV in natural order of code. */
  exportChanges(): Answer<ExportedFile>;
}

export interface KeptRun extends ViewTotals {
  /** Months of its files, `YYYY-MM`; empty for undated data. */
  readonly period: readonly string[];
  readonly catalogue: string;
}

export interface RunChanges {
  readonly before: KeptRun;
  readonly after: KeptRun;
  readonly came: number;
  readonly left: number;
  /** Clients of both runs, and how many of them are offered something else or nothing any more. */
  readonly common: number;
  readonly switched: number;
  /** Most clients first. */
  readonly switches: readonly (Switch & { readonly clients: number })[];
  /** Who is offered something else, the largest difference first; the first hundred. */
  readonly movers: readonly (Switch & {
    readonly client: ClientIndex;
    readonly code: string;
    readonly name: string;
  })[];
  /** Who is not in the present run, the largest benefit first; the first hundred. */
  readonly leavers: readonly {
    readonly code: string;
    readonly offer: Offer | null;
    readonly expected: Tenge;
  }[];
}

interface Switch {
  readonly from: Offer | null;
  readonly to: Offer | null;
  /** Expected benefit now less that of then; no offer counts as nothing. */
  readonly difference: Tenge;
}

/** Products are told apart by code: a renamed or moved one is still the same. */
export interface Offer {
  readonly code: string;
  readonly name: string;
}

/** In a query of the table: whom to show of a comparison. Codes of products; null: no offer. */
export type ChangeFilter =
  | { readonly kind: 'came' }
  | { readonly kind: 'switched' }
  | { readonly kind: 'switch'; readonly from: string | null; readonly to: string | null };
