import { ReadError } from '../../engine/bytes/read-error.ts';
import type { RangeResult } from '../../engine/ingest/range-result.ts';
import type { Task } from './plan-tasks.ts';
import type { ScanPort } from './scan-port.ts';

/**
 * Hands out tasks, each worker taking the next one when it is done; results in order of the tasks.
 * null when cancelled; throws the ReadError of a source that cannot be read.
 */
export const runTasks = async <Handle>(
  ports: readonly ScanPort<Handle>[],
  tasks: readonly Task[],
): Promise<readonly (readonly RangeResult[])[] | null> => {
  const results: (readonly RangeResult[])[] = [];
  let next = 0;
  let stopped: 'cancelled' | ReadError | null = null;
  const work = async (port: ScanPort<Handle>): Promise<void> => {
    while (next < tasks.length && stopped === null) {
      const at = next++;
      const reply = await port.read(tasks[at]);
      if (reply.kind === 'read') results[at] = reply.results;
      else stopped = reply.kind === 'failed' ? new ReadError(reply.fault) : 'cancelled';
    }
  };
  await Promise.all(ports.map(work));
  // Assigned in `work`, which the compiler does not follow.
  const reason = stopped as 'cancelled' | ReadError | null;
  if (reason instanceof ReadError) throw reason;
  return reason === null ? results : null;
};
