import type { IngestProgress } from '../../engine/ingest/ingest-input.ts';
import type { Bytes } from '../../engine/kernel/units.ts';
import type { FileProgress, Progress } from '../contract.ts';

/** More often than this nobody can read it. */
const INTERVAL_MS = 100;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Adds up the small steps of reading and tells the page now and then. */
export class ProgressMeter {
  readonly #files: Mutable<FileProgress>[];
  readonly #byName: ReadonlyMap<string, Mutable<FileProgress>>;
  readonly #total: Bytes | null;
  readonly #tell: (progress: Progress) => void;
  readonly #start = performance.now();
  #told = 0;
  #pass = 1;
  #phase: Progress['phase'] = 'probing';
  #file = '';

  constructor(
    files: readonly { readonly name: string; readonly size: Bytes | null }[],
    tell: (progress: Progress) => void,
  ) {
    this.#tell = tell;
    this.#files = files.map(({ name, size }) => ({
      name,
      bytesDone: 0,
      bytesTotal: size,
      rows: 0,
    }));
    this.#byName = new Map(this.#files.map((file) => [file.name, file]));
    this.#total = files.some(({ size }) => size === null)
      ? null
      : files.reduce((sum, { size }) => sum + size!, 0);
  }

  step({ phase, name, bytes, records, pass }: IngestProgress): void {
    if (pass !== this.#pass) {
      this.#pass = pass;
      for (const file of this.#files) file.bytesDone = file.rows = 0;
    }
    this.#phase = phase === 'probing' ? 'probing' : 'reading';
    this.#file = name;
    const file = this.#byName.get(name);
    if (file) {
      file.bytesDone += bytes;
      file.rows += records;
    }
    this.#tellSometimes();
  }

  scoring(): void {
    this.#phase = 'scoring';
    // Headers are read while probing; now there is nothing left to read.
    for (const file of this.#files) file.bytesDone = file.bytesTotal ?? file.bytesDone;
    this.#report();
  }

  #tellSometimes(): void {
    if (performance.now() - this.#told >= INTERVAL_MS) this.#report();
  }

  #report(): void {
    this.#told = performance.now();
    const sum = (of: (file: FileProgress) => number): number =>
      this.#files.reduce((total, file) => total + of(file), 0);
    this.#tell({
      phase: this.#phase,
      file: this.#file,
      files: this.#files.map((file) => ({ ...file })),
      bytesDone: sum(({ bytesDone }) => bytesDone),
      bytesTotal: this.#total,
      rowsDone: sum(({ rows }) => rows),
      elapsedMs: performance.now() - this.#start,
    });
  }
}
