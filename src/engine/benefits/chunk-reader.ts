import { type ClientBlock, createLargeBlock } from '../features/client-block.ts';
import type { LedgerFrame } from '../features/ledger.ts';
import { createAnswers, type Answers } from './answers.ts';
import { BlockTotals } from './block-totals.ts';
import type { MetricSet } from './metric-set.ts';

/**
 * Clients of a chunk: few enough for all its columns to stay in a processor's cache, and no power
 * of two, because columns that far apart would push each other out of it.
 */
export const CHUNK = 2040;

/** Some clients' answers to one metric. */
export type Numbers = Uint8Array | Float32Array | Float64Array;

/** Lays clients of a chunk open: `clients` of them from the chunk's `first` on. */
export type OpenClients = (first: number, clients: number, block: ClientBlock) => void;

/** Works out some metrics of a set for chunk after chunk of clients. */
export class ChunkReader {
  readonly #metrics: MetricSet;
  readonly #slots: readonly number[];
  readonly #block: ClientBlock;
  readonly #totals: BlockTotals;
  readonly #answers: Answers;

  constructor(frame: LedgerFrame, metrics: MetricSet, slots: readonly number[]) {
    this.#metrics = metrics;
    this.#slots = slots;
    this.#block = createLargeBlock(frame);
    this.#totals = new BlockTotals(this.#block);
    this.#answers = createAnswers(slots.length, CHUNK);
  }

  /** A column for each of the metrics, as narrow as holds its numbers exactly. */
  read(clients: number, open: OpenClients): Numbers[] {
    const { values } = this.#answers;
    const block = this.#block;
    for (let done = 0; done < clients; done += block.clients) {
      open(done, Math.min(block.stride, clients - done), block);
      this.#totals.read();
      this.#metrics.readInto(this.#totals, this.#slots, this.#answers, done);
    }
    return this.#slots.map((_, n) => narrowed(values.subarray(n * CHUNK, n * CHUNK + clients)));
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
