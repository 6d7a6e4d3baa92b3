import type { ClientTotals } from './client-totals.ts';
import { METRICS } from './metrics.ts';
import type { Metric } from './metric-definition.ts';
import type { MetricRef } from './metric-ref.ts';
import { metricKey, toRef } from './metric-ref.ts';
import type { MetricScope } from './metric-scope.ts';

/** The distinct metrics of a catalogue, each compiled once and computed once per client. */
export class MetricSet {
  /** The present client's values, by slot. */
  values = new Float64Array(0);
  readonly keys: string[] = [];
  readonly refs: MetricRef[] = [];
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
    this.keys.push(key);
    this.refs.push(toRef(ref));
    this.#metrics.push(definition.compile(ref, this.#scope));
    this.values = new Float64Array(this.keys.length);
    return this.keys.length - 1;
  }

  read(totals: ClientTotals): void {
    const metrics = this.#metrics;
    const values = this.values;
    for (let slot = 0; slot < metrics.length; slot++) values[slot] = metrics[slot](totals);
  }
}
