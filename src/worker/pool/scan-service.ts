import { ReadError } from '../../engine/bytes/read-error.ts';
import type { AggregatesDump } from '../../engine/features/aggregates.ts';
import { OperationReader } from '../../engine/ingest/operation-reader.ts';
import type { RangeResult } from '../../engine/ingest/range-result.ts';
import { wholeFile } from '../../engine/ingest/scan-range.ts';
import { openSource } from '../sources/open-source.ts';
import type { Host } from '../sources/source-spec.ts';
import type { ScanCounts, ScanPiece, ScanPort, ScanReply, ScanStart } from './scan-port.ts';

/** The reading worker, whatever thread it lives in. */
export class ScanService<Handle> implements ScanPort<Handle> {
  readonly #host: Host<Handle>;
  #start: ScanStart<Handle> | null = null;
  #reader: OperationReader | null = null;
  #abort = new AbortController();
  #counts = new Map<number, { bytes: number; records: number }>();

  constructor(host: Host<Handle>) {
    this.#host = host;
  }

  start(start: ScanStart<Handle>): Promise<void> {
    this.#start = start;
    this.#reader = new OperationReader(start.setup);
    this.#abort = new AbortController();
    this.#counts.clear();
    return Promise.resolve();
  }

  async read(pieces: readonly ScanPiece[]): Promise<ScanReply> {
    const results: RangeResult[] = [];
    try {
      for (const piece of pieces) {
        const result = await this.#read(piece);
        if (result === null) return { kind: 'cancelled' };
        results.push(result);
      }
      return { kind: 'read', results };
    } catch (error) {
      if (error instanceof ReadError) return { kind: 'failed', fault: error.fault };
      throw error;
    }
  }

  #read({ file, range, exact }: ScanPiece): Promise<RangeResult | null> {
    const { spec, plan } = this.#start!.files[file];
    const reader = this.#reader!;
    const source = openSource(spec, this.#host);
    const { signal } = this.#abort;
    const onProgress = (bytes: number, records: number): void => this.#count(file, bytes, records);
    if (range === null) return reader.read(source, plan, wholeFile(plan), signal, onProgress);
    if (!exact) return reader.readFrom(source, plan, range, signal, onProgress);
    const { from: begin, limit } = range;
    const whole = { begin, limit, firstLine: plan.firstDataLine };
    return reader.read(source, plan, whole, signal, onProgress);
  }

  #count(file: number, bytes: number, records: number): void {
    const counts = this.#counts.get(file) ?? { bytes: 0, records: 0 };
    counts.bytes += bytes;
    counts.records += records;
    this.#counts.set(file, counts);
  }

  counts(): Promise<ScanCounts> {
    const counts = [...this.#counts].map(([file, sums]) => ({ file, ...sums }));
    this.#counts.clear();
    return Promise.resolve(counts);
  }

  cancel(): Promise<void> {
    this.#abort.abort();
    return Promise.resolve();
  }

  collect(): Promise<AggregatesDump> {
    const dump = this.#reader!.finish().dump();
    this.#start = this.#reader = null;
    return Promise.resolve(dump);
  }
}
