import type { Catalogue } from '../engine/benefits/catalogue.ts';
import { JsonReader } from '../engine/benefits/json-reader.ts';
import { validateCatalogue } from '../engine/benefits/validate-catalogue.ts';
import type { ReadingChoices } from '../engine/ingest/reading-choices.ts';
import { done, failed, type Outcome } from '../engine/kernel/fault.ts';
import { FIELDS } from '../engine/rows/vocabulary.ts';
import type { Journal } from './journal.ts';
import { readJournal } from './read-journal.ts';

/** The version of the shape below; FORMATS.md says what changed. */
export const PROJECT_FORMAT = 1;

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
}

/** What clients hold: not looked at, the rows' own column, or the text of a side file. */
export type HoldingsChoice =
  | { readonly kind: 'none' | 'column' }
  | { readonly kind: 'file'; readonly name: string; readonly text: string };

/** A file that was read: enough to know it again. */
export interface SourceMark {
  readonly name: string;
  readonly bytes: number;
  /** Lower-case hexadecimal, as `sha256sum` prints it; null while nobody has asked for it. */
  readonly sha256: string | null;
}

export interface Project {
  readonly format: typeof PROJECT_FORMAT;
  /** Version of the program that wrote it. */
  readonly program: string;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
  readonly sources: readonly SourceMark[];
  readonly work: Work;
  readonly journal: Journal;
}

/** Where a project is not one: a path, and a code as catalogues have them. */
export interface ProjectFlaw {
  readonly path: string;
  readonly code: string;
}

const RATE: readonly [number, number] = [1e-9, 1e9];
const MAX_CURRENCIES = 300;
const MAX_SOURCES = 10_000;
const MAX_HEADINGS = 1000;
const MAX_NAME = 4096;
/** Of a side file's text, in code units. */
const MAX_HOLDINGS = 32 * 1024 * 1024;

/** A project built anew from what was checked; nothing of `value` is kept unread. */
export const readProject = (value: unknown): Outcome<Project, ProjectFlaw> => {
  const reader = new JsonReader();
  const keys = 'format program savedAt sources work journal'.split(' ');
  const source = reader.object(value, '', keys);
  const work = reader.object(source.work, 'work', WORK_KEYS);
  const catalogue = validateCatalogue(work.catalogue);
  if (!catalogue.ok) {
    const [{ path, code }] = catalogue.fault;
    return failed({ path: `work.catalogue.${path}`, code });
  }
  const project: Project = {
    format: reader.oneOf(source.format, 'format', [PROJECT_FORMAT]),
    program: reader.text(source.program, 'program'),
    savedAt: reader.text(source.savedAt, 'savedAt'),
    sources: reader.list(source.sources, 'sources', [0, MAX_SOURCES], (item, at) =>
      readMark(item, at, reader),
    ),
    work: { ...readSettings(work, reader), catalogue: catalogue.value },
    journal: readJournal(source.journal, reader),
  };
  if (reader.faults.length === 0) return done(project);
  const [{ path, code }] = reader.faults;
  return failed({ path, code });
};

const readMark = (value: unknown, path: string, reader: JsonReader): SourceMark => {
  const source = reader.object(value, path, ['name', 'bytes', 'sha256']);
  const { sha256 } = source;
  if (sha256 !== null && !(typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256))) {
    reader.note('wrong-form', `${path}.sha256`, sha256);
  }
  return {
    name: longText(source.name, `${path}.name`, MAX_NAME, reader),
    bytes: reader.number(source.bytes, `${path}.bytes`, [0, Number.MAX_SAFE_INTEGER]),
    sha256: typeof sha256 === 'string' ? sha256 : null,
  };
};

const WORK_KEYS = 'catalogue fx language channel months reading holdings'.split(' ');

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

/** Any text up to a length, for what a person's files are called and say. */
const longText = (value: unknown, path: string, most: number, reader: JsonReader): string => {
  if (typeof value !== 'string') reader.note('wrong-type', path, '');
  else if (value.length > most) reader.note('too-long', path, '');
  else return value;
  return '';
};
