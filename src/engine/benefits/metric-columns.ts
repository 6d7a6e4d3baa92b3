import { createLargeBlock } from '../features/client-block.ts';
import type { Population } from '../features/population.ts';
import { createAnswers, type Answers } from './answers.ts';
import { BlockTotals } from './block-totals.ts';
import { Histogram } from './histogram.ts';
import type { MetricSet } from './metric-set.ts';

/**
 * Clients of a chunk: few enough for all its columns to stay in a processor's cache, and no power
 * of two, because columns that far apart would push each other out of it.
 */
export const CHUNK = 2040;

type Numbers = Uint8Array | Float32Array | Float64Array;

/** One metric of everybody. */
interface Column {
  readonly chunks: Numbers[];
  spread: Histogram | null;
}

/**
 * A population's metrics, column by column, computed once and kept: what a changed catalogue asks
 * again is answered without opening a client. Memory goes by the metrics in use: 1 to 8 bytes for
 * each of every client, as narrow as holds the chunk's numbers exactly.
 */
export class MetricColumns {
  readonly population: Population;
  #columns: ReadonlyMap<string, Column> = new Map();

  constructor(population: Population) {
    this.population = population;
  }

  /** Bytes that the columns take. */
  get bytes(): number {
    let bytes = 0;
    for (const { chunks } of this.#columns.values()) {
      for (const { byteLength } of chunks) bytes += byteLength;
    }
    return bytes;
  }

  /** Computes what is not there yet of these metrics and drops all others. */
  keep(metrics: MetricSet): void {
    const columns = new Map<string, Column>();
    const missing: number[] = [];
    metrics.identities.forEach((identity, slot) => {
      const known = this.#columns.get(identity);
      if (!known) missing.push(slot);
      columns.set(identity, known ?? { chunks: [], spread: null });
    });
    this.#columns = columns;
    if (missing.length > 0) this.#compute(metrics, missing);
  }

  #compute(metrics: MetricSet, slots: readonly number[]): void {
    const { population } = this;
    const block = createLargeBlock(population.frame);
    const totals = new BlockTotals(block);
    const answers = createAnswers(slots.length, CHUNK);
    const columns = slots.map((slot) => this.#column(metrics, slot));
    for (let first = 0; first < population.size; first += CHUNK) {
      const clients = Math.min(CHUNK, population.size - first);
      for (let done = 0; done < clients; done += block.clients) {
        population.openMany(first + done, Math.min(block.stride, clients - done), block);
        totals.read();
        metrics.readInto(totals, slots, answers, done);
      }
      columns.forEach(({ chunks }, n) => {
        chunks.push(narrowed(answers.values.subarray(n * CHUNK, n * CHUNK + clients)));
      });
    }
  }

  #column({ identities }: MetricSet, slot: number): Column {
    return this.#columns.get(identities[slot])!;
  }

  /** Everybody's answers, a chunk at a time: `answers` is refilled for chunk after chunk. */
  *chunks(metrics: MetricSet): Generator<Answers, void, undefined> {
    const columns = metrics.identities.map((_, slot) => this.#column(metrics, slot));
    const answers = createAnswers(columns.length, CHUNK);
    for (let chunk = 0; chunk * CHUNK < this.population.size; chunk++) {
      for (let slot = 0; slot < columns.length; slot++) {
        answers.values.set(columns[slot].chunks[chunk], slot * CHUNK);
      }
      answers.clients = Math.min(CHUNK, this.population.size - chunk * CHUNK);
      yield answers;
    }
  }

  /** How a kept metric is spread over everybody. */
  spread(metrics: MetricSet, slot: number): Histogram {
    const column = this.#column(metrics, slot);
    if (column.spread === null) {
      column.spread = new Histogram();
      const wide = new Float64Array(CHUNK);
      for (const numbers of column.chunks) {
        wide.set(numbers);
        for (let i = 0; i < numbers.length; i++) column.spread.add(wide[i]);
      }
    }
    return column.spread;
  }
}

/** A copy in the narrowest type that gives every number back to the last bit. */
const narrowed = (values: Float64Array): Numbers => {
  if (areBytes(values)) return new Uint8Array(values);
  return areSingles(values) ? new Float32Array(values) : values.slice();
};

const areBytes = (values: Float64Array): boolean => {
  for (let i = 0; i < values.length; i++) if (!Object.is(values[i] & 0xff, values[i])) return false;
  return true;
};

const areSingles = (values: Float64Array): boolean => {
  for (let i = 0; i < values.length; i++) {
    if (!Object.is(Math.fround(values[i]), values[i])) return false;
  }
  return true;
};
