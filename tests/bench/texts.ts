import { offersExport } from '../../src/engine/export/export-rows.ts';
import { writeCsv } from '../../src/engine/export/write-export.ts';
import { standard } from '../../src/presets/catalogues/standard.ts';
import { adviseSources } from '../fixtures/read-demo.ts';
import { demoSources } from '../fixtures/demo-sources.ts';

/**
 * Writes the texts of a million clients as CSV, piece by piece, as the page's worker does, and says
 * how fast and what the heap does meanwhile. The clients are those of the demo, again and again.
 */
const CLIENTS = 10_000;
const TEXTS = Number(process.argv[2] ?? 1_000_000);

const { advisor, texts } = await adviseSources(demoSources(CLIENTS, 7), standard);
const heap = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
};
function* clients(): Generator<number, void, undefined> {
  for (let at = 0; at < TEXTS; at++) yield at % CLIENTS;
}
let bytes = 0;
let failed = 0;
let most = 0;
const before = heap();
const start = process.cpuUsage();
const rows = writeCsv(
  offersExport(advisor, texts, () => failed++),
  clients(),
  (chunk) => {
    bytes += chunk.length;
    most = Math.max(most, process.memoryUsage().heapUsed / 2 ** 20);
  },
);
const { user, system } = process.cpuUsage(start);
const seconds = (user + system) / 1e6;
process.stdout.write(
  [
    `${String(rows)} texts, ${String(failed)} held back, ${(bytes / 2 ** 20).toFixed(0)} MiB of CSV`,
    `${seconds.toFixed(1)} s of processor time, ${(rows / seconds).toFixed(0)} texts a second`,
    `heap ${before.toFixed(0)} MiB before, ${most.toFixed(0)} at most, ${heap().toFixed(0)} after`,
  ].join('\n') + '\n',
);
