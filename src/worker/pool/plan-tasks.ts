import type { AskedRange } from '../../engine/ingest/chain-ranges.ts';
import type { ScanJob } from '../../engine/ingest/scan-job.ts';
import { isSeekable } from '../../engine/ingest/scan-range.ts';
import type { Bytes } from '../../engine/kernel/units.ts';
import type { ScanPiece } from './scan-port.ts';

export interface Sizes {
  /** Files are cut into ranges of about this many bytes, whatever the number of workers. */
  readonly range: Bytes;
  /** Smaller files are handed out together, up to this many bytes. */
  readonly batch: Bytes;
}

export type Task = readonly ScanPiece[];

/**
 * How long the next range is: each is a stream of its own, which costs, so far from the end they are
 * longer; and the last ones are short, so that no worker waits long for another.
 */
const lengthOf = (left: Bytes, size: Bytes): Bytes => {
  if (left > 8 * size) return 4 * size;
  return left > 2 * size ? size : Math.ceil(size / 4);
};

/** The ranges a file is cut into; null for one that is read in one piece, as those up to `whole` bytes are. */
export const rangesOf = (
  { source, plan }: ScanJob['files'][number],
  whole: Bytes,
  size: Bytes,
): readonly AskedRange[] | null => {
  if (!isSeekable(source, plan) || source.size! <= whole) return null;
  const end = source.size! - (plan.bom ? 3 : 0);
  const ranges: AskedRange[] = [];
  for (let from = plan.dataStart; from < end;) {
    const limit = from + lengthOf(end - from, size);
    ranges.push({ from, limit: Math.min(limit, end) });
    from = limit;
  }
  return ranges.length > 1 ? ranges : null;
};

/** Every file of a job as tasks, the long ones first so that none is left for the end. */
export const planTasks = (
  files: ScanJob['files'],
  ranges: readonly (readonly AskedRange[] | null)[],
  { batch }: Sizes,
): readonly Task[] => {
  const unknown: Task[] = [];
  const cut: Task[] = [];
  const whole: { file: number; size: Bytes }[] = [];
  for (const [file, { source }] of files.entries()) {
    const pieces = ranges[file];
    if (pieces !== null) {
      cut.push(...pieces.map((range, at) => [{ file, range, exact: at === 0 }]));
    } else if (source.size === null) {
      unknown.push([{ file, range: null, exact: true }]);
    } else {
      whole.push({ file, size: source.size });
    }
  }
  return [...unknown, ...cut, ...inBatches(whole, batch)];
};

const inBatches = (files: { file: number; size: Bytes }[], limit: Bytes): Task[] => {
  const batches: ScanPiece[][] = [];
  let room = 0;
  for (const { file, size } of files.sort((a, b) => b.size - a.size)) {
    if (size > room) {
      batches.push([]);
      room = Math.max(limit, size);
    }
    batches[batches.length - 1].push({ file, range: null, exact: true });
    room -= size;
  }
  return batches;
};
