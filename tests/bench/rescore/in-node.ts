import type { Catalogue } from '../../../src/engine/benefits/catalogue.ts';
import { NO_CHOICES } from '../../../src/engine/ingest/reading-choices.ts';
import { adviseOn, measure, readFiles } from '../../../src/engine/pipeline.ts';
import { scoreAll } from '../../../src/engine/recommendations/score-table.ts';
import { catalogues } from '../../../src/presets/catalogues/index.ts';
import { EXAMPLE_FX } from '../../../src/presets/fx.ts';
import { VOCABULARY } from '../../../src/presets/vocabulary.ts';
import { nodePool } from '../../../src/worker/node-pool.ts';
import { nodeSources } from '../../../src/worker/sources/node-sources.ts';
import { EDITS } from './edits.ts';
import { type Figure, median } from './figure.ts';

const TURNS = 3;
const WHERE = 'Node, one thread';
const MILLION = 1e6;

/** One thread of Node. Processor time: a busy machine counts for less in it than in the clock's. */
export const rescoreInNode = async (paths: readonly string[]): Promise<Figure[]> => {
  const judging = { vocabulary: VOCABULARY, fx: EXAMPLE_FX.rates, months: null };
  const sources = await nodeSources([...paths]);
  if (!sources.ok) throw new Error(sources.fault.code);
  const pool = nodePool(null);
  const read = await readFiles(
    sources.value,
    { ...judging, choices: NO_CHOICES },
    {
      signal: new AbortController().signal,
      scanner: pool.scan,
      onProgress: () => undefined,
    },
  ).finally(() => pool.close());
  if (read.outcome !== 'ready') throw new Error(read.outcome);
  const score = (catalogue: Catalogue, columns = measure(read, judging)): void => {
    scoreAll(adviseOn(read, catalogue, judging, columns), () => undefined);
  };

  const clients = read.clients.size;
  return catalogues.flatMap((catalogue) => {
    const first = Array.from({ length: TURNS }, () => timed(() => score(catalogue)));
    const columns = measure(read, judging);
    score(catalogue, columns);
    const edits = EDITS.map(({ name, edit }): Figure => {
      const times = Array.from({ length: TURNS }, (_, turn) => {
        score(catalogue, columns);
        return timed(() => score(edit(catalogue, turn), columns));
      });
      return { where: WHERE, clients, catalogue: catalogue.id, what: name, ms: median(times) };
    });
    score(catalogue, columns);
    const about = `the first time; ${Math.round(columns.bytes / MILLION)} MB of columns`;
    return [
      { where: WHERE, clients, catalogue: catalogue.id, what: about, ms: median(first) },
      ...edits,
    ];
  });
};

const timed = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
