import { createAnswers, type Answers } from './answers.ts';
import type { BlockTotals } from './block-totals.ts';
import { METRICS } from './metrics.ts';
import type { Metric } from './metric.ts';
import type { MetricRef } from './metric-ref.ts';
import { metricKey, toRef } from './metric-ref.ts';
import type { MetricScope } from './metric-scope.ts';

/** The distinct metrics of a catalogue, each compiled once and computed once for every client. */
export class MetricSet {
  /** Of the client read last, by slot. */
  answers: Answers = createAnswers(0, 1);
  readonly keys: string[] = [];
  readonly refs: MetricRef[] = [];
  /**
   * By slot: what a metric's values depend on beside the population. Two catalogues may mean
   * different categories by one group; the same identity is the same value for every client.
   */
  readonly identities: string[] = [];
  readonly #metrics: Metric[] = [];
  readonly #scope: MetricScope;

  constructor(scope: MetricScope) {
    this.#scope = scope;
  }

  /** Where the value of `ref` will stand; call before the first `read`. */
  slot(ref: MetricRef): number {
    const key = metricKey(ref);
    const known = this.keys.indexOf(key);
    if (known >= 0) return known;
    const definition = METRICS.get(ref.metric);
    // A catalogue from outside has been validated, one from inside is compiled in a test.
    if (!definition) throw new Error(`No metric is called "${ref.metric}"`);
    this.#scope.takeLookedUp();
    this.#metrics.push(definition.compile(ref, this.#scope));
    this.keys.push(key);
    this.refs.push(toRef(ref));
    this.identities.push(`${key} ${this.#scope.takeLookedUp()}`);
    this.answers = createAnswers(this.keys.length, 1);
    return this.keys.length - 1;
  }

  /** Answers for the one client of a block. */
  read(totals: BlockTotals): void {
    const metrics = this.#metrics;
    const { values } = this.answers;
    for (let slot = 0; slot < metrics.length; slot++) metrics[slot](totals, values, slot);
  }

  /** Answers some metrics only for a whole block, `slots[n]` in column n of `answers`, from client `at` on. */
  readInto(totals: BlockTotals, slots: readonly number[], answers: Answers, at: number): void {
    const metrics = this.#metrics;
    const { values, stride } = answers;
    for (let n = 0; n < slots.length; n++) metrics[slots[n]](totals, values, n * stride + at);
  }
}
