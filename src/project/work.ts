import type { Catalogue } from '../engine/benefits/catalogue.ts';
import type { JsonReader } from '../engine/benefits/json-reader.ts';
import { validateCatalogue } from '../engine/benefits/validate-catalogue.ts';
import type { ReadingChoices } from '../engine/ingest/reading-choices.ts';
import { FIELDS } from '../engine/rows/vocabulary.ts';
import type { KeptDecisions } from '../engine/texts/kept-decisions.ts';
import { longText } from './long-text.ts';
import { readDecisions } from './read-decisions.ts';

/** Everything a result depends on beside the files, as a person has set it. */
export interface Work {
  readonly catalogue: Catalogue;
  /** KZT per one unit of each currency. */
  readonly fx: Readonly<Record<string, number>>;
  readonly language: 'ru' | 'kk';
  readonly channel: 'push' | 'sms';
  readonly months: number | null;
  readonly reading: ReadingChoices;
  readonly holdings: HoldingsChoice;
  /** Codes of the clients whom a person has taken off the mailing. */
  readonly suppressed: readonly string[];
  /** What people decided about texts. */
  readonly texts: KeptDecisions;
}

/** What clients hold: not looked at, the rows' own column, or the text of a side file. */
export type HoldingsChoice =
  | { readonly kind: 'none' | 'column' }
  | { readonly kind: 'file'; readonly name: string; readonly text: string };

const RATE: readonly [number, number] = [1e-9, 1e9];
const MAX_CURRENCIES = 300;
const MAX_HEADINGS = 1000;
const MAX_NAME = 4096;
/** Of a side file's text, in code units. */
const MAX_HOLDINGS = 32 * 1024 * 1024;
const MAX_CLIENTS = 10_000_000;
const KEYS = 'catalogue fx language channel months reading holdings suppressed texts'.split(' ');

/** A work built anew from what was checked; null when its catalogue is none, which the reader notes. */
export const readWork = (value: unknown, reader: JsonReader): Work | null => {
  const source = reader.object(value, 'work', KEYS);
  const catalogue = validateCatalogue(source.catalogue);
  const settings = readSettings(source, reader);
  if (catalogue.ok) return { ...settings, catalogue: catalogue.value };
  for (const { path, code, text } of catalogue.fault) {
    reader.note(code, `work.catalogue.${path}`, text);
  }
  return null;
};

const readSettings = (
  source: Readonly<Record<string, unknown>>,
  reader: JsonReader,
): Omit<Work, 'catalogue'> => ({
  fx: readRates(source.fx, reader),
  language: reader.oneOf(source.language, 'work.language', ['ru', 'kk']),
  channel: reader.oneOf(source.channel, 'work.channel', ['push', 'sms']),
  months: source.months === null ? null : reader.number(source.months, 'work.months', [1, 120]),
  reading: readChoices(source.reading, reader),
  holdings: readHoldings(source.holdings, reader),
  suppressed: readCodes(source.suppressed, 'work.suppressed', reader),
  texts: readDecisions(source.texts, reader),
});

const readRates = (value: unknown, reader: JsonReader): Work['fx'] =>
  Object.fromEntries(
    Object.entries(reader.map(value, 'work.fx', MAX_CURRENCIES)).map(([currency, rate]) => {
      const path = `work.fx.${currency.slice(0, 3)}`;
      if (!/^[A-Z]{3}$/.test(currency)) reader.note('wrong-form', path, currency);
      return [currency, reader.number(rate, path, RATE)];
    }),
  );

const readChoices = (value: unknown, reader: JsonReader): ReadingChoices => {
  const keys = ['encoding', 'delimiter', 'decimal', 'dateOrder', 'headings'];
  const source = reader.object(value, 'work.reading', keys);
  const choice = <T extends string>(name: string, choices: readonly T[]): T | null =>
    source[name] === null ? null : reader.oneOf(source[name], `work.reading.${name}`, choices);
  const headings = Object.entries(
    reader.map(source.headings, 'work.reading.headings', MAX_HEADINGS),
  ).map(([heading, field]) => [
    heading,
    field === null ? null : reader.oneOf(field, 'work.reading.headings', FIELDS),
  ]);
  return {
    encoding: choice('encoding', ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251']),
    delimiter: choice('delimiter', [',', ';', '\t', '|']),
    decimal: choice('decimal', ['.', ',']),
    dateOrder: choice('dateOrder', ['dmy', 'mdy']),
    headings: Object.fromEntries(headings) as ReadingChoices['headings'],
  };
};

const readHoldings = (value: unknown, reader: JsonReader): HoldingsChoice => {
  const path = 'work.holdings';
  const source = reader.object(value, path, ['kind', 'name', 'text']);
  const kind = reader.oneOf(source.kind, `${path}.kind`, ['none', 'column', 'file']);
  if (kind !== 'file') return { kind };
  return {
    kind,
    name: longText(source.name, `${path}.name`, MAX_NAME, reader),
    text: longText(source.text, `${path}.text`, MAX_HOLDINGS, reader),
  };
};

/** Codes of clients. */
export const readCodes = (value: unknown, path: string, reader: JsonReader): string[] =>
  reader.list(value, path, [0, MAX_CLIENTS], (code, at) => longText(code, at, MAX_NAME, reader));
