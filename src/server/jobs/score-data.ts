import { mkdirSync } from 'node:fs';
import type { IngestProgress } from '../../engine/ingest/ingest-input.ts';
import { type ImportReport, refusedReport } from '../../engine/ingest/report.ts';
import type { Fault } from '../../engine/kernel/fault.ts';
import { adviseOn, textsFor } from '../../engine/pipeline.ts';
import { holdingsOfList } from '../../engine/recommendations/holdings.ts';
import { EXAMPLE_FX } from '../../presets/fx.ts';
import { CHANNELS, FACT_SOURCES, LANGUAGE_PACKS } from '../../presets/texts/index.ts';
import { VOCABULARY } from '../../presets/vocabulary.ts';
import { nodePool } from '../../worker/node-pool.ts';
import { readMeasured } from '../../worker/read-measured.ts';
import type { JobProgress, ScoreJob, Scoring } from './job.ts';
import { listSources } from './list-sources.ts';
import { readHoldings } from './read-holdings.ts';
import { shortReport } from './short-report.ts';
import { writeResults } from './write-results.ts';

/** The run of `vygoda score`, into a folder: sources → reading → advice → files. */
export const scoreData = async (
  job: ScoreJob,
  onProgress: (progress: JobProgress) => void,
): Promise<Scoring> => {
  const sources = await listSources(job.files);
  if (!sources.ok) return refused(sources.fault, refusedReport(sources.fault));
  const held = await readHoldings(job.holdings);
  if (!held.ok) return { outcome: 'bad-holdings', fault: held.fault };
  const progress = new ProgressSum(onProgress);
  const { months } = job;
  const fx = { ...EXAMPLE_FX.rates, ...job.fx };
  const reading = { vocabulary: VOCABULARY, choices: job.reading, fx, months };
  const result = await readMeasured(sources.value, reading, job.catalogue, nodePool(null), {
    signal: new AbortController().signal,
    onProgress: (step) => progress.read(step),
  });
  if (result.outcome === 'cancelled') throw new Error('nobody cancels here: the thread is stopped');
  if (result.outcome === 'refused') return refused(result.fault, result.report);

  const holdings = held.value === null ? undefined : holdingsOfList(held.value.pairs);
  const advisor = adviseOn(result, job.catalogue, { ...reading, holdings }, result.columns);
  const texts = textsFor(advisor, {
    packs: LANGUAGE_PACKS,
    language: job.language,
    sources: FACT_SOURCES,
    channel: CHANNELS.push,
  });
  mkdirSync(job.folder, { mode: 0o700 });
  const scored = { ...result, advisor, texts, held: held.value };
  writeResults(scored, job.folder, (clients) => progress.score(clients));
  return { outcome: 'ready' };
};

const refused = (fault: Fault, report: ImportReport): Scoring => ({
  outcome: 'refused',
  fault,
  report: shortReport(report),
});

const INTERVAL_MS = 100;

/** Steps → sums, a few times a second. */
class ProgressSum {
  readonly #tell: (progress: JobProgress) => void;
  #sum: JobProgress = { phase: 'probing', bytes: 0, rows: 0, clients: 0 };
  #pass = 1;
  #told = 0;

  constructor(tell: (progress: JobProgress) => void) {
    this.#tell = tell;
  }

  read({ phase, bytes, records, pass }: IngestProgress): void {
    const before = pass === this.#pass ? this.#sum : { bytes: 0, rows: 0 };
    this.#pass = pass;
    this.#next({ phase, bytes: before.bytes + bytes, rows: before.rows + records, clients: 0 });
  }

  score(clients: number): void {
    this.#next({ ...this.#sum, phase: 'scoring', clients: this.#sum.clients + clients });
  }

  #next(sum: JobProgress): void {
    this.#sum = sum;
    const now = performance.now();
    if (now - this.#told < INTERVAL_MS) return;
    this.#told = now;
    this.#tell(sum);
  }
}
