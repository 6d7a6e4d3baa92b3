import type { RunningJob, StartJob } from './start-job.ts';

/** Knows the jobs that run, so that all of them can be ended. */
export class Jobs {
  readonly #running = new Set<RunningJob>();
  readonly #start: StartJob;

  constructor(start: StartJob) {
    this.#start = start;
  }

  readonly start: StartJob = (job, onProgress) => {
    const running = this.#start(job, onProgress);
    this.#running.add(running);
    const forget = (): void => void this.#running.delete(running);
    running.result.then(forget, forget);
    return running;
  };

  async stopAll(): Promise<void> {
    await Promise.all([...this.#running].map((job) => job.stop()));
  }
}
