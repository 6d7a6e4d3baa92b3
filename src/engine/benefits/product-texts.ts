/** A bank's own texts, part of its catalogue: language → product code → texts. They replace the shipped ones. */
export type CatalogueTexts = Readonly<Record<string, Readonly<Record<string, ProductTexts>>>>;

export interface ProductTexts {
  /** Stems that tell what the text is about: one of them must stand before the fold. */
  readonly topic: readonly string[];
  /** For the long form (a push), at least three; the client's code chooses. */
  readonly variants: readonly Variant[];
  /** For the short form (SMS). */
  readonly short: readonly Variant[];
}

/**
 * The parts a text is put together from, in this order; of each kind one alternative is used, the
 * earlier the better. The engine puts "Name, " before the hook, or a capital letter.
 */
export interface Variant {
  /** What the client does: the personal observation. */
  readonly hook: readonly Part[];
  /** What the product gives. */
  readonly offer: readonly Part[];
  /** What to know before deciding. An empty text leaves it out. */
  readonly condition: readonly Part[];
  /** Added only when the text is still too short. */
  readonly tail: readonly Part[];
  /** The button: the last sentence, without its full stop. */
  readonly cta: string;
}

/**
 * A template. It is usable only when all its placeholders have values and all of `when` holds: names
 * of facts, or `of:METRIC` for what the catalogue makes the product's number of; `!` means "not".
 */
export type Part = string | { readonly text: string; readonly when: readonly string[] };
