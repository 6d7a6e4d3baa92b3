import { parentPort, workerData } from 'node:worker_threads';
import { doJob } from './jobs/do-job.ts';
import type { Job } from './jobs/job.ts';

// A thread for one job, so that the server's own thread is always free to answer.
if (parentPort !== null) {
  const port = parentPort;
  await doJob(workerData as Job, (message) => port.postMessage(message));
}
