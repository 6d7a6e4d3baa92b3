import type { HistogramDump } from '../benefits/histogram.ts';
import { JsonReader } from '../benefits/json-reader.ts';
import type { Evidence } from '../ingest/evidence.ts';
import { done, failed, type Outcome } from '../kernel/fault.ts';
import type { DateOrder } from '../rows/date.ts';
import type { DecimalMark } from '../rows/decimal-mark.ts';
import { MONTH_NAME } from './month-name.ts';
import type { StreamKind } from './stream-format.ts';
import {
  MAX_SPELLINGS,
  type MonthCounts,
  type PeriodStats,
  STATS_FORMAT,
  type StatsChoices,
  type StreamStats,
  type StreamSurvey,
} from './stream-stats.ts';

const COUNT = [0, Number.MAX_SAFE_INTEGER] as const;
const MAX_NAMES = 1000;
const MAX_MONTHS = 120;
const MAX_SURVEYS = 100;
const MAX_BUCKETS = 4096;

/** Reads statistics from JSON; the fault says where the text is none such. */
export const parseStats = (text: string): Outcome<StreamStats, string> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return failed('not-json');
  }
  const reader = new StatsReader();
  const stats = reader.stats(value);
  if (reader.faults.length === 0) return done(stats);
  const { code, path, text: found } = reader.faults[0];
  return failed([path, code, found].filter((part) => part !== '').join(' '));
};

class StatsReader extends JsonReader {
  stats(value: unknown): StreamStats {
    const json = this.object(value, '', ['vygoda_stats', 'choices', 'period', 'surveys']);
    return {
      vygoda_stats: this.oneOf(json.vygoda_stats, 'vygoda_stats', [STATS_FORMAT]),
      choices: this.#choices(json.choices),
      period: json.period === null ? null : this.#period(json.period),
      surveys: this.list(json.surveys, 'surveys', [0, MAX_SURVEYS], (item, path) =>
        this.#survey(item, path),
      ),
    };
  }

  #choices(value: unknown): StatsChoices {
    const json = this.object(value, 'choices', ['fx', 'months', 'decimal', 'dateOrder']);
    return {
      fx: this.#numbers(json.fx, 'choices.fx', [Number.MIN_VALUE, Number.MAX_VALUE]),
      months:
        json.months === null ? null : this.number(json.months, 'choices.months', [1, MAX_MONTHS]),
      decimal:
        json.decimal === null
          ? null
          : this.oneOf<DecimalMark>(json.decimal, 'choices.decimal', ['.', ',']),
      dateOrder:
        json.dateOrder === null
          ? null
          : this.oneOf<DateOrder>(json.dateOrder, 'choices.dateOrder', ['dmy', 'mdy']),
    };
  }

  #period(value: unknown): PeriodStats {
    const json = this.object(value, 'period', [
      ...['clients', 'records', 'used', 'spoiled', 'faults', 'undated', 'months', 'doubtful'],
      ...['evidence', 'spellings'],
    ]);
    const doubtful = this.object(json.doubtful, 'period.doubtful', ['transactions', 'transfers']);
    const doubtsOf = (kind: string): PeriodStats['doubtful']['transfers'] => {
      const path = `period.doubtful.${kind}`;
      const orders = this.object(doubtful[kind], path, ['dmy', 'mdy']);
      return {
        dmy: this.#months(orders.dmy, `${path}.dmy`),
        mdy: this.#months(orders.mdy, `${path}.mdy`),
      };
    };
    return {
      clients: this.number(json.clients, 'period.clients', COUNT),
      records: this.#byKind(json.records, 'period.records', (of, at) => this.number(of, at, COUNT)),
      used: this.#byKind(json.used, 'period.used', (of, at) => this.number(of, at, COUNT)),
      spoiled: this.number(json.spoiled, 'period.spoiled', COUNT),
      faults: this.#numbers(json.faults, 'period.faults', COUNT),
      undated: this.number(json.undated, 'period.undated', COUNT),
      months: this.#months(json.months, 'period.months'),
      doubtful: { transactions: doubtsOf('transactions'), transfers: doubtsOf('transfers') },
      evidence: this.#byKind(json.evidence, 'period.evidence', (of, at) => this.#evidence(of, at)),
      spellings: json.spellings === null ? null : this.#spellings(json.spellings),
    };
  }

  #byKind<T>(
    value: unknown,
    path: string,
    read: (value: unknown, path: string) => T,
  ): Record<StreamKind, T> {
    const json = this.object(value, path, ['clients', 'transactions', 'transfers']);
    return {
      clients: read(json.clients, `${path}.clients`),
      transactions: read(json.transactions, `${path}.transactions`),
      transfers: read(json.transfers, `${path}.transfers`),
    };
  }

  #evidence(value: unknown, path: string): Evidence {
    const counts = ['point', 'comma', 'doubtfulAmounts', 'dmy', 'mdy', 'doubtfulDates', 'badUtf8'];
    const json = this.object(value, path, [...counts, 'amountExample', 'dateExample']);
    const count = (name: string): number => this.number(json[name], `${path}.${name}`, COUNT);
    const example = (name: string): string | null =>
      json[name] === null ? null : this.#string(json[name], `${path}.${name}`);
    return {
      point: count('point'),
      comma: count('comma'),
      doubtfulAmounts: count('doubtfulAmounts'),
      amountExample: example('amountExample'),
      dmy: count('dmy'),
      mdy: count('mdy'),
      doubtfulDates: count('doubtfulDates'),
      dateExample: example('dateExample'),
      badUtf8: count('badUtf8'),
    };
  }

  #months(value: unknown, path: string): MonthCounts {
    const months = this.#numbers(value, path, COUNT, 2101 * 12);
    for (const name of Object.keys(months)) {
      if (!MONTH_NAME.test(name)) this.note('wrong-form', path, name);
    }
    return months;
  }

  #spellings(value: unknown): string[] {
    return this.list(value, 'period.spellings', [0, MAX_SPELLINGS], (label, path) =>
      this.#string(label, path),
    );
  }

  /** Any text, an empty or a long one too. */
  #string(value: unknown, path: string): string {
    if (typeof value === 'string') return value;
    this.note('wrong-type', path, value);
    return '';
  }

  #survey(value: unknown, path: string): StreamSurvey {
    const json = this.object(value, path, ['catalogue', 'frame', 'clients', 'metrics']);
    const metrics = this.map(json.metrics, `${path}.metrics`, MAX_NAMES);
    return {
      catalogue: this.#string(json.catalogue, `${path}.catalogue`),
      frame: this.#string(json.frame, `${path}.frame`),
      clients: this.number(json.clients, `${path}.clients`, COUNT),
      metrics: Object.fromEntries(
        Object.entries(metrics).map(([name, dump]) => [
          name,
          this.#histogram(dump, `${path}.metrics`),
        ]),
      ),
    };
  }

  #histogram(value: unknown, path: string): HistogramDump {
    return this.list(value, path, [0, MAX_BUCKETS], (pair, at) => {
      const [bucket = 0, count = 0]: (number | undefined)[] = this.list(
        pair,
        at,
        [2, 2],
        (part, where) => this.number(part, where, COUNT),
      );
      return [bucket, count] as const;
    });
  }

  #numbers(
    value: unknown,
    path: string,
    range: readonly [number, number],
    most = MAX_NAMES,
  ): Record<string, number> {
    const json = this.map(value, path, most);
    return Object.fromEntries(
      Object.entries(json).map(([name, item]) => [name, this.number(item, path, range)]),
    );
  }
}
