import type { Catalogue } from '../benefits/catalogue.ts';
import type { ProductTexts } from '../benefits/product-texts.ts';
import type { LanguagePack } from './language-pack.ts';

const NONE: ProductTexts = { topic: [], variants: [], short: [] };

/** A product's texts in one language: the catalogue's own, else the shipped ones, else none. */
export const productTexts = (
  { texts }: Pick<Catalogue, 'texts'>,
  { language, products }: Pick<LanguagePack, 'language' | 'products'>,
  code: string,
): ProductTexts => entry(entry(texts, language), code) ?? entry(products, code) ?? NONE;

/** An entry of a record whose keys come from outside: nothing that every object has. */
const entry = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
