import type { EncodingName } from '../../engine/bytes/encoding.ts';
import { NO_CHOICES, type ReadingChoices } from '../../engine/ingest/reading-choices.ts';
import type { HeadingMap } from '../../engine/rows/header.ts';
import { FIELDS } from '../../engine/rows/vocabulary.ts';
import { badOption, objectOf } from './read-option.ts';

const ENCODINGS: readonly EncodingName[] = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251'];
const DELIMITERS = [',', ';', '\t', '|'] as const;
const DECIMALS = ['.', ','] as const;
const DATE_ORDERS = ['dmy', 'mdy'] as const;
const MAX_HEADINGS = 1000;

/** What a person decided where the data do not. */
export const readChoices = (value: unknown): ReadingChoices => {
  if (value === undefined || value === null) return NO_CHOICES;
  const given = objectOf(value, 'reading', Object.keys(NO_CHOICES));
  return {
    encoding: chosen(given.encoding, 'encoding', ENCODINGS),
    delimiter: chosen(given.delimiter, 'delimiter', DELIMITERS),
    decimal: chosen(given.decimal, 'decimal', DECIMALS),
    dateOrder: chosen(given.dateOrder, 'dateOrder', DATE_ORDERS),
    headings: headingMap(given.headings),
  };
};

const chosen = <T extends string>(value: unknown, name: string, values: readonly T[]): T | null => {
  if (value === undefined || value === null) return null;
  const found = values.find((one) => one === value);
  if (found === undefined) throw badOption(`reading.${name}`, `one of ${JSON.stringify(values)}`);
  return found;
};

/** Heading → field; null leaves the column out. */
const headingMap = (value: unknown): HeadingMap => {
  if (value === undefined || value === null) return NO_CHOICES.headings;
  const entries = Object.entries(objectOf(value, 'reading.headings', null));
  if (entries.length > MAX_HEADINGS) throw badOption('reading.headings', 'a handful of headings');
  const map = entries.map(([heading, field]) => {
    const known = field === null ? null : FIELDS.find((one) => one === field);
    if (known === undefined)
      throw badOption('reading.headings', `values of ${JSON.stringify(FIELDS)}`);
    return [heading, known] as const;
  });
  return Object.assign(Object.create(null) as Record<string, never>, Object.fromEntries(map));
};
