/**
 * `npm run bench:rescore -- [in the page = 1000000] [in Node = 100000]`: how long so many clients are scored,
 * the first time and after a change of the catalogue. Writes the figures into tests/bench/README.md;
 * 0 leaves a part out, and then nothing is written. A million clients want 8 GB of disk, once.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { demoOnDisk } from './demo-on-disk.ts';
import { rescoreInChromium } from './in-chromium.ts';
import { rescoreInNode } from './in-node.ts';

const README = 'tests/bench/README.md';
const [inPage = 1_000_000, inNode = 100_000] = process.argv.slice(2).map(Number);
const demo = (clients: number): string[] =>
  demoOnDisk(join(process.env.VYGODA_DEMO ?? 'node_modules/.cache', `demo-${clients}`), clients);

const figures = [
  ...(inNode > 0 ? await rescoreInNode(demo(inNode)) : []),
  ...(inPage > 0 ? await rescoreInChromium(demo(inPage), inPage) : []),
];
const rows = figures.map(
  ({ where, clients, catalogue, what, ms }) =>
    `| ${where} | ${clients.toLocaleString('en')} | \`${catalogue}\` | ${what} | ${Math.round(ms)} | ${((ms * 1000) / clients).toFixed(2)} |`,
);
const [{ model }] = cpus();
const load = loadavg()[1].toFixed(1);
const text = [
  `${availableParallelism()} processors (${model.trim()}, load ${load}), Node ${process.versions.node}; medians of 3,`,
  `${new Date().toISOString().slice(0, 10)}. Node: processor time of the whole process; Chromium: the clock, from the`,
  'question of the page to the answer of its worker.',
  '',
  '| where | clients | catalogue | changed | ms | µs a client |',
  '| --- | ---: | --- | --- | ---: | ---: |',
  ...rows,
].join('\n');
console.log(text);
if (inPage > 0 && inNode > 0) {
  const readme = readFileSync(README, 'utf8');
  writeFileSync(
    README,
    readme.replace(/(<!-- rescore -->)[^]*(<!-- \/rescore -->)/, `$1\n\n${text}\n\n$2`),
  );
}
process.exit(0);
