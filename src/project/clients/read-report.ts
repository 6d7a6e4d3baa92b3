import { JsonReader } from '../../engine/benefits/json-reader.ts';
import type { FileReport, ImportReport, ReportTotals } from '../../engine/ingest/report.ts';
import { done, type Fault, failed, type Outcome } from '../../engine/kernel/fault.ts';
import { FAULT_CODES } from '../../engine/rows/fault-codes.ts';
import { longText } from '../long-text.ts';
import { readJson } from '../read-json.ts';

const MAX_FILES = 10_000;
const MAX_FAULTS = 1_000_000;
const MAX_TEXT = 1 << 24;
const MAX_COLUMNS = 100_000;
const WHOLE: readonly [number, number] = [0, Number.MAX_SAFE_INTEGER];
const KINDS = ['clients', 'transactions', 'transfers'] as const;
const CODES = Object.keys(FAULT_CODES);
const TOTALS: readonly (keyof ReportTotals)[] = [
  ...(['files', 'bytes', 'records', 'used', 'reported'] as const),
  ...(['clients', 'transactions', 'transfers'] as const),
];
const KEYS = 'outcome months period files faults totals'.split(' ');
const FILE_KEYS = [
  ...'name kind encoding delimiter decimal dateOrder bytes columns'.split(' '),
  ...'records faults faultCounts used reported sums'.split(' '),
];
const FAULT_KEYS = 'code severity file line column text count amount readings'.split(' ');

/**
 * The report of an import as JSON from outside; the fault is the path of what is wrong. What is given
 * back is what was parsed, once all of it was checked: exports write its keys in their order.
 */
export const readReport = (text: string): Outcome<ImportReport, string> => {
  const json = readJson(text);
  if (!json.ok) return failed('report');
  const reader = new JsonReader();
  readParts(reader.object(json.value, 'report', KEYS), reader);
  if (reader.faults.length > 0) return failed(reader.faults[0].path);
  return done(json.value as ImportReport);
};

const readParts = (source: Readonly<Record<string, unknown>>, reader: JsonReader): ImportReport => {
  const totals = reader.object(source.totals, 'report.totals', TOTALS);
  return {
    outcome: reader.oneOf(source.outcome, 'report.outcome', ['ok', 'warned']),
    months: reader.number(source.months, 'report.months', [1, 120]),
    period: reader.list(source.period, 'report.period', [0, 120], (month, path) =>
      reader.text(month, path, 7),
    ),
    files: reader.list(source.files, 'report.files', [1, MAX_FILES], (file, path) =>
      readFile(file, path, reader),
    ),
    faults: readFaults(source.faults, 'report.faults', reader),
    totals: Object.fromEntries(
      TOTALS.map((name) => [name, reader.number(totals[name], `report.totals.${name}`, WHOLE)]),
    ) as unknown as ReportTotals,
  };
};

const readFile = (value: unknown, path: string, reader: JsonReader): FileReport => {
  const source = reader.object(value, path, FILE_KEYS);
  const text = (name: string): string =>
    longText(source[name], `${path}.${name}`, MAX_TEXT, reader);
  const number = (name: string): number => reader.number(source[name], `${path}.${name}`, WHOLE);
  const choice = <T extends string>(name: string, choices: readonly T[]): T | null =>
    source[name] === null ? null : reader.oneOf(source[name], `${path}.${name}`, choices);
  const map = <T>(name: string, read: (value: unknown, path: string) => T): Record<string, T> =>
    Object.fromEntries(
      Object.entries(reader.map(source[name], `${path}.${name}`, MAX_COLUMNS)).map(
        ([key, item]) => [key, read(item, `${path}.${name}`)],
      ),
    );
  return {
    name: text('name'),
    kind: choice('kind', KINDS),
    encoding: text('encoding'),
    delimiter: text('delimiter'),
    decimal: choice('decimal', ['.', ',']),
    dateOrder: choice('dateOrder', ['dmy', 'mdy']),
    bytes: number('bytes'),
    columns: reader.list(source.columns, `${path}.columns`, [0, MAX_COLUMNS], (heading, at) =>
      longText(heading, at, MAX_TEXT, reader),
    ),
    records: number('records'),
    faults: readFaults(source.faults, `${path}.faults`, reader),
    faultCounts: map('faultCounts', (count, at) => reader.number(count, at, WHOLE)),
    used: number('used'),
    reported: number('reported'),
    sums: map('sums', (sum, at) => longText(sum, at, MAX_TEXT, reader)),
  };
};

const readFaults = (value: unknown, path: string, reader: JsonReader): Fault[] =>
  reader.list(value, path, [0, MAX_FAULTS], (item, at) => readFault(item, at, reader));

const readFault = (value: unknown, path: string, reader: JsonReader): Fault => {
  const source = reader.object(value, path, FAULT_KEYS);
  const text = (name: string): string =>
    longText(source[name], `${path}.${name}`, MAX_TEXT, reader);
  const { count, amount, readings } = source;
  return {
    code: reader.oneOf(source.code, `${path}.code`, CODES),
    severity: reader.oneOf(source.severity, `${path}.severity`, ['info', 'warning', 'error']),
    file: text('file'),
    line: reader.number(source.line, `${path}.line`, WHOLE),
    column: text('column'),
    text: text('text'),
    ...(count !== undefined && { count: reader.number(count, `${path}.count`, WHOLE) }),
    ...(amount !== undefined && { amount: reader.number(amount, `${path}.amount`, [-MAX, MAX]) }),
    ...(readings !== undefined && { readings: readReadings(readings, path, reader) }),
  };
};

const [, MAX] = WHOLE;

const readReadings = (value: unknown, path: string, reader: JsonReader): Record<string, string> =>
  Object.fromEntries(
    Object.entries(reader.map(value, `${path}.readings`, 10)).map(([answer, text]) => [
      answer,
      longText(text, `${path}.readings`, MAX_TEXT, reader),
    ]),
  );
