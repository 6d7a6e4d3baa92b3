import { wrap } from 'comlink';
import { type Pool, ThreadPool } from './pool.ts';
import { MAX_WORKERS } from './pool/max-workers.ts';
import type { PortHandle, WorkerPort } from './pool/worker-port.ts';
import { browserHost } from './sources/browser-host.ts';
import { scriptPolicy } from './script-policy.ts';

/** The threads of the page: its coordinating worker starts the others itself. */
export const browserPool = (scriptUrl: string): Pool =>
  new ThreadPool({
    host: browserHost,
    connect: () => connect(scriptUrl),
    workers: Math.min(navigator.hardwareConcurrency, MAX_WORKERS),
  });

const connect = (scriptUrl: string): PortHandle<Blob> => {
  const worker = new Worker(scriptPolicy(scriptUrl), { type: 'module', name: 'vygoda-scan' });
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      reject(new Error(`a reading worker failed: ${event.message || 'it could not be loaded'}`));
    });
  });
  return { port: wrap<WorkerPort<Blob>>(worker), broken, close: () => worker.terminate() };
};
