/**
 * The words the checker needs of a language. Phrases are lower case and match whole words in any
 * case; with `*` at its end a phrase matches the beginning of a word.
 */
export interface CheckWords {
  /** Allowed last sentences, without the full stop. */
  readonly ctas: readonly string[];
  readonly banned: readonly string[];
  /** Words of three and more capitals that may stand. */
  readonly capitals: readonly string[];
  /** Polite pronouns that are written small inside a sentence; empty where capitals are the style. */
  readonly politeCapitals: readonly string[];
  /** Spellings of the national currency; the channel allows one of them. */
  readonly currency: readonly string[];
  /** What a lock screen should rather not show (balance, salary, debt). */
  readonly confidential: readonly string[];
  /** Phrases with such a word that say nothing private. */
  readonly harmless: readonly string[];
  /** What a lock screen must never show (medicine). */
  readonly forbidden: readonly string[];
  /** How the effective rate is named. */
  readonly effectiveRate: readonly string[];
  /** What stands before a figure that is an estimate. */
  readonly about: readonly string[];
  /** Letters of which every text in the language has some; empty: do not ask. */
  readonly letters: string;
}
