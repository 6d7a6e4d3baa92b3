import type { Population } from '../features/population.ts';
import { createAnswers, type Answers } from './answers.ts';
import { CHUNK, ChunkReader, type Numbers } from './chunk-reader.ts';
import { Histogram } from './histogram.ts';
import type { MetricSet } from './metric-set.ts';

/** One metric of everybody. */
interface Column {
  readonly chunks: readonly Numbers[];
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

  get chunkCount(): number {
    return Math.ceil(this.population.size / CHUNK);
  }

  /** How many clients a chunk has. */
  clientsOf(chunk: number): number {
    return Math.min(CHUNK, this.population.size - chunk * CHUNK);
  }

  /** Drops all but these metrics; slots of those that are not there yet. */
  missing({ identities }: MetricSet): number[] {
    const wanted = new Set(identities);
    this.#columns = new Map([...this.#columns].filter(([identity]) => wanted.has(identity)));
    return identities.flatMap((identity, slot) => (this.#columns.has(identity) ? [] : [slot]));
  }

  /** Computes what is not there yet of these metrics and drops all others. */
  keep(metrics: MetricSet): void {
    const slots = this.missing(metrics);
    if (slots.length === 0) return;
    const read = this.reader(metrics, slots);
    this.take(
      metrics,
      slots,
      Array.from({ length: this.chunkCount }, (_, chunk) => read(chunk)),
    );
  }

  /** What computes some metrics of one chunk, and keeps nothing. */
  reader(metrics: MetricSet, slots: readonly number[]): (chunk: number) => Numbers[] {
    const { population } = this;
    const reader = new ChunkReader(population.frame, metrics, slots);
    return (chunk) =>
      reader.read(this.clientsOf(chunk), (first, clients, block) => {
        population.openMany(chunk * CHUNK + first, clients, block);
      });
  }

  /** Keeps what a reader of these slots made of all chunks. */
  take({ identities }: MetricSet, slots: readonly number[], chunks: readonly Numbers[][]): void {
    const taken = slots.map((slot, n): [string, Column] => [
      identities[slot],
      { chunks: chunks.map((columns) => columns[n]), spread: null },
    ]);
    this.#columns = new Map([...this.#columns, ...taken]);
  }

  #column({ identities }: MetricSet, slot: number): Column {
    return this.#columns.get(identities[slot])!;
  }

  /** Everybody's answers, a chunk at a time: `answers` is refilled for chunk after chunk. */
  *chunks(metrics: MetricSet): Generator<Answers, void, undefined> {
    const columns = metrics.identities.map((_, slot) => this.#column(metrics, slot));
    const answers = createAnswers(columns.length, CHUNK);
    for (let chunk = 0; chunk < this.chunkCount; chunk++) {
      for (let slot = 0; slot < columns.length; slot++) {
        answers.values.set(columns[slot].chunks[chunk], slot * CHUNK);
      }
      answers.clients = this.clientsOf(chunk);
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
