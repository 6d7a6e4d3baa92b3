import type { CheckContext } from './check-context.ts';
import type { RuleSeverity } from './finding.ts';
import type { TextScan } from './text-scan.ts';

/** One thing a text must or should do. */
export interface Rule {
  readonly id: string;
  /** An error keeps the text out of an export; a warning is shown. */
  readonly severity: RuleSeverity;
  /** The words that break the rule, empty for the text as a whole; null when it is kept. */
  readonly check: (scan: TextScan, context: CheckContext) => string | null;
}
