/** Contender: DuckDB-WASM in Chromium, read_csv and a simple GROUP BY. Prints one line of JSON. */
import { join } from 'node:path';
import { build } from 'vite';
import { inChromium } from './in-chromium.ts';

const [folder, installed] = process.argv.slice(2);
const dist = join(installed, 'node_modules/@duckdb/duckdb-wasm/dist');
const outDir = join(installed, 'worker');
await build({
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { '@duckdb/duckdb-wasm': join(dist, 'duckdb-browser.mjs') } },
  build: {
    outDir,
    lib: {
      entry: 'tests/bench/contenders/page/duckdb-worker.js',
      name: 'contender',
      formats: ['iife'],
      fileName: () => 'worker.js',
    },
  },
});
await inChromium(folder, {
  '/worker.js': join(outDir, 'worker.js'),
  '/duckdb.js': join(dist, 'duckdb-browser-eh.worker.js'),
  '/duckdb.wasm': join(dist, 'duckdb-eh.wasm'),
});
