import type { ParseArgsConfig } from 'node:util';
import { done, failed, type Outcome } from '../../engine/kernel/fault.ts';
import { STREAM_RESULTS, type StreamResult } from '../../engine/stream/result-rows.ts';
import { STREAM_FORMAT } from '../../engine/stream/stream-format.ts';
import { readScoreOptions } from '../score-options.ts';

/** Flags of `score --stream`. */
export const STREAM_SCORE_FLAGS = {
  stream: { type: 'boolean' },
  format: { type: 'string', default: String(STREAM_FORMAT) },
  stats: { type: 'string' },
  catalogue: { type: 'string', default: 'standard' },
  language: { type: 'string', default: 'ru' },
  holdings: { type: 'string' },
  write: { type: 'string', default: 'offers' },
  as: { type: 'string', default: 'tsv' },
  faults: { type: 'boolean', default: false },
  grouped: { type: 'boolean', default: false },
} as const satisfies ParseArgsConfig['options'];

/** Flags of `stats`. */
export const STATS_FLAGS = {
  format: { type: 'string', default: String(STREAM_FORMAT) },
  with: { type: 'string' },
  catalogue: { type: 'string' },
  merge: { type: 'boolean', default: false },
  fx: { type: 'string' },
  months: { type: 'string' },
  decimal: { type: 'string' },
  'date-order': { type: 'string' },
  grouped: { type: 'boolean', default: false },
} as const satisfies ParseArgsConfig['options'];

type Values = Readonly<Record<string, string | boolean | undefined>>;

export interface StreamScoreOptions {
  readonly stats: string;
  readonly catalogue: string;
  readonly language: 'ru' | 'kk';
  /** A `client_code,product` file of what clients have already, or null. */
  readonly holdings: string | null;
  readonly result: StreamResult;
  /** Each row as cells of a line, or as the line of a CSV file. */
  readonly as: 'tsv' | 'csv';
  /** Faults are written among the results, and a first column tells them apart. */
  readonly faults: boolean;
  readonly anyOrder: boolean;
}

export const readStreamScoreOptions = (values: Values): Outcome<StreamScoreOptions, string> => {
  const stats = text(values.stats);
  const result = STREAM_RESULTS.find((known) => known === values.write);
  const as = (['tsv', 'csv'] as const).find((known) => known === values.as);
  const general = readScoreOptions({ language: text(values.language) ?? 'ru' }, ['-']);
  if (!isFormat(values.format)) return failed(formatFault('score --stream', values.format));
  if (!general.ok) return general;
  if (stats === null) {
    return failed('vygoda score --stream: name the file that "vygoda stats" made with --stats');
  }
  if (result === undefined) return failed(noneOf('write', values.write, STREAM_RESULTS));
  if (as === undefined) return failed(noneOf('as', values.as, ['tsv', 'csv']));
  if (as === 'csv' && result === 'explain') {
    return failed('vygoda score --stream: --write explain is JSON, which --as csv cannot be');
  }
  return done({
    stats,
    catalogue: text(values.catalogue) ?? 'standard',
    language: general.value.language,
    holdings: text(values.holdings),
    result,
    as,
    faults: values.faults === true,
    anyOrder: values.grouped === true,
  });
};

export interface StatsOptions {
  /** What to merge; null: rows come on standard input. */
  readonly merge: readonly string[] | null;
  /** The statistics of the first pass, for a survey; null: this is the first pass. */
  readonly with: string | null;
  readonly catalogue: string;
  /** Rates that replace the shipped ones; null: none were named. */
  readonly fx: Readonly<Record<string, number>> | null;
  readonly months: number | null;
  readonly decimal: '.' | ',' | null;
  readonly dateOrder: 'dmy' | 'mdy' | null;
  readonly anyOrder: boolean;
}

export const readStatsOptions = (
  values: Values,
  paths: readonly string[],
): Outcome<StatsOptions, string> => {
  if (!isFormat(values.format)) return failed(formatFault('stats', values.format));
  const flags = Object.fromEntries(
    ['fx', 'months', 'decimal', 'date-order'].flatMap((name) => {
      const value = text(values[name]);
      return value === null ? [] : [[name, value]];
    }),
  );
  const general = readScoreOptions(flags, ['-']);
  if (!general.ok) return failed(general.fault.replace('vygoda score', 'vygoda stats'));
  const pass = { merge: values.merge === true, with: text(values.with) };
  const { fx, months, choices } = general.value;
  const hasChoices = Object.keys(flags).length > 0;
  if (pass.with !== null && (pass.merge || hasChoices)) {
    return failed('vygoda stats: --with takes its rates, months and marks from the file it names');
  }
  if (pass.with !== null && text(values.catalogue) === null) {
    return failed(
      'vygoda stats: --with makes a survey for one catalogue: name it with --catalogue',
    );
  }
  if (pass.merge && 'fx' in flags) {
    return failed('vygoda stats: the rates of --merge are those that the parts were made with');
  }
  if (!pass.merge && paths.length > 0) {
    return failed('vygoda stats: rows come on standard input; only --merge takes files');
  }
  return done({
    merge: pass.merge ? paths : null,
    with: pass.with,
    catalogue: text(values.catalogue) ?? 'standard',
    fx: 'fx' in flags ? fx : null,
    months,
    decimal: choices.decimal,
    dateOrder: choices.dateOrder,
    anyOrder: values.grouped === true,
  });
};

const text = (value: string | boolean | undefined): string | null =>
  typeof value === 'string' ? value : null;

const isFormat = (value: string | boolean | undefined): boolean => value === String(STREAM_FORMAT);

const formatFault = (command: string, value: string | boolean | undefined): string =>
  `vygoda ${command}: lines of format "${String(value)}" are not known here: this program reads format ${STREAM_FORMAT}`;

const noneOf = (flag: string, value: unknown, known: readonly string[]): string =>
  `vygoda score --stream: --${flag} "${String(value)}" is none of ${known.join(' ')}`;
