import type { Ledger, LedgerFrame } from '../features/ledger.ts';
import type { Catalogue, Signal } from './catalogue.ts';
import { ClientTotals } from './client-totals.ts';
import type { HistogramDump } from './histogram.ts';
import { Histogram } from './histogram.ts';
import { metricKey } from './metric-ref.ts';
import type { MetricColumns } from './metric-columns.ts';
import { MetricScope } from './metric-scope.ts';
import { MetricSet } from './metric-set.ts';

/** What `relative` signals know of the clients loaded: how each of their metrics is spread. */
export class PopulationSurvey {
  clients = 0;
  readonly #frame: LedgerFrame;
  readonly #metrics: MetricSet;
  readonly #histograms: Histogram[];
  #totals: ClientTotals | null = null;

  constructor(catalogue: Catalogue, frame: LedgerFrame) {
    this.#frame = frame;
    this.#metrics = new MetricSet(new MetricScope(frame, catalogue));
    for (const signal of relativeSignals(catalogue)) this.#metrics.slot(signal);
    this.#histograms = this.#metrics.keys.map(() => new Histogram());
  }

  /** False when the catalogue asks nothing about the population: a first pass is not needed. */
  get needed(): boolean {
    return this.#histograms.length > 0;
  }

  add(ledger: Ledger): void {
    const totals = (this.#totals ??= new ClientTotals(this.#frame, ledger));
    totals.read(ledger);
    this.#metrics.read(totals.block);
    this.clients++;
    const { values } = this.#metrics.answers;
    for (let i = 0; i < values.length; i++) this.#histograms[i].add(values[i]);
  }

  /** Adds what another survey with the same catalogue has seen. */
  merge(stats: PopulationStats): void {
    this.clients += stats.clients;
    this.#metrics.keys.forEach((key, i) => {
      const dump = stats.metrics[key] as HistogramDump | undefined;
      if (dump) this.#histograms[i].merge(Histogram.from(dump));
    });
  }

  stats(): PopulationStats {
    return {
      clients: this.clients,
      metrics: Object.fromEntries(
        this.#metrics.keys.map((key, i) => [key, this.#histograms[i].dump()]),
      ),
    };
  }
}

/** What a survey of everybody would say, from columns that are kept already. */
export const surveyColumns = (
  catalogue: Catalogue,
  columns: MetricColumns,
  metrics: MetricSet,
): PopulationStats => ({
  clients: columns.population.size,
  metrics: Object.fromEntries(
    relativeSignals(catalogue).map((signal) => [
      metricKey(signal),
      columns.spread(metrics, metrics.slot(signal)).dump(),
    ]),
  ),
});

/** Does any signal compare a client with the others? */
export const asksAboutOthers = (catalogue: Catalogue): boolean =>
  relativeSignals(catalogue).length > 0;

const relativeSignals = ({ products }: Catalogue): Signal[] =>
  products.flatMap(({ signals }) => signals.filter(({ relative }) => relative !== undefined));

/** Plain JSON: crosses workers and machines, and merges in any order. */
export interface PopulationStats {
  readonly clients: number;
  /** By `metricKey`. */
  readonly metrics: Readonly<Record<string, HistogramDump>>;
}

/** The spread of one metric; null when nobody looked. */
export const histogramOf = (
  stats: PopulationStats,
  ref: Parameters<typeof metricKey>[0],
): Histogram | null => {
  const dump = stats.metrics[metricKey(ref)] as HistogramDump | undefined;
  return dump ? Histogram.from(dump) : null;
};
