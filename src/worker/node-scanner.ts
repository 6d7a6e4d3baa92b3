import { scanLocally } from '../engine/ingest/local-scanner.ts';
import type { Scanner } from '../engine/ingest/scan-job.ts';

/** The scanner of Node programs. */
export const nodeScanner = (_threads: number | null): Scanner => scanLocally;
