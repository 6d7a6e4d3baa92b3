import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { doJob } from './jobs/do-job.ts';
import type { Job } from './jobs/job.ts';

// A thread for one job, so that the server's own thread is always free to answer; and it comes first
// where processors are few. Linux gives each thread a priority of its own, others only the process.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

if (parentPort !== null) {
  const port = parentPort;
  await doJob(workerData as Job, (message) => port.postMessage(message));
}
