import type { ByteSource } from '../bytes/byte-source.ts';
import { Aggregates } from '../features/aggregates.ts';
import type { Bytes } from '../kernel/units.ts';
import type { AskedRange } from './chain-ranges.ts';
import { CodeIndex } from '../features/code-index.ts';
import { ByteWindow } from './byte-window.ts';
import { FastLane } from './fast-lane.ts';
import { KernelMemory } from './kernel-memory.ts';
import type { FilePlan } from './file-plan.ts';
import { findRecordStart } from './find-record-start.ts';
import { Fingerprints } from './fingerprints.ts';
import { OperationScan } from './operation-scan.ts';
import type { OperationContext } from './operation-context.ts';
import { OperationSink } from './operation-sink.ts';
import type { RangeResult } from './range-result.ts';
import type { ByteRange } from './record-scan.ts';
import type { ScanSetup } from './scan-job.ts';
import { streamRange } from './scan-range.ts';
import { Words } from './words.ts';

/** One worker's reader: reads range after range into one set of aggregates. */
export class OperationReader {
  readonly #aggregates: Aggregates;
  readonly #context: OperationContext;
  readonly #countedUpTo: Bytes;
  readonly #memory: KernelMemory | null;
  readonly #fastLane: FastLane | null;
  /** One for all ranges: they are read one after the other. */
  readonly #window: ByteWindow;

  constructor(setup: ScanSetup) {
    this.#aggregates = new Aggregates(setup.layout);
    this.#countedUpTo = setup.identicalUpTo;
    this.#context = {
      vocabulary: setup.vocabulary,
      clients: CodeIndex.from(setup.clients),
      words: new Words(this.#aggregates, setup.vocabulary),
      sink: new OperationSink(this.#aggregates),
      window: setup.window,
      rates: new Set(setup.currencies),
    };
    const memory = setup.fastLane ? KernelMemory.take() : null;
    this.#memory = memory;
    this.#fastLane = memory && new FastLane(memory, { ...this.#context, clients: setup.clients });
    this.#window = new ByteWindow(memory ?? undefined);
  }

  /** What all ranges together come to; nothing is read after that. */
  finish(): Aggregates {
    this.#fastLane?.finish();
    this.#memory?.giveBack();
    return this.#aggregates;
  }

  /** Reads one range of which only a place near its beginning is known: see chain-ranges.ts. */
  async readFrom(
    source: ByteSource,
    plan: FilePlan,
    { from, limit }: AskedRange,
    signal: AbortSignal,
    onProgress: (bytes: Bytes, records: number) => void,
  ): Promise<RangeResult | null> {
    const begin = await findRecordStart(source, plan, from, limit);
    const range = { begin, limit, firstLine: plan.firstDataLine };
    return this.read(source, plan, range, signal, onProgress);
  }

  /** Reads one range; null when the signal stopped it. */
  async read(
    source: ByteSource,
    plan: FilePlan,
    range: ByteRange,
    signal: AbortSignal,
    onProgress: (bytes: Bytes, records: number) => void,
  ): Promise<RangeResult | null> {
    const { sink } = this.#context;
    const counted = source.size === null || source.size <= this.#countedUpTo;
    sink.fingerprints = new Fingerprints(counted);
    const scan = new OperationScan(plan, this.#context, range, this.#fastLane, this.#window);
    let records = 0;
    const finished = await streamRange(source, plan, range, scan, signal, (bytes) => {
      onProgress(bytes, scan.records - records);
      records = scan.records;
    });
    if (!finished) return null;
    const result = scan.finish();
    onProgress(0, result.records - records);
    return result;
  }
}
