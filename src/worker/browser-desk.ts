import { type Remote, wrap } from 'comlink';
import deskUrl from './browser-entry.ts?worker&url';
import scanUrl from './browser-scan-entry.ts?worker&url';
import type { Desk } from './contract.ts';
import type { DeskStart } from './desk-start.ts';
import { scriptPolicy } from './script-policy.ts';

/** The programs of all workers, as text: none is fetched once the page has been sealed. */
export interface WorkerScripts {
  readonly desk: string;
  readonly scan: string;
}

export const fetchWorkerScripts = async (): Promise<WorkerScripts> => {
  const [desk, scan] = await Promise.all([deskUrl, scanUrl].map(scriptText));
  return { desk, scan };
};

const scriptText = async (url: string): Promise<string> => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`a worker's program is missing: ${String(answer.status)}`);
  return answer.text();
};

/**
 * The coordinating worker; the page talks to it and to nothing else. Questions may be asked at once
 * and wait until it runs, which is when `scripts` are there. A worker started from a blob has the
 * policy of its page, whatever headers the host sends with a script. `onBroken`: it will never answer.
 */
export const connectDesk = (
  scripts: Promise<WorkerScripts>,
  onBroken: (reason: unknown) => void,
): Remote<Desk> => {
  const { port1, port2 } = new MessageChannel();
  const start = ({ desk, scan }: WorkerScripts): void => {
    const worker = new Worker(scriptPolicy(startable(desk, deskUrl)), {
      type: 'module',
      name: 'vygoda',
    });
    worker.addEventListener('error', (event) => {
      onBroken(event.message || 'the worker could not start');
    });
    const first: DeskStart = { port: port2, scanScript: startable(scan, scanUrl) };
    worker.postMessage(first, [port2]);
  };
  scripts.then(start).catch(onBroken);
  return wrap<Desk>(port1);
};

/** The development server's modules import one another by address, which a blob has not. */
const startable = (script: string, url: string): string =>
  import.meta.env.DEV ? url : URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
