/** Contender: Vygoda on Node, from paths to recommendations ready. Prints one line of JSON. */
import { readFiles, adviseOn } from '../../src/engine/pipeline.ts';
import { NO_CHOICES } from '../../src/engine/ingest/reading-choices.ts';
import { scoreAll } from '../../src/engine/recommendations/score-table.ts';
import { catalogues } from '../../src/presets/catalogues/index.ts';
import { EXAMPLE_FX } from '../../src/presets/fx.ts';
import { VOCABULARY } from '../../src/presets/vocabulary.ts';
import { nodeScanner } from '../../src/worker/node-scanner.ts';
import { nodeSources } from '../../src/worker/sources/node-sources.ts';

const [folder, threads = ''] = process.argv.slice(2);
const paths = ['clients', 'transactions', 'transfers'].map((name) => `${folder}/${name}.csv`);

const start = performance.now();
const sources = await nodeSources(paths);
if (!sources.ok) throw new Error(sources.fault.code);
const fx = EXAMPLE_FX.rates;
const reading = { vocabulary: VOCABULARY, choices: NO_CHOICES, fx, months: null };
const result = await readFiles(sources.value, reading, {
  signal: new AbortController().signal,
  scanner: nodeScanner(threads === '' ? null : Number(threads)),
  onProgress: () => undefined,
});
if (result.outcome !== 'ready') throw new Error(result.outcome);
const read = performance.now();
scoreAll(
  adviseOn(result, catalogues[0], { vocabulary: VOCABULARY, fx, months: null }),
  () => undefined,
);
const end = performance.now();

const sumsOf = (kind: string): unknown =>
  result.report.files.find((file) => file.kind === kind)?.sums;
console.log(
  JSON.stringify({
    seconds: (end - start) / 1000,
    readSeconds: (read - start) / 1000,
    spent: sumsOf('transactions'),
    moved: sumsOf('transfers'),
  }),
);
