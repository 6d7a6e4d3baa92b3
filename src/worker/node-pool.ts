import { wrap } from 'comlink';
import { nodeEndpoint } from './node-endpoint.ts';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Pool, ThreadPool } from './pool.ts';
import { MAX_WORKERS } from './pool/max-workers.ts';
import type { PortHandle, WorkerPort } from './pool/worker-port.ts';
import { type NodeHandle, nodeHost } from './sources/node-host.ts';

/** The threads of Node programs; null: as many as there are processors, at most four. */
export const nodePool = (threads: number | null): Pool => {
  const workers = threads ?? Math.min(availableParallelism(), MAX_WORKERS);
  return new ThreadPool({ host: nodeHost, connect, workers });
};

/** All programs are in one folder: see vite.config.ts. */
const connect = (): PortHandle<NodeHandle> => {
  const worker = new Worker(new URL('./node-entry.js', import.meta.url));
  const broken = new Promise<never>((_, reject) => worker.once('error', reject));
  return {
    port: wrap<WorkerPort<NodeHandle>>(nodeEndpoint(worker)),
    broken,
    close: () => void worker.terminate(),
  };
};
