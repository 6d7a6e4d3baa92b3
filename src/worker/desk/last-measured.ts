import type { MetricColumns } from '../../engine/benefits/metric-columns.ts';
import { measure, type Judging, type ReadClients } from '../../engine/pipeline.ts';

type Rates = Pick<Judging, 'fx' | 'months'>;

/**
 * The clients as measured last: while they, their rates and their period are the same, another
 * catalogue is answered from what is known already.
 */
export class LastMeasured {
  #kept: {
    readonly read: ReadClients;
    readonly rates: string;
    readonly columns: MetricColumns;
  } | null = null;

  of(read: ReadClients, judging: Judging): MetricColumns {
    const rates = ratesKey(judging);
    if (this.#kept?.read !== read || this.#kept.rates !== rates) {
      // What was kept goes first: two of them would be too much.
      this.#kept = null;
      this.#kept = { read, rates, columns: measure(read, judging) };
    }
    return this.#kept.columns;
  }

  /** What was measured already. */
  keep(read: ReadClients, judging: Rates, columns: MetricColumns): void {
    this.#kept = { read, rates: ratesKey(judging), columns };
  }

  clear(): void {
    this.#kept = null;
  }
}

const ratesKey = ({ fx, months }: Rates): string =>
  JSON.stringify([months, Object.entries(fx).sort(([a], [b]) => (a < b ? -1 : 1))]);
