import { expose } from 'comlink';
import { ScanService } from './pool/scan-service.ts';
import { transferDumps } from './pool/transfer-dumps.ts';
import { browserHost } from './sources/browser-host.ts';

/** A reading worker in browsers. */
expose(transferDumps(new ScanService(browserHost)));
