/** Contender: Papa Parse in a worker of Chromium, and the same simple grouping. Prints one line of JSON. */
import { inChromium } from './in-chromium.ts';

const [folder] = process.argv.slice(2);
await inChromium(folder, {
  '/worker.js': 'tests/bench/contenders/page/papa-worker.js',
  '/papaparse.js': 'node_modules/papaparse/papaparse.min.js',
});
