import type { TextDecision } from './settle-text.ts';

/**
 * What people decided about texts, as plain values that outlive an import: kept in a project file,
 * given back to the same clients when they are read again. A client is known by `clientKey`, so
 * that a decision never falls on another person who has the same code in other files.
 */
export interface KeptDecisions {
  /** Texts that were approved or rejected as they were; a filter may have done so with all. */
  readonly approved: KeptVerdicts;
  readonly rejected: KeptVerdicts;
  /** Texts with a person's own words. */
  readonly edited: readonly KeptEdit[];
}

/** Two lists in step. */
export interface KeptVerdicts {
  /** `clientKey` of each. */
  readonly clients: readonly number[];
  /** `textKey` of the text that was seen. */
  readonly seen: readonly number[];
}

export interface KeptEdit {
  /** `clientKey`. */
  readonly client: number;
  readonly seen: number;
  readonly verdict: TextDecision['verdict'];
  readonly text: string;
  /** What the words are true of: `factsOf` when they were written. */
  readonly facts: string;
}
