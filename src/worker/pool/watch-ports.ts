import type { ScanHooks } from '../../engine/ingest/scan-job.ts';
import type { ScanPort } from './scan-port.ts';

const INTERVAL_MS = 100;

/**
 * Asks the workers time and again how far they are, and passes on a cancel. Returns what stops it,
 * after a last question.
 */
export const watchPorts = <Handle>(
  ports: readonly ScanPort<Handle>[],
  { signal, onProgress }: ScanHooks,
): (() => Promise<void>) => {
  const ask = async (port: ScanPort<Handle>): Promise<void> => {
    if (signal.aborted) await port.cancel();
    else for (const counts of await port.counts()) onProgress(counts);
  };
  const askAll = async (): Promise<void> => {
    await Promise.all(ports.map(ask));
  };
  let timer: ReturnType<typeof setTimeout>;
  let asked = Promise.resolve();
  const askAgain = (): void => {
    asked = askAll();
    timer = setTimeout(() => void asked.then(askAgain), INTERVAL_MS);
  };
  askAgain();
  return async () => {
    clearTimeout(timer);
    await asked;
    clearTimeout(timer);
    await askAll();
  };
};
