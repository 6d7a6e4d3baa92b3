import { transfer } from 'comlink';
import { buffersOf, dumpBuffers } from '../../engine/features/dump-buffers.ts';
import type { Host } from '../sources/source-spec.ts';
import type { MeasurePort } from './measure-port.ts';
import { MeasureService } from './measure-service.ts';
import type { ScanPort } from './scan-port.ts';
import { ScanService } from './scan-service.ts';

/** A worker of the pool as its coordinator sees it: it reads, and then it measures. */
export interface WorkerPort<Handle> extends ScanPort<Handle>, MeasurePort {}

/** A port and the way to be rid of it. */
export interface PortHandle<Handle> {
  readonly port: WorkerPort<Handle>;
  /** Rejects when the worker could not start or died: no answer would ever come. */
  readonly broken?: Promise<never>;
  close(): void;
}

/** What a worker's thread exposes: what it hands over leaves the thread without being copied. */
export const workerPort = <Handle>(host: Host<Handle>): WorkerPort<Handle> => {
  const scan = new ScanService(host);
  const measure = new MeasureService();
  return {
    start: (start) => scan.start(start),
    read: (pieces) => scan.read(pieces),
    counts: () => scan.counts(),
    cancel: () => scan.cancel(),
    collect: async () => {
      const dump = await scan.collect();
      return transfer(dump, dumpBuffers(dump));
    },
    prepare: (start) => measure.prepare(start),
    measure: async (part) => {
      const columns = await measure.measure(part);
      return transfer(columns, buffersOf(columns));
    },
  };
};
