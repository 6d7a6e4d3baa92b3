/** Contender: Vygoda on Node, from paths to recommendations ready. Prints one line of JSON. */
import type { Catalogue } from '../../../src/engine/benefits/catalogue.ts';
import { NO_CHOICES } from '../../../src/engine/ingest/reading-choices.ts';
import { adviseOn } from '../../../src/engine/pipeline.ts';
import { scoreAll } from '../../../src/engine/recommendations/score-table.ts';
import { catalogues } from '../../../src/presets/catalogues/index.ts';
import { EXAMPLE_FX } from '../../../src/presets/fx.ts';
import { VOCABULARY } from '../../../src/presets/vocabulary.ts';
import { nodePool } from '../../../src/worker/node-pool.ts';
import { readMeasured } from '../../../src/worker/read-measured.ts';
import { nodeSources } from '../../../src/worker/sources/node-sources.ts';

const [folder, threads] = process.argv.slice(2);
const paths = ['clients', 'transactions', 'transfers'].map((name) => `${folder}/${name}.csv`);

const start = performance.now();
const sources = await nodeSources(paths);
if (!sources.ok) throw new Error(sources.fault.code);
const fx = EXAMPLE_FX.rates;
const reading = { vocabulary: VOCABULARY, choices: NO_CHOICES, fx, months: null };
const pool = nodePool(Number(threads));
const result = await readMeasured(sources.value, reading, catalogues[0], pool, {
  signal: new AbortController().signal,
  onProgress: () => undefined,
});
if (result.outcome !== 'ready') throw new Error(result.outcome);
scoreAll(adviseOn(result, catalogues[0], reading, result.columns), () => undefined);
const seconds = (performance.now() - start) / 1000;

const sumsOf = (kind: string): unknown =>
  result.report.files.find((file) => file.kind === kind)?.sums;

/** Over all clients, by product: what another program must come to by the same formulas. */
const benefitsUnder = (catalogue: Catalogue): Record<string, number> => {
  const advisor = adviseOn(result, catalogue, reading);
  const totals = catalogue.products.map(() => 0);
  for (let client = 0; client < advisor.population.size; client++) {
    advisor.advise(client);
    totals.forEach((_, product) => {
      totals[product] += advisor.scores.benefit[product];
    });
  }
  return Object.fromEntries(catalogue.products.map(({ code }, at) => [code, totals[at]]));
};

console.log(
  JSON.stringify({
    seconds,
    version: `Node ${process.versions.node}`,
    spent: sumsOf('transactions'),
    moved: sumsOf('transfers'),
    benefits: benefitsUnder(catalogues.find(({ id }) => id === 'seed')!),
  }),
);
