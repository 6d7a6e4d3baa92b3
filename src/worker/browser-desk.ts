import { type Remote, wrap } from 'comlink';
import scriptUrl from './browser-entry.ts?worker&url';
import type { Desk } from './contract.ts';
import { scriptPolicy } from './script-policy.ts';

/** Starts the coordinating worker; the page talks to it and to nothing else. */
export const connectDesk = (): Remote<Desk> =>
  wrap<Desk>(new Worker(scriptPolicy(scriptUrl), { type: 'module', name: 'vygoda' }));
