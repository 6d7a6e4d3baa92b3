import { Aggregates } from '../../engine/features/aggregates.ts';
import { type AskedRange, findGaps } from '../../engine/ingest/chain-ranges.ts';
import type { RangeResult } from '../../engine/ingest/range-result.ts';
import type { ScanHooks, ScanJob, ScanOutcome } from '../../engine/ingest/scan-job.ts';
import { planTasks, rangesOf, type Sizes, type Task } from './plan-tasks.ts';
import { runTasks } from './run-tasks.ts';
import type { ScanPort, ScanStart } from './scan-port.ts';
import { watchPorts } from './watch-ports.ts';

/** One reading of a job by several workers. */
export class PoolScan<Handle> {
  readonly #ports: readonly ScanPort<Handle>[];
  readonly #start: ScanStart<Handle>;
  readonly #files: ScanJob['files'];
  readonly #sizes: Sizes;
  readonly #ranges: readonly (readonly AskedRange[] | null)[];
  /** By file, its ranges in order. */
  readonly #results: RangeResult[][];

  constructor(
    ports: readonly ScanPort<Handle>[],
    start: ScanStart<Handle>,
    files: ScanJob['files'],
    sizes: Sizes,
    inOnePiece: ReadonlySet<number>,
  ) {
    this.#ports = ports;
    this.#start = start;
    this.#files = files;
    this.#sizes = sizes;
    this.#ranges = files.map((file, at) =>
      inOnePiece.has(at) ? null : rangesOf(file, start.setup.identicalUpTo, sizes.range),
    );
    this.#results = files.map(() => []);
  }

  /** The outcome; or the file that some range began to read inside a record. */
  async run(hooks: ScanHooks): Promise<ScanOutcome | number | null> {
    await Promise.all(this.#ports.map((port) => port.start(this.#start)));
    const stopWatching = watchPorts(this.#ports, hooks);
    try {
      const tasks = planTasks(this.#files, this.#ranges, this.#sizes);
      if (!(await this.#read(tasks))) return null;
      const broken = await this.#fillGaps();
      if (broken !== true) return broken;
    } finally {
      await stopWatching();
    }
    return { aggregates: await this.#merged(), ranges: this.#results.flat() };
  }

  async #read(tasks: readonly Task[]): Promise<boolean> {
    const results = await runTasks(this.#ports, tasks);
    if (results === null) return false;
    for (const [at, task] of tasks.entries()) {
      for (const [piece, { file }] of task.entries()) {
        this.#results[file].push(results[at][piece]);
      }
    }
    return true;
  }

  /** Reads what lies between ranges; a file that cannot be put together, null when cancelled. */
  async #fillGaps(): Promise<true | number | null> {
    for (const [file, ranges] of this.#ranges.entries()) {
      if (ranges === null) continue;
      const results = this.#results[file];
      const gaps = findGaps(ranges, results);
      if (gaps === null) return file;
      if (gaps.length === 0) continue;
      const tasks = gaps.map(({ begin, end }): Task => [
        { file, range: { from: begin, limit: end }, exact: true },
      ]);
      const filled = await runTasks(this.#ports, tasks);
      if (filled === null) return null;
      if (gaps.some(({ end }, at) => filled[at][0].end !== end)) return file;
      // From the last on, so that positions before it stay true.
      for (const [at, { before }] of [...gaps.entries()].reverse()) {
        results.splice(before, 0, filled[at][0]);
      }
    }
    return true;
  }

  async #merged(): Promise<Aggregates> {
    const [first, ...others] = await Promise.all(this.#ports.map((port) => port.collect()));
    const aggregates = Aggregates.from(first);
    for (const other of others) aggregates.merge(Aggregates.from(other));
    return aggregates;
  }
}
