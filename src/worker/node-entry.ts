import { expose } from 'comlink';
import { nodeEndpoint } from './node-endpoint.ts';
import { parentPort } from 'node:worker_threads';
import { workerPort } from './pool/worker-port.ts';
import { nodeHost } from './sources/node-host.ts';

/** A worker of the pool on Node. */
expose(workerPort(nodeHost), nodeEndpoint(parentPort!));
