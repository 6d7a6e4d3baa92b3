import { systemCode } from '../api-error.ts';
import { inspectFiles } from './inspect-files.ts';
import type { Job, JobMessage } from './job.ts';
import { scoreData } from './score-data.ts';

/** Does a job in the thread it is called in, telling how it goes. Always ends with one last message. */
export const doJob = async (job: Job, tell: (message: JobMessage) => void): Promise<void> => {
  try {
    if (job.what === 'inspect') {
      tell({ type: 'inspected', inspection: await inspectFiles(job) });
    } else {
      const scoring = await scoreData(job, (progress) => tell({ type: 'progress', progress }));
      tell({ type: 'scored', scoring });
    }
  } catch (error) {
    const bug = error instanceof Error ? error : new Error(String(error));
    tell({ type: 'failed', code: systemCode(bug), name: bug.name, stack: bug.stack ?? '' });
  }
};
