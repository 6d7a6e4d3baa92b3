import type { Outcome } from '../kernel/fault.ts';
import { done, failed } from '../kernel/fault.ts';
import type { Catalogue } from './catalogue.ts';
import { CATALOGUE_SCHEMA } from './catalogue.ts';
import type { CatalogueFault } from './json-reader.ts';
import { JsonReader } from './json-reader.ts';
import { ProductReader } from './product-reader.ts';
import { readTexts } from './read-texts.ts';

const MAX_CHARACTERS = 1_000_000;
const MAX_GROUPS = 100;
const LABELS: readonly [number, number] = [1, 200];
const TYPES: readonly [number, number] = [0, 50];
const PRODUCTS: readonly [number, number] = [1, 64];

const KEYS = 'schema id version asOf title rules groups flows products texts'.split(' ');
const RULES: Record<keyof Catalogue['rules'], readonly [number, number]> = {
  freeBalanceMonths: [1, 3],
  offerThreshold: [0, 1e9],
  minMonths: [0, 120],
  minOperations: [0, 1e6],
  minPopulation: [1, 1e9],
};

export type ValidCatalogue = Outcome<Catalogue, readonly CatalogueFault[]>;

/** A catalogue from the text of a file: the only way in from outside, with `validateCatalogue`. */
export const parseCatalogue = (text: string): ValidCatalogue => {
  if (text.length > MAX_CHARACTERS) {
    return failed([{ code: 'too-large', path: '', text: String(text.length) }]);
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return failed([{ code: 'not-json', path: '', text: String(error).slice(0, LABELS[1]) }]);
  }
  return validateCatalogue(value);
};

/** A catalogue built anew from what was checked (nothing of `value` is kept), or all its faults. */
export const validateCatalogue = (value: unknown): ValidCatalogue => {
  const reader = new JsonReader();
  const source = reader.object(value, '', KEYS);
  const groups = readGroups(source.groups, reader);
  const products = new ProductReader(reader, new Set(Object.keys(groups)));
  const catalogue: Catalogue = {
    schema: reader.oneOf(source.schema, 'schema', [CATALOGUE_SCHEMA]),
    id: reader.slug(source.id, 'id'),
    version: reader.text(source.version, 'version'),
    asOf: readDay(source.asOf, reader),
    title: reader.text(source.title, 'title'),
    rules: readRules(source.rules, reader),
    groups,
    flows: readFlows(source.flows, reader),
    products: reader.list(source.products, 'products', PRODUCTS, (item, at) =>
      products.read(item, at),
    ),
    ...(source.texts === undefined ? {} : { texts: readTexts(source.texts, reader) }),
  };
  noteTwins(catalogue, reader);
  return reader.faults.length === 0 ? done(catalogue) : failed(reader.faults);
};

const readGroups = (value: unknown, reader: JsonReader): Catalogue['groups'] => {
  const source = reader.map(value, 'groups', MAX_GROUPS);
  const entries = Object.entries(source).map(([name, labels]) => {
    const path = `groups.${reader.text(name, 'groups').slice(0, LABELS[1])}`;
    return [name, reader.list(labels, path, LABELS, (label, at) => reader.text(label, at))];
  });
  return Object.fromEntries(entries) as Catalogue['groups'];
};

const readRules = (value: unknown, reader: JsonReader): Catalogue['rules'] => {
  const source = reader.object(value, 'rules', Object.keys(RULES));
  const rule = (name: keyof Catalogue['rules']): number =>
    reader.number(source[name], `rules.${name}`, RULES[name]);
  return {
    freeBalanceMonths: rule('freeBalanceMonths'),
    offerThreshold: rule('offerThreshold'),
    minMonths: rule('minMonths'),
    minOperations: rule('minOperations'),
    minPopulation: rule('minPopulation'),
  };
};

const readFlows = (value: unknown, reader: JsonReader): Catalogue['flows'] => {
  const source = reader.object(value, 'flows', ['income', 'debtService', 'cashback']);
  const types = (name: keyof Catalogue['flows']): string[] =>
    reader.list(source[name], `flows.${name}`, TYPES, (type, at) => reader.text(type, at));
  return {
    income: types('income'),
    debtService: types('debtService'),
    cashback: types('cashback'),
  };
};

const readDay = (value: unknown, reader: JsonReader): string => {
  const text = reader.text(value, 'asOf');
  if (text !== '' && !isDay(text)) reader.note('wrong-form', 'asOf', text);
  return text;
};

/** A day the calendar has: 31 February would come back as a day of March. */
const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

/** Two products with one code or one name could not be told apart. */
const noteTwins = ({ products }: Catalogue, reader: JsonReader): void => {
  for (const key of ['code', 'name'] as const) {
    const seen = new Set<string>();
    products.forEach((product, i) => {
      const text = product[key];
      if (text !== '' && seen.has(text)) reader.note('duplicate', `products[${i}].${key}`, text);
      seen.add(text);
    });
  }
};
