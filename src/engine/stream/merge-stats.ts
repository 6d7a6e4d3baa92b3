import { Histogram } from '../benefits/histogram.ts';
import { addEvidence, noEvidence, type Evidence } from '../ingest/evidence.ts';
import { done, failed, type Outcome } from '../kernel/fault.ts';
import { valueKey } from '../kernel/text-key.ts';
import { addCounts, sortedRecord } from './add-counts.ts';
import { leastText } from './doubts.ts';
import {
  MAX_SPELLINGS,
  type PeriodStats,
  STATS_FORMAT,
  type StatsChoices,
  type StreamStats,
  type StreamSurvey,
} from './stream-stats.ts';

/**
 * The statistics of two parts as those of both. Associative and commutative, to the byte. The fault
 * names the choice in which the two contradict each other: they are not of one population then.
 */
export const mergeStats = (a: StreamStats, b: StreamStats): Outcome<StreamStats, string> => {
  const choices = mergeChoices(a.choices, b.choices);
  if (!choices.ok) return choices;
  return done({
    vygoda_stats: STATS_FORMAT,
    choices: choices.value,
    period: a.period && b.period ? mergePeriods(a.period, b.period) : (a.period ?? b.period),
    surveys: mergeSurveys([...a.surveys, ...b.surveys]),
  });
};

const mergeChoices = (a: StatsChoices, b: StatsChoices): Outcome<StatsChoices, string> => {
  const sameRates =
    JSON.stringify(sortedRecord(Object.entries(a.fx))) ===
    JSON.stringify(sortedRecord(Object.entries(b.fx)));
  if (!sameRates) return failed('fx');
  for (const name of ['months', 'decimal', 'dateOrder'] as const) {
    if (a[name] !== null && b[name] !== null && a[name] !== b[name]) return failed(name);
  }
  return done({
    fx: sortedRecord(Object.entries(a.fx)),
    months: a.months ?? b.months,
    decimal: a.decimal ?? b.decimal,
    dateOrder: a.dateOrder ?? b.dateOrder,
  });
};

const mergePeriods = (a: PeriodStats, b: PeriodStats): PeriodStats => ({
  clients: a.clients + b.clients,
  records: byKind((kind) => a.records[kind] + b.records[kind]),
  used: byKind((kind) => a.used[kind] + b.used[kind]),
  spoiled: a.spoiled + b.spoiled,
  faults: addCounts(a.faults, b.faults),
  undated: a.undated + b.undated,
  months: addCounts(a.months, b.months),
  doubtful: {
    transactions: mergeDoubtful(a.doubtful.transactions, b.doubtful.transactions),
    transfers: mergeDoubtful(a.doubtful.transfers, b.doubtful.transfers),
  },
  evidence: byKind((kind) => mergeEvidence(a.evidence[kind], b.evidence[kind])),
  spellings: mergeSpellings(a.spellings, b.spellings),
});

const byKind = <T>(
  of: (kind: 'clients' | 'transactions' | 'transfers') => T,
): Record<'clients' | 'transactions' | 'transfers', T> => ({
  clients: of('clients'),
  transactions: of('transactions'),
  transfers: of('transfers'),
});

type Doubtful = PeriodStats['doubtful']['transactions'];

const mergeDoubtful = (a: Doubtful, b: Doubtful): Doubtful => ({
  dmy: addCounts(a.dmy, b.dmy),
  mdy: addCounts(a.mdy, b.mdy),
});

const mergeEvidence = (a: Readonly<Evidence>, b: Readonly<Evidence>): Evidence => {
  const sum = noEvidence();
  addEvidence(sum, a);
  addEvidence(sum, b);
  return {
    ...sum,
    amountExample: leastText(a.amountExample, b.amountExample),
    dateExample: leastText(a.dateExample, b.dateExample),
  };
};

type Spellings = PeriodStats['spellings'];

const mergeSpellings = (a: Spellings, b: Spellings): Spellings => {
  if (a === null || b === null) return null;
  const labels = new Map<string, string>();
  for (const label of [...a, ...b]) {
    const key = valueKey(label);
    labels.set(key, leastText(labels.get(key) ?? null, label)!);
  }
  return labels.size > MAX_SPELLINGS ? null : [...labels.values()].sort();
};

const mergeSurveys = (surveys: readonly StreamSurvey[]): StreamSurvey[] => {
  const merged = new Map<string, StreamSurvey>();
  for (const survey of surveys) {
    const name = JSON.stringify([survey.catalogue, survey.frame]);
    const known = merged.get(name);
    merged.set(name, known ? mergeSurvey(known, survey) : survey);
  }
  return Object.values(sortedRecord(merged));
};

const mergeSurvey = (a: StreamSurvey, b: StreamSurvey): StreamSurvey => ({
  ...a,
  clients: a.clients + b.clients,
  metrics: Object.fromEntries(
    Object.entries(a.metrics).map(([name, dump]) => {
      const histogram = Histogram.from(dump);
      histogram.merge(Histogram.from(b.metrics[name]));
      return [name, histogram.dump()];
    }),
  ),
});
