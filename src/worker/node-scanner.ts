import { wrap } from 'comlink';
import { nodeEndpoint } from './node-endpoint.ts';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { scanLocally } from '../engine/ingest/local-scanner.ts';
import type { Scanner } from '../engine/ingest/scan-job.ts';
import { poolScanner } from './pool.ts';
import { MAX_WORKERS } from './pool/max-workers.ts';
import type { PortHandle, ScanPort } from './pool/scan-port.ts';
import { type NodeHandle, nodeHost } from './sources/node-host.ts';

/** The scanner of Node programs; null: as many threads as there are processors, at most four. */
export const nodeScanner = (threads: number | null): Scanner => {
  const workers = threads ?? Math.min(availableParallelism(), MAX_WORKERS);
  return workers > 1 ? poolScanner({ host: nodeHost, connect, workers }) : scanLocally;
};

/** All programs are in one folder: see vite.config.ts. */
const connect = (): PortHandle<NodeHandle> => {
  const worker = new Worker(new URL('./node-entry.js', import.meta.url));
  const broken = new Promise<never>((_, reject) => worker.once('error', reject));
  return {
    port: wrap<ScanPort<NodeHandle>>(nodeEndpoint(worker)),
    broken,
    close: () => void worker.terminate(),
  };
};
