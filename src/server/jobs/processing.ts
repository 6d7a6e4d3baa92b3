import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bytes } from '../../engine/kernel/units.ts';
import { en } from '../../locales/en/index.ts';
import { ApiError } from '../api-error.ts';
import type { DataFolder } from '../data/data-folder.ts';
import type { StoredFile } from '../data/data-index.ts';
import { answerSentence } from './answer-sentence.ts';
import type { JobProgress, ScoreJob, Scoring } from './job.ts';
import { RESULT_FILES } from './result-files.ts';
import type { RunningJob, StartJob } from './start-job.ts';

export type ProcessOptions = Omit<ScoreJob, 'what' | 'files' | 'folder'>;

/** The scoring under way, as /health shows it. */
export interface ProcessingState extends JobProgress {
  readonly bytesTotal: Bytes;
  readonly elapsedMs: number;
}

interface Run {
  readonly job: RunningJob;
  readonly start: number;
  readonly bytesTotal: Bytes;
  progress: JobProgress;
}

/** One scoring at a time, of everything uploaded when it starts. The results before it stand until it is done. */
export class Processing {
  readonly #data: DataFolder;
  readonly #start: StartJob;
  #run: Run | null = null;
  /** Settled when nothing of the last run is left to do. */
  #ended: Promise<void> = Promise.resolve();

  constructor(data: DataFolder, start: StartJob) {
    this.#data = data;
    this.#start = start;
  }

  get state(): ProcessingState | null {
    if (this.#run === null) return null;
    const { progress, bytesTotal, start } = this.#run;
    return { ...progress, bytesTotal, elapsedMs: Math.round(performance.now() - start) };
  }

  /** Scores; returns the answer as JSON text. */
  run(options: ProcessOptions): Promise<string> {
    if (this.#run !== null) throw underWay();
    const answer = this.#data
      .reading((files) => this.#score(options, files))
      .finally(() => (this.#run = null));
    this.#ended = answer.then(ignore, ignore);
    return answer;
  }

  async #score(options: ProcessOptions, files: readonly StoredFile[]): Promise<string> {
    const folder = this.#data.newPath();
    const jobFiles = files.map(({ id, name, bytes }) => ({
      path: this.#data.pathOf(id),
      name,
      bytes,
    }));
    const run: Run = {
      job: this.#start({ what: 'score', files: jobFiles, folder, ...options }, (progress) => {
        run.progress = progress;
      }),
      start: performance.now(),
      bytesTotal: files.reduce((sum, { bytes }) => sum + bytes, 0),
      progress: { phase: 'probing', bytes: 0, rows: 0, clients: 0 },
    };
    this.#run = run;
    try {
      const result = await run.job.result;
      if (result.type !== 'scored') throw new Error(`the worker answered ${result.type}`);
      if (result.scoring.outcome !== 'ready') throw refusal(result.scoring);
      const answer = await readFile(join(folder, RESULT_FILES.answer), 'utf8');
      await this.#data.keepResult(folder);
      return answer;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Stops the scoring under way, if there is one, and waits until nothing of it is left. */
  async cancel(): Promise<void> {
    await this.#run?.job.stop();
    await this.#ended;
  }
}

const ignore = (): void => undefined;

export const underWay = (): ApiError =>
  new ApiError('processing', 'The data are being processed: wait, or send DELETE /process');

const refusal = (scoring: Exclude<Scoring, { outcome: 'ready' }>): ApiError => {
  if (scoring.outcome === 'bad-holdings') {
    const sentence = `The holdings cannot be used: ${en.checks.sideFaults[scoring.fault]}`;
    return new ApiError('bad-holdings', sentence);
  }
  const { fault, report } = scoring;
  const faults = [...report.faults, ...report.files.flatMap((file) => file.faults)];
  const errors = faults.filter(({ severity }) => severity === 'error');
  return new ApiError('refused', answerSentence(fault), {
    faults: errors.length > 0 ? errors : [fault],
    report,
  });
};
