import type { ParseArgsConfig } from 'node:util';
import type { EncodingName } from '../engine/bytes/encoding.ts';
import type { ReadingChoices } from '../engine/ingest/reading-choices.ts';
import { done, failed, type Outcome } from '../engine/kernel/fault.ts';
import { FIELDS, type Field } from '../engine/rows/vocabulary.ts';

export const SCORE_FLAGS = {
  catalogue: { type: 'string', default: 'standard' },
  fx: { type: 'string' },
  holdings: { type: 'string' },
  months: { type: 'string' },
  language: { type: 'string', default: 'ru' },
  channel: { type: 'string', default: 'push' },
  out: { type: 'string' },
  top: { type: 'string' },
  benefits: { type: 'string' },
  explain: { type: 'string' },
  report: { type: 'string' },
  manifest: { type: 'string' },
  rejected: { type: 'string' },
  threads: { type: 'string' },
  encoding: { type: 'string' },
  delimiter: { type: 'string' },
  decimal: { type: 'string' },
  'date-order': { type: 'string' },
  map: { type: 'string', multiple: true },
} as const satisfies ParseArgsConfig['options'];

type FlagName = keyof typeof SCORE_FLAGS;
type FlagValues = Readonly<Partial<Record<FlagName, string | string[]>>>;

export interface ScoreOptions {
  readonly paths: readonly string[];
  /** A preset's name or a file. */
  readonly catalogue: string;
  /** Rates that replace the shipped ones. */
  readonly fx: Readonly<Record<string, number>>;
  /** A `client_code,product` file of what clients have already, or null. */
  readonly holdings: string | null;
  readonly months: number | null;
  readonly language: 'ru' | 'kk';
  readonly channel: 'push' | 'sms';
  /** null: standard output. */
  readonly out: string | null;
  readonly top: string | null;
  readonly benefits: string | null;
  readonly explain: string | null;
  readonly report: string | null;
  /** Where to write what `vygoda repeat` needs, or null. */
  readonly manifest: string | null;
  /** A folder for the rows that were left out, or null. */
  readonly rejected: string | null;
  /** null: as many as suit the machine. */
  readonly threads: number | null;
  readonly choices: ReadingChoices;
}

const ENCODINGS: Readonly<Record<string, EncodingName>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'windows-1251': 'windows-1251',
  cp1251: 'windows-1251',
};
const DELIMITERS = {
  ',': ',',
  ';': ';',
  '|': '|',
  '\t': '\t',
  comma: ',',
  semicolon: ';',
  tab: '\t',
  pipe: '|',
} as const;
const DECIMALS = { '.': '.', ',': ',', point: '.', comma: ',' } as const;
const ORDERS = { dmy: 'dmy', mdy: 'mdy' } as const;
const LANGUAGES = { ru: 'ru', kk: 'kk' } as const;
const CHANNELS = { push: 'push', sms: 'sms' } as const;

/** A flag said something that cannot be used; the message is the sentence for the person. */
class BadFlag extends Error {}

/** Reads the flags of `score`; a fault is one sentence that names the flag. */
export const readScoreOptions = (
  flags: FlagValues,
  paths: readonly string[],
): Outcome<ScoreOptions, string> => {
  if (paths.length === 0) return failed('vygoda score: name the files or folders to score');
  try {
    return done({
      paths,
      catalogue: one(flags, 'catalogue') ?? 'standard',
      fx: readRates(one(flags, 'fx')),
      holdings: one(flags, 'holdings'),
      months: wholeNumber(flags, 'months', 1, 120),
      language: chosen(flags, 'language', LANGUAGES) ?? 'ru',
      channel: chosen(flags, 'channel', CHANNELS) ?? 'push',
      out: one(flags, 'out'),
      top: one(flags, 'top'),
      benefits: one(flags, 'benefits'),
      explain: one(flags, 'explain'),
      report: one(flags, 'report'),
      manifest: one(flags, 'manifest'),
      rejected: one(flags, 'rejected'),
      threads: wholeNumber(flags, 'threads', 1, 64),
      choices: {
        encoding: chosen(flags, 'encoding', ENCODINGS),
        delimiter: chosen(flags, 'delimiter', DELIMITERS),
        decimal: chosen(flags, 'decimal', DECIMALS),
        dateOrder: chosen(flags, 'date-order', ORDERS),
        headings: readMap(flags.map),
      },
    });
  } catch (error) {
    if (error instanceof BadFlag) return failed(`vygoda score: ${error.message}`);
    throw error;
  }
};

const one = (flags: FlagValues, name: FlagName): string | null => {
  const value = flags[name];
  return typeof value === 'string' ? value : null;
};

const chosen = <T>(
  flags: FlagValues,
  name: FlagName,
  values: Readonly<Record<string, T>>,
): T | null => {
  const text = one(flags, name);
  if (text === null) return null;
  const key = text.toLowerCase();
  if (!Object.hasOwn(values, key)) {
    throw new BadFlag(`--${name} "${text}" is none of ${Object.keys(values).map(shown).join(' ')}`);
  }
  return values[key];
};

const shown = (text: string): string => (text === '\t' ? '\\t' : text);

const wholeNumber = (
  flags: FlagValues,
  name: FlagName,
  min: number,
  max: number,
): number | null => {
  const text = one(flags, name);
  if (text === null) return null;
  const value = Number(text);
  if (!/^[0-9]+$/.test(text) || value < min || value > max) {
    throw new BadFlag(`--${name} "${text}" is no whole number from ${min} to ${max}`);
  }
  return value;
};

const readRates = (text: string | null): Record<string, number> => {
  const rates: Record<string, number> = {};
  for (const part of text?.split(/[,;]/) ?? []) {
    const match = /^\s*([A-Za-z]{3})\s*=\s*([0-9]+(?:\.[0-9]+)?)\s*$/.exec(part);
    if (match === null || !(Number(match[2]) > 0)) {
      throw new BadFlag(`--fx "${part}" is not CODE=RATE with a rate above zero, as in USD=520`);
    }
    rates[match[1].toUpperCase()] = Number(match[2]);
  }
  return rates;
};

const readMap = (texts: string | string[] | undefined): Record<string, Field | null> => {
  const map: Record<string, Field | null> = Object.create(null) as Record<string, Field | null>;
  for (const part of [texts ?? []].flat().flatMap((text) => text.split(','))) {
    const at = part.lastIndexOf('=');
    const name = part
      .slice(at + 1)
      .trim()
      .toLowerCase();
    const field = FIELDS.find((known) => known.toLowerCase() === name);
    if (at <= 0 || (field === undefined && name !== '')) {
      throw new BadFlag(`--map "${part}" is not HEADING=FIELD; fields: ${FIELDS.join(' ')}`);
    }
    map[part.slice(0, at).trim()] = field ?? null;
  }
  return map;
};
