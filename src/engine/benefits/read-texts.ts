import type { CatalogueTexts, Part, ProductTexts, Variant } from './product-texts.ts';
import type { JsonReader } from './json-reader.ts';

const LANGUAGES = 16;
const PRODUCTS = 64;
const TOPICS: readonly [number, number] = [0, 40];
const LONG: readonly [number, number] = [1, 12];
const SHORT: readonly [number, number] = [0, 12];
const PARTS: readonly [number, number] = [0, 24];
const SPOKEN: readonly [number, number] = [1, 24];
const CONDITIONS: readonly [number, number] = [1, 8];
/** A push has 220 characters; a template may be longer by its placeholders. */
const MAX_PART = 400;

/** Reads a catalogue's own texts. What their placeholders mean is for `checkTemplates` to judge. */
export const readTexts = (value: unknown, reader: JsonReader): CatalogueTexts => {
  const read: [string, Record<string, ProductTexts>][] = [];
  for (const [language, products] of entries(value, 'texts', LANGUAGES, reader)) {
    const path = `texts.${language}`;
    const texts = entries(products, path, PRODUCTS, reader).map(
      ([code, item]) => [code, readProduct(item, `${path}.${code}`, reader)] as const,
    );
    read.push([language, Object.fromEntries(texts)]);
  }
  return Object.fromEntries(read);
};

/** The entries of a map whose keys are slugs. */
const entries = (
  value: unknown,
  path: string,
  max: number,
  reader: JsonReader,
): (readonly [string, unknown])[] =>
  Object.entries(reader.map(value, path, max)).map(([key, item]) => [reader.slug(key, path), item]);

const readProduct = (value: unknown, path: string, reader: JsonReader): ProductTexts => {
  const source = reader.object(value, path, ['topic', 'variants', 'short']);
  const variants = (key: 'variants' | 'short', count: readonly [number, number]): Variant[] =>
    reader.list(source[key], `${path}.${key}`, count, (item, at) => readVariant(item, at, reader));
  return {
    topic: reader.list(source.topic, `${path}.topic`, TOPICS, (stem, at) => reader.text(stem, at)),
    variants: variants('variants', LONG),
    short: variants('short', SHORT),
  };
};

const readVariant = (value: unknown, path: string, reader: JsonReader): Variant => {
  const source = reader.object(value, path, ['hook', 'offer', 'condition', 'tail', 'cta']);
  const parts = (key: keyof Variant, count = PARTS): Part[] =>
    reader.list(source[key], `${path}.${key}`, count, (part, at) => readPart(part, at, reader));
  return {
    hook: parts('hook', SPOKEN),
    offer: parts('offer', SPOKEN),
    condition: parts('condition'),
    tail: parts('tail'),
    cta: reader.text(source.cta, `${path}.cta`),
  };
};

const readPart = (value: unknown, path: string, reader: JsonReader): Part => {
  if (typeof value === 'string') return readLine(value, path, reader);
  const source = reader.object(value, path, ['text', 'when']);
  return {
    text: readLine(source.text, `${path}.text`, reader),
    when: reader.list(source.when, `${path}.when`, CONDITIONS, (it, at) => reader.text(it, at)),
  };
};

/** A sentence of a template; an empty one says nothing, which is allowed. */
const readLine = (value: unknown, path: string, reader: JsonReader): string =>
  value === '' ? '' : reader.text(value, path, MAX_PART);
