import type { CheckWords } from './check/check-words.ts';

/**
 * One language's words, as data: the engine knows rules and never a word. Placeholders are written
 * `{name}`; README.md lists the facts, and the tables below give them their forms.
 */
export interface LanguagePack {
  /** BCP 47 tag, for plural rules. */
  readonly language: string;
  /** January to December: placeholder → form of the month's name. Every row has the same placeholders. */
  readonly months: readonly WordForms[];
  /** ISO code → placeholder → form of the currency's name. A currency that is not here is never named. */
  readonly currencies: Readonly<Record<string, WordForms>>;
  /** Forms of "in one month", "in two months" …, as for months; a longer period is not named. */
  readonly periods: readonly WordForms[];
  /** Placeholder → forms by plural category; the number is {n}. */
  readonly plurals: Readonly<Record<string, PluralForms>>;
  /** Official category label → how it is written here. One that is not here is never named. */
  readonly categories: Readonly<Record<string, string>>;
  readonly list: ListStyle;
  /** Words that change with the last sound before them: they may not follow a variable. */
  readonly harmony: readonly string[];
  /** Catalogue's product code → its texts. */
  readonly products: Readonly<Record<string, ProductTexts>>;
  readonly words: CheckWords;
}

type WordForms = Readonly<Record<string, string>>;

export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

export interface ListStyle {
  readonly open: string;
  readonly close: string;
  readonly comma: string;
  /** Between the last two, spaces included. */
  readonly and: string;
}

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
