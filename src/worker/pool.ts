import type { Catalogue } from '../engine/benefits/catalogue.ts';
import type { MetricColumns } from '../engine/benefits/metric-columns.ts';
import type { ByteSource } from '../engine/bytes/byte-source.ts';
import type { FrozenPopulation } from '../engine/features/frozen-population.ts';
import { scanLocally } from '../engine/ingest/local-scanner.ts';
import type { ScanJob, Scanner } from '../engine/ingest/scan-job.ts';
import type { Bytes } from '../engine/kernel/units.ts';
import { measurePopulation } from './pool/measure-population.ts';
import type { Sizes } from './pool/plan-tasks.ts';
import { PoolScan } from './pool/pool-scan.ts';
import type { ScanFile } from './pool/scan-port.ts';
import { ScanService } from './pool/scan-service.ts';
import type { PortHandle, WorkerPort } from './pool/worker-port.ts';
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

/** The threads an import has: they read its operations, and then measure its clients. */
export interface Pool {
  readonly scan: Scanner;
  /** The population's metrics for a catalogue; null when the signal stopped it. */
  measure(
    population: FrozenPopulation,
    catalogue: Catalogue,
    signal: AbortSignal,
  ): Promise<MetricColumns | null>;
  /** Call when no more is wanted of it. */
  close(): void;
}

/**
 * Files are cut into ranges by their size alone, each worker keeps its own aggregates, and what they
 * come to does not depend on who read what. Workers start with the first job that is worth it, and
 * stay for the next reading and the measuring.
 */
export class ThreadPool<Handle> implements Pool {
  readonly #options: PoolOptions<Handle>;
  #handles: readonly PortHandle<Handle>[] = [];

  constructor(options: PoolOptions<Handle>) {
    this.#options = options;
  }

  readonly scan: Scanner = async (job, hooks) => {
    const { host, workers, sizes = SIZES } = this.#options;
    const files = listedFiles<Handle>(job);
    if (workers === 1 || files === null || knownSize(job) < sizes.local) {
      return scanLocally(job, hooks);
    }
    this.#open();
    const here = new ScanService(host);
    const ports = [here, ...this.#ports];
    try {
      const setup = await this.#unbroken(job.setup);
      if (setup === null) return null;
      const inOnePiece = new Set<number>();
      for (;;) {
        const scan = new PoolScan(ports, { setup, files }, job.files, sizes, inOnePiece);
        const outcome = await this.#unbroken(scan.run(hooks));
        if (typeof outcome !== 'number') return outcome;
        inOnePiece.add(outcome);
      }
    } finally {
      // Where another worker broke, this one would read on for nobody.
      await here.cancel();
    }
  };

  measure(
    population: FrozenPopulation,
    catalogue: Catalogue,
    signal: AbortSignal,
  ): Promise<MetricColumns | null> {
    return this.#unbroken(measurePopulation(population, catalogue, this.#ports, signal));
  }

  close(): void {
    for (const handle of this.#handles) handle.close();
    this.#handles = [];
  }

  #open(): void {
    const { connect, workers } = this.#options;
    if (this.#handles.length === 0) this.#handles = Array.from({ length: workers - 1 }, connect);
  }

  get #ports(): WorkerPort<Handle>[] {
    return this.#handles.map(({ port }) => port);
  }

  #unbroken<Result>(work: Promise<Result>): Promise<Result> {
    return Promise.race([work, ...this.#handles.flatMap(({ broken }) => broken ?? [])]);
  }
}

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
