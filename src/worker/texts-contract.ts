import type { ProductTexts, Variant } from '../engine/benefits/product-texts.ts';
import type { CatalogueFault } from '../engine/benefits/json-reader.ts';
import type { ClientIndex } from '../engine/kernel/units.ts';
import type { Finding } from '../engine/texts/check/finding.ts';

export type { ProductTexts, Variant };
export type TextLanguage = 'ru' | 'kk';
export type TextChannel = 'push' | 'sms';

/** What the page may ask of the desk while texts are being written. */
export interface TemplateDesk {
  /** The shipped texts and what templates may use; the same for the whole visit. */
  book(): TextBook | Promise<TextBook>;
  /** A variant as real clients would read it; null while nothing is loaded. */
  preview(request: PreviewRequest): Preview | null | Promise<Preview | null>;
}

export interface TextBook {
  readonly languages: Readonly<Record<TextLanguage, LanguageBook>>;
  readonly channels: Readonly<Record<TextChannel, ChannelLimits>>;
  /** What `when` may ask for besides `of:METRIC`. */
  readonly conditions: readonly string[];
}

export interface LanguageBook {
  /** The shipped texts by product code. */
  readonly products: Readonly<Record<string, ProductTexts>>;
  readonly placeholders: readonly Placeholder[];
  /** Buttons the checker allows. */
  readonly ctas: readonly string[];
}

/** What may stand in braces. */
export interface Placeholder {
  readonly name: string;
  /** The fact it needs: a part is left out where it is not there. */
  readonly fact: string;
  /** All that can stand there, when it is one of a few forms: months, currencies, plurals. */
  readonly forms: readonly string[];
  /** An ending may follow: it is read the same after any number. */
  readonly takesSuffix: boolean;
}

export interface ChannelLimits {
  readonly min: number;
  readonly max: number;
  readonly fold: number;
}

export interface PreviewRequest {
  /** Product code. */
  readonly product: string;
  readonly language: TextLanguage;
  readonly channel: TextChannel;
  readonly topic: readonly string[];
  readonly variant: Variant;
}

export interface Preview {
  /** Templates that cannot be filled; their paths begin at the variant: `hook[0]`. */
  readonly faults: readonly CatalogueFault[];
  /** Clients tried: those offered the product, or others when there are none. */
  readonly clients: number;
  readonly offered: boolean;
  /** For how many of them no blocking rule is broken. */
  readonly good: number;
  /** The shortest, a typical and the longest text, and those that fail. */
  readonly examples: readonly PreviewText[];
}

export interface PreviewText {
  readonly kind: 'shortest' | 'typical' | 'longest' | 'failing';
  readonly client: ClientIndex;
  readonly name: string;
  readonly code: string;
  readonly text: string;
  readonly length: number;
  readonly findings: readonly Finding[];
}
