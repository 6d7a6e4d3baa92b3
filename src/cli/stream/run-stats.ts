import { PopulationSurvey } from '../../engine/benefits/population-survey.ts';
import { createLedger } from '../../engine/features/create-ledger.ts';
import { KZT } from '../../engine/features/aggregates.ts';
import { done, failed, type Outcome } from '../../engine/kernel/fault.ts';
import { BookVisitor } from '../../engine/stream/book-visitor.ts';
import { sortedRecord } from '../../engine/stream/add-counts.ts';
import { PeriodVisitor } from '../../engine/stream/period-visitor.ts';
import { StreamPopulation } from '../../engine/stream/stream-population.ts';
import { NOTHING_PROVED, readingCurrencies } from '../../engine/stream/stream-reading.ts';
import {
  STATS_FORMAT,
  type StatsChoices,
  type StreamStats,
} from '../../engine/stream/stream-stats.ts';
import { TraitMatcher } from '../../engine/stream/trait-matcher.ts';
import { transferColumns } from '../../engine/stream/transfer-columns.ts';
import { EXAMPLE_FX } from '../../presets/fx.ts';
import { VOCABULARY } from '../../presets/vocabulary.ts';
import { loadCatalogue } from '../load-catalogue.ts';
import { tell } from '../tell.ts';
import { catalogueKey } from './catalogue-key.ts';
import { factsOf } from './facts-of.ts';
import { FaultReport } from './fault-report.ts';
import { readStats } from './read-stats.ts';
import { readStream } from './read-stream.ts';
import type { StatsOptions } from './stream-options.ts';

/** Runs `vygoda stats`: the statistics, or the one sentence that says why there are none. */
export const runStats = async (
  options: StatsOptions,
  input: AsyncIterable<Uint8Array>,
): Promise<Outcome<StreamStats, string>> => {
  if (options.merge !== null) return merge(options, options.merge);
  return options.with === null ? firstPass(options, input) : survey(options, options.with, input);
};

const merge = async (
  { months, decimal, dateOrder }: StatsOptions,
  paths: readonly string[],
): Promise<Outcome<StreamStats, string>> => {
  const stats = await readStats(paths.length === 0 ? ['-'] : paths);
  if (!stats.ok) return stats;
  const { choices } = stats.value;
  const decided: StatsChoices = {
    fx: choices.fx,
    months: months ?? choices.months,
    decimal: decimal ?? choices.decimal,
    dateOrder: dateOrder ?? choices.dateOrder,
  };
  const whole = { ...stats.value, choices: decided };
  const facts = whole.period === null ? done(null) : factsOf(whole);
  // A part may leave open what the whole decides: this only says what would stop the scoring.
  if (!facts.ok) tell(`vygoda stats: ${facts.fault}`);
  return done(whole);
};

const firstPass = async (
  options: StatsOptions,
  input: AsyncIterable<Uint8Array>,
): Promise<Outcome<StreamStats, string>> => {
  const fx = sortedRecord(Object.entries({ ...EXAMPLE_FX.rates, ...options.fx }));
  const visitor = new PeriodVisitor();
  const faults = new FaultReport(() => undefined);
  const stream = await readStream(input, {
    reading: {
      vocabulary: VOCABULARY,
      currencies: readingCurrencies(KZT, fx),
      marks: NOTHING_PROVED,
      orders: NOTHING_PROVED,
      settled: false,
    },
    visitor,
    report: faults.report,
    anyOrder: options.anyOrder,
  });
  if (!stream.ok) return failed(`vygoda stats: ${stream.fault}`);
  faults.sum(stream.value.tally);
  const { months, decimal, dateOrder } = options;
  return done({
    vygoda_stats: STATS_FORMAT,
    choices: { fx, months, decimal, dateOrder },
    period: visitor.stats(stream.value),
    surveys: [],
  });
};

/** The second pass, over the same rows: how the metrics of one catalogue are spread. */
const survey = async (
  options: StatsOptions,
  path: string,
  input: AsyncIterable<Uint8Array>,
): Promise<Outcome<StreamStats, string>> => {
  const catalogue = await loadCatalogue(options.catalogue);
  if (!catalogue.ok) return catalogue;
  const first = await readStats([path]);
  if (!first.ok) return first;
  const facts = factsOf(first.value);
  if (!facts.ok) return facts;
  const traits = new TraitMatcher(catalogue.value);
  const population = new StreamPopulation(facts.value, transferColumns(VOCABULARY), traits);
  const ledger = createLedger(population.frame);
  const metrics = new PopulationSurvey(catalogue.value, population.frame);
  const faults = new FaultReport(() => undefined);
  const stream = await readStream(input, {
    reading: facts.value.reading,
    visitor: new BookVisitor(population.book, () => {
      population.open(0, ledger);
      metrics.add(ledger);
    }),
    report: faults.report,
    anyOrder: options.anyOrder,
  });
  if (!stream.ok) return failed(`vygoda stats: ${stream.fault}`);
  faults.sum(stream.value.tally);
  const names = { catalogue: catalogueKey(catalogue.value), frame: facts.value.frameName };
  return done({
    vygoda_stats: STATS_FORMAT,
    choices: first.value.choices,
    period: null,
    surveys: metrics.needed ? [{ ...names, ...metrics.stats() }] : [],
  });
};
