import type { ProductTexts } from '../benefits/product-texts.ts';
import type { CheckWords } from './check/check-words.ts';

export type { Part, ProductTexts, Variant } from '../benefits/product-texts.ts';

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
