import type { ScanHooks } from '../../engine/ingest/scan-job.ts';
import type { ScanPort } from './scan-port.ts';

const INTERVAL_MS = 50;

/**
 * Asks the workers time and again how far they are, and passes on a cancel. Returns what stops it,
 * after a last question.
 */
export const watchPorts = <Handle>(
  ports: readonly ScanPort<Handle>[],
  { signal, onProgress }: ScanHooks,
): (() => Promise<void>) => {
  let stopped = false;
  const ask = async (port: ScanPort<Handle>): Promise<void> => {
    for (const counts of await port.counts()) onProgress(counts);
  };
  const askAll = async (): Promise<void> => {
    if (signal.aborted) await Promise.all(ports.map((port) => port.cancel()));
    else await Promise.all(ports.map(ask));
  };
  const watch = async (): Promise<void> => {
    while (!stopped) {
      await askAll();
      await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
    }
  };
  const watching = watch();
  return async () => {
    stopped = true;
    await watching;
    await askAll();
  };
};
