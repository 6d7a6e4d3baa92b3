import { Worker } from 'node:worker_threads';
import { ApiError, diskFull, isNoRoom } from '../api-error.ts';
import type { Job, JobMessage, JobProgress } from './job.ts';

/** The last message of a job that did not fail. */
type JobResult = Extract<JobMessage, { type: 'inspected' | 'scored' }>;

export interface RunningJob {
  /** Rejects with an ApiError where the system or a stop is to blame, with another error for a bug. */
  readonly result: Promise<JobResult>;
  /** Ends it at once and frees what it held; `result` rejects as cancelled. */
  stop(): Promise<void>;
}

export type StartJob = (job: Job, onProgress: (progress: JobProgress) => void) => RunningJob;

/** Starts a job in a thread of its own. */
export const startJob: StartJob = (job, onProgress) => {
  // Beside this program in dist-node; see the inputs of vite.config.ts.
  const worker = new Worker(new URL('./process-worker.js', import.meta.url), { workerData: job });
  let stopped = false;
  const result = new Promise<JobResult>((resolve, reject) => {
    worker.on('message', (message: JobMessage) => {
      if (message.type === 'progress') onProgress(message.progress);
      else if (message.type === 'failed') reject(failureOf(message));
      else resolve(message);
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? outOfMemory() : error);
    });
    worker.on('exit', () => reject(stopped ? cancelled() : new Error('the worker ended early')));
  });
  const stop = async (): Promise<void> => {
    stopped = true;
    await worker.terminate();
  };
  return { result, stop };
};

/** What a worker could not do, as the error it stands for. */
const failureOf = ({ code, name, stack }: Extract<JobMessage, { type: 'failed' }>): Error => {
  if (isNoRoom(code)) return diskFull();
  const bug = new Error(code);
  bug.name = name;
  bug.stack = stack;
  return bug;
};

const cancelled = (): ApiError => new ApiError('cancelled', 'The processing was cancelled');

const outOfMemory = (): ApiError =>
  new ApiError('out-of-memory', 'The data need more memory than this server has');
