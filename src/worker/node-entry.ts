import { expose } from 'comlink';
import { nodeEndpoint } from './node-endpoint.ts';
import { parentPort } from 'node:worker_threads';
import { transferDumps } from './pool/transfer-dumps.ts';
import { ScanService } from './pool/scan-service.ts';
import { nodeHost } from './sources/node-host.ts';

/** A reading worker on Node. */
expose(transferDumps(new ScanService(nodeHost)), nodeEndpoint(parentPort!));
