import { Aggregates } from '../engine/features/aggregates.ts';
import type { ByteSource } from '../engine/bytes/byte-source.ts';
import { type AskedRange, findGaps } from '../engine/ingest/chain-ranges.ts';
import { scanLocally } from '../engine/ingest/local-scanner.ts';
import type { RangeResult } from '../engine/ingest/range-result.ts';
import {
  type ScanHooks,
  type ScanJob,
  type ScanOutcome,
  type Scanner,
} from '../engine/ingest/scan-job.ts';
import type { Bytes } from '../engine/kernel/units.ts';
import { planTasks, rangesOf, type Sizes, type Task } from './pool/plan-tasks.ts';
import { runTasks } from './pool/run-tasks.ts';
import type { PortHandle, ScanFile, ScanPort, ScanStart } from './pool/scan-port.ts';
import { ScanService } from './pool/scan-service.ts';
import { watchPorts } from './pool/watch-ports.ts';
import type { Host, SourceSpec } from './sources/source-spec.ts';

export interface PoolOptions<Handle> {
  /** How files are opened in this thread, which would only wait: it is the first of the workers. */
  readonly host: Host<Handle>;
  /** Starts another. */
  readonly connect: () => PortHandle<Handle>;
  /** This thread included. */
  readonly workers: number;
  readonly sizes?: Sizes & { readonly local: Bytes };
}

const MIB: Bytes = 1024 * 1024;
/**
 * Ranges are small, so that no worker waits long for the last of another; less than `local` in all is
 * read sooner than a worker starts.
 */
const SIZES = { range: 16 * MIB, batch: 8 * MIB, local: 4 * MIB };

/**
 * Reads the operations of a job in several workers. Files are cut into ranges by their size alone, each
 * worker keeps its own aggregates, and what they come to does not depend on who read what.
 */
export const poolScanner =
  <Handle>({ host, connect, workers, sizes = SIZES }: PoolOptions<Handle>): Scanner =>
  async (job, hooks) => {
    const files = listedFiles<Handle>(job);
    if (files === null || knownSize(job) < sizes.local) return scanLocally(job, hooks);
    const here = new ScanService(host);
    const handles = Array.from({ length: workers - 1 }, connect);
    const broken = handles.flatMap((handle) => handle.broken ?? []);
    try {
      const setup = await Promise.race([job.setup, ...broken]);
      if (setup === null) return null;
      const ports = [here, ...handles.map(({ port }) => port)];
      const inOnePiece = new Set<number>();
      for (;;) {
        const scan = new PoolScan(ports, { setup, files }, job.files, sizes, inOnePiece);
        const outcome = await Promise.race([scan.run(hooks), ...broken]);
        if (typeof outcome !== 'number') return outcome;
        inOnePiece.add(outcome);
      }
    } finally {
      // Where another worker broke, this one would read on for nobody.
      await here.cancel();
      for (const handle of handles) handle.close();
    }
  };

/** The files as another thread can open them; null when some are only in this one's memory. */
const listedFiles = <Handle>({ files }: ScanJob): ScanFile<Handle>[] | null => {
  const listed: ScanFile<Handle>[] = [];
  for (const { source, plan } of files) {
    if (!isListed<Handle>(source)) return null;
    listed.push({ spec: source.spec, plan });
  }
  return listed;
};

const isListed = <Handle>(
  source: ByteSource,
): source is ByteSource & { readonly spec: SourceSpec<Handle> } => 'spec' in source;

/** A file whose size nobody knows yet may be of any. */
const knownSize = ({ files }: ScanJob): Bytes =>
  files.reduce((sum, { source }) => sum + (source.size ?? Infinity), 0);

/** One reading of a job. */
class PoolScan<Handle> {
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
