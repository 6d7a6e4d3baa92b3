import { expose } from 'comlink';
import { workerPort } from './pool/worker-port.ts';
import { browserHost } from './sources/browser-host.ts';

/** A worker of the pool in browsers. */
expose(workerPort(browserHost));
