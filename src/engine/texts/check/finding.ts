export type RuleSeverity = 'error' | 'warning';

/** Something wrong with a text. What it means and how to mend it the locales say, by the rule's id. */
export interface Finding {
  readonly rule: string;
  readonly severity: RuleSeverity;
  /** The words in question; empty when it is the text as a whole. */
  readonly at: string;
}
