import type { ProductEvaluation } from '../engine/benefits/evaluation.ts';
import type { Tenge } from '../engine/kernel/units.ts';
import type { RankedProduct } from '../engine/recommendations/recommendation.ts';
import type { Verdict } from '../engine/recommendations/verdict.ts';
import type { ClientRow } from './table-contract.ts';

/** Everything there is to see of one client. */
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
  /** Of the channel, in code points. */
  readonly limits: { readonly min: number; readonly max: number };
  readonly findings: readonly { readonly rule: string; readonly severity: 'error' | 'warning' }[];
}
