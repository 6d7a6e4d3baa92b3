/**
 * Scoring on one thread of Node: `node tests/run-typescript.mjs tests/bench/rescore-node.ts FOLDER`.
 * Prints one line of JSON with milliseconds, medians of several turns.
 */
import type { Catalogue } from '../../src/engine/benefits/catalogue.ts';
import { NO_CHOICES } from '../../src/engine/ingest/reading-choices.ts';
import { adviseOn, measure, readFiles } from '../../src/engine/pipeline.ts';
import { scoreAll } from '../../src/engine/recommendations/score-table.ts';
import { catalogues } from '../../src/presets/catalogues/index.ts';
import { EXAMPLE_FX } from '../../src/presets/fx.ts';
import { VOCABULARY } from '../../src/presets/vocabulary.ts';
import { nodeScanner } from '../../src/worker/node-scanner.ts';
import { nodeSources } from '../../src/worker/sources/node-sources.ts';
import { EDITS } from './edits.ts';

const TURNS = 5;

const [folder] = process.argv.slice(2);
const paths = ['clients', 'transactions', 'transfers'].map((name) => `${folder}/${name}.csv`);
const sources = await nodeSources(paths);
if (!sources.ok) throw new Error(sources.fault.code);
const judging = { vocabulary: VOCABULARY, fx: EXAMPLE_FX.rates, months: null };
const read = await readFiles(
  sources.value,
  { ...judging, choices: NO_CHOICES },
  {
    signal: new AbortController().signal,
    scanner: nodeScanner(null),
    onProgress: () => undefined,
  },
);
if (read.outcome !== 'ready') throw new Error(read.outcome);
const bytesHeld = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().arrayBuffers;
};

/** Processor time of this thread, so that a busy machine does not matter. */
const timed = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const score = (catalogue: Catalogue, columns = measure(read, judging)): void => {
  scoreAll(adviseOn(read, catalogue, judging, columns), () => undefined);
};

for (const catalogue of catalogues) {
  const first = Array.from({ length: TURNS }, () => timed(() => score(catalogue)));
  const without = bytesHeld();
  const columns = measure(read, judging);
  const measured = bytesHeld();
  score(catalogue, columns);
  const kept = bytesHeld();
  const again = Object.fromEntries(
    EDITS.map(({ name, edit }) => {
      const times = Array.from({ length: TURNS }, (_, turn) => {
        score(catalogue, columns);
        return timed(() => score(edit(catalogue, turn), columns));
      });
      return [name, Math.round(median(times))];
    }),
  );
  console.log(
    JSON.stringify({
      catalogue: catalogue.id,
      clients: read.clients.size,
      first: Math.round(median(first)),
      again,
      populationMB: Math.round((measured - without) / 1e6),
      columnsMB: Math.round((kept - measured) / 1e6),
    }),
  );
}
