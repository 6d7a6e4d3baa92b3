import type { Ledger, LedgerFrame } from '../features/ledger.ts';
import type { Catalogue, CatalogueProduct } from './catalogue.ts';
import { ClientTotals } from './client-totals.ts';
import type { ProductEvaluation } from './evaluation.ts';
import type { CompiledGate } from './gates.ts';
import { compileGate, explainGate, passesAll } from './gates.ts';
import type { MetricRef } from './metric-ref.ts';
import { MetricScope } from './metric-scope.ts';
import { MetricSet } from './metric-set.ts';
import type { CompiledMoney } from './money.ts';
import { benefitOf, compileMoney, explainMoney } from './money.ts';
import type { PopulationStats } from './population-survey.ts';
import type { ScoreRow } from './score-row.ts';
import { Signals } from './signals.ts';

/** Positions of the products that a client is not to be offered, because they hold them. */
export type Exclude = (ledger: Ledger) => readonly number[];

interface CompiledProduct {
  readonly gates: readonly CompiledGate[];
  readonly signals: Signals;
  /** null for need and behaviour products: they have no figure. */
  readonly money: CompiledMoney | null;
}

/**
 * A catalogue made ready for one population. `score` is the hot path and allocates nothing;
 * `explain` walks the same terms and so cannot disagree with it.
 */
export class Scorer {
  readonly catalogue: Catalogue;
  readonly #frame: LedgerFrame;
  readonly #metrics: MetricSet;
  readonly #products: readonly CompiledProduct[];
  readonly #months: number;
  readonly #operations: number;
  readonly #exclude: Exclude | null;
  #totals: ClientTotals | null = null;
  #held: readonly number[] = [];

  /** `stats` is needed when a `PopulationSurvey` of the catalogue says so; without it signals are absolute. */
  constructor(
    catalogue: Catalogue,
    frame: LedgerFrame,
    stats: PopulationStats | null,
    exclude: Exclude | null = null,
  ) {
    const metrics = new MetricSet(new MetricScope(frame, catalogue));
    const known = stats && stats.clients >= catalogue.rules.minPopulation ? stats : null;
    this.catalogue = catalogue;
    this.#exclude = exclude;
    this.#frame = frame;
    this.#metrics = metrics;
    this.#products = catalogue.products.map((product) => compileProduct(product, metrics, known));
    this.#months = metrics.slot({ metric: 'monthsActive' });
    this.#operations = metrics.slot({ metric: 'operations' });
  }

  /** What the catalogue asks about a client; positions are those of `values`. */
  get metrics(): readonly MetricRef[] {
    return this.#metrics.refs;
  }

  /** The answers for the client scored last. */
  get values(): Float64Array {
    return this.#metrics.values;
  }

  score(ledger: Ledger, row: ScoreRow): void {
    this.#read(ledger);
    this.#judge(row);
  }

  /** Scores the client scored last as if one answer were another, all else being equal. */
  imagine(metric: number, value: number, row: ScoreRow): void {
    const { values } = this.#metrics;
    const real = values[metric];
    values[metric] = value;
    this.#judge(row);
    values[metric] = real;
  }

  #judge(row: ScoreRow): void {
    const { values } = this.#metrics;
    row.months = values[this.#months];
    row.operations = values[this.#operations];
    for (let i = 0; i < this.#products.length; i++) {
      const product = this.#products[i];
      row.eligible[i] = passesAll(product.gates, values) ? 1 : 0;
      row.fit[i] = product.signals.fit(values);
      row.benefit[i] = product.money === null ? NaN : benefitOf(product.money, values);
    }
    for (let i = 0; i < this.#held.length; i++) row.eligible[this.#held[i]] = 0;
  }

  explain(ledger: Ledger): ProductEvaluation[] {
    const values = this.#read(ledger);
    return this.#products.map((product, index) => {
      const fit = product.signals.fit(values);
      const benefit = product.money === null ? null : benefitOf(product.money, values);
      return {
        product: index,
        eligible: !this.#held.includes(index) && passesAll(product.gates, values),
        ...(this.#held.includes(index) ? { held: true } : {}),
        gates: product.gates.map((gate, i) => explainGate(gate, i, values)),
        fit,
        signals: product.signals.explain(values),
        benefit,
        lines: product.money === null ? [] : explainMoney(product.money, values),
        expected: benefit === null ? null : benefit * fit,
      };
    });
  }

  #read(ledger: Ledger): Float64Array {
    const totals = (this.#totals ??= new ClientTotals(this.#frame, ledger));
    totals.read(ledger);
    this.#metrics.read(totals);
    if (this.#exclude !== null) this.#held = this.#exclude(ledger);
    return this.#metrics.values;
  }
}

const compileProduct = (
  product: CatalogueProduct,
  metrics: MetricSet,
  stats: PopulationStats | null,
): CompiledProduct => ({
  gates: product.gates.map((gate) => compileGate(gate, metrics)),
  signals: new Signals(product.signals, metrics, stats),
  money: product.lane === 'value' ? compileMoney(product, metrics) : null,
});
