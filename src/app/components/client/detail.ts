import type { ProductEvaluation } from '../../../engine/benefits/evaluation.ts';
import type { RankedProduct } from '../../../engine/recommendations/recommendation.ts';
import type { Verdict } from '../../../engine/recommendations/verdict.ts';
import type { TableRow } from '../table/table-row.ts';

/** Everything the panel shows of one client. */
export interface Detail {
  readonly row: TableRow;
  readonly months: readonly string[];
  readonly categories: readonly CategorySpend[];
  readonly monthlySpend: readonly number[];
  readonly monthlyIn: readonly number[];
  readonly monthlyOut: readonly number[];
  readonly transfers: readonly TransferSum[];
  readonly evaluations: readonly ProductEvaluation[];
  readonly top: readonly RankedProduct[];
  readonly verdict: Verdict;
  readonly text: PushMessage | null;
}

interface CategorySpend {
  readonly label: string;
  readonly perMonth: number;
  readonly count: number;
  readonly byMonth: readonly number[];
}

interface TransferSum {
  readonly type: string;
  readonly direction: 'in' | 'out';
  readonly perMonth: number;
  readonly count: number;
}

export interface PushMessage {
  readonly text: string;
  readonly variant: number;
  readonly limits: { readonly min: number; readonly max: number };
  readonly findings: readonly { readonly rule: string; readonly severity: 'error' | 'warning' }[];
}
