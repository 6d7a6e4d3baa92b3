/** The limit: streams the chosen files in two workers and touches nothing. Prints one line of JSON. */
import { join } from 'node:path';
import { inChromium } from './in-chromium.ts';

const [folder] = process.argv.slice(2);
const pages = 'tests/bench/contenders/page';
await inChromium(folder, {
  '/worker.js': join(pages, 'raw-worker.js'),
  '/raw-reader.js': join(pages, 'raw-reader.js'),
});
