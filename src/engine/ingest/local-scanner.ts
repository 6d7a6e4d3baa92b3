import { OperationReader } from './operation-reader.ts';
import type { RangeResult } from './range-result.ts';
import type { Scanner } from './scan-job.ts';
import { wholeFile } from './scan-range.ts';

/** Reads file after file in the thread it is called in. */
export const scanLocally: Scanner = async (job, { signal, onProgress }) => {
  const setup = await job.setup;
  if (setup === null) return null;
  const reader = new OperationReader(setup);
  const ranges: RangeResult[] = [];
  for (const [file, { source, plan }] of job.files.entries()) {
    const result = await reader.read(source, plan, wholeFile(plan), signal, (bytes, records) =>
      onProgress({ file, bytes, records }),
    );
    if (result === null) return null;
    ranges.push(result);
  }
  return { aggregates: reader.finish(), ranges };
};
