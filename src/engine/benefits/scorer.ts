import type { Ledger, LedgerFrame } from '../features/ledger.ts';
import type { Answers } from './answers.ts';
import type { Catalogue, CatalogueProduct } from './catalogue.ts';
import { ClientTotals } from './client-totals.ts';
import type { ProductEvaluation } from './evaluation.ts';
import type { CompiledGate } from './gates.ts';
import { compileGate, explainGate, passesAll } from './gates.ts';
import { MetricScope } from './metric-scope.ts';
import { MetricSet } from './metric-set.ts';
import type { CompiledMoney } from './money.ts';
import { benefitOf, compileMoney, explainMoney } from './money.ts';
import type { PopulationStats } from './population-survey.ts';
import { type ClientSize, createScoreRow, type ScoreRow, type Scores } from './score-row.ts';
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
 * A catalogue made ready for one population. Scores are worked out column by column, for a thousand
 * clients or for one, with one arithmetic; `explain` walks the same terms and so cannot disagree.
 */
export class Scorer {
  readonly catalogue: Catalogue;
  /** What the catalogue asks about a client, and the answers of the client scored last. */
  readonly metrics: MetricSet;
  readonly #frame: LedgerFrame;
  readonly #products: readonly CompiledProduct[];
  readonly #months: number;
  readonly #operations: number;
  readonly #spend: number;
  readonly #exclude: Exclude | null;
  #totals: ClientTotals | null = null;
  #held: readonly number[] = [];
  readonly #explained: ScoreRow;

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
    this.metrics = metrics;
    this.#products = catalogue.products.map((product) => compileProduct(product, metrics, known));
    this.#months = metrics.slot({ metric: 'monthsActive' });
    this.#operations = metrics.slot({ metric: 'operations' });
    this.#spend = metrics.slot({ metric: 'spend' });
    this.#explained = createScoreRow(catalogue.products.length);
  }

  score(ledger: Ledger, row: ScoreRow): void {
    this.#read(ledger);
    this.#judgeOne(row);
  }

  /** Scores the client scored last as if one answer were another, all else being equal. */
  imagine(metric: number, value: number, row: ScoreRow): void {
    const { values } = this.metrics.answers;
    const real = values[metric];
    values[metric] = value;
    this.#judgeOne(row);
    values[metric] = real;
  }

  #judgeOne(row: ScoreRow): void {
    const { answers } = this.metrics;
    this.scoreMany(answers, row);
    this.describe(answers, 0, row);
    this.#leaveOut(row, 1, 0);
  }

  /** False: nobody asks what clients hold. */
  get excludes(): boolean {
    return this.#exclude !== null;
  }

  /** Makes what this client holds not eligible, among scores of many as client i. */
  leaveOutHeld(ledger: Ledger, scores: Scores, stride: number, i: number): void {
    this.#readHeld(ledger);
    this.#leaveOut(scores, stride, i);
  }

  /** Scores many at once from their answers to `metrics`, whatever they hold. */
  scoreMany(answers: Answers, { benefit, fit, eligible }: Scores): void {
    const { stride, clients } = answers;
    for (let n = 0; n < this.#products.length; n++) {
      const { gates, signals, money } = this.#products[n];
      const first = n * stride;
      for (let i = 0; i < clients; i++) {
        eligible[first + i] = passesAll(gates, answers, i) ? 1 : 0;
      }
      signals.fit(answers, fit, first);
      if (money === null) benefit.fill(NaN, first, first + clients);
      else benefitOf(money, answers, benefit, first);
    }
  }

  /** Reads how much client i is and does. */
  describe({ values, stride }: Answers, i: number, row: ClientSize): void {
    row.months = values[this.#months * stride + i];
    row.operations = values[this.#operations * stride + i];
    row.spend = values[this.#spend * stride + i];
  }

  #leaveOut({ eligible }: Scores, stride: number, i: number): void {
    for (let n = 0; n < this.#held.length; n++) eligible[this.#held[n] * stride + i] = 0;
  }

  explain(ledger: Ledger): ProductEvaluation[] {
    const row = this.#explained;
    this.score(ledger, row);
    const { answers } = this.metrics;
    return this.#products.map(({ gates, signals, money }, product) => {
      const fit = row.fit[product];
      const benefit = money === null ? null : row.benefit[product];
      return {
        product,
        eligible: row.eligible[product] === 1,
        ...(this.#held.includes(product) ? { held: true } : {}),
        gates: gates.map((gate, index) => explainGate(gate, index, answers)),
        fit,
        signals: signals.explain(answers),
        benefit,
        lines: money === null ? [] : explainMoney(money, answers),
        expected: benefit === null ? null : benefit * fit,
      };
    });
  }

  #read(ledger: Ledger): void {
    const totals = (this.#totals ??= new ClientTotals(this.#frame, ledger));
    totals.read(ledger);
    this.metrics.read(totals.block);
    this.#readHeld(ledger);
  }

  #readHeld(ledger: Ledger): void {
    if (this.#exclude !== null) this.#held = this.#exclude(ledger);
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
