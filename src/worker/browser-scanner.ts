import { wrap } from 'comlink';
import type { Scanner } from '../engine/ingest/scan-job.ts';
import { poolScanner } from './pool.ts';
import { MAX_WORKERS } from './pool/max-workers.ts';
import type { PortHandle, ScanPort } from './pool/scan-port.ts';
import { browserHost } from './sources/browser-host.ts';
import { scriptPolicy } from './script-policy.ts';

/** The scanner of the page's coordinating worker, which starts the reading ones itself. */
export const browserScanner = (scriptUrl: string): Scanner =>
  poolScanner({
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
  return { port: wrap<ScanPort<Blob>>(worker), broken, close: () => worker.terminate() };
};
