import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Finding } from './fuzz-one.ts';

/** Long, because a busy machine may leave a thread without a processor for seconds. */
const HANG_MS = 60_000;
const NONE = -1;

/** Seeds [from, to). */
export interface Batch {
  readonly from: number;
  readonly to: number;
}

export interface BatchResult {
  readonly finds: readonly (Finding & { readonly seed: number })[];
}

/** A thread that says, through shared memory, which seed it is at. */
export class FuzzThread {
  readonly #current = new Int32Array(new SharedArrayBuffer(4));
  readonly #worker: Worker;

  constructor(program: string) {
    this.#worker = new Worker(program, { workerData: this.#current.buffer });
  }

  /** What a batch came to, or the seed that the thread hangs at; it has ended then. */
  async run(batch: Batch): Promise<BatchResult | number> {
    Atomics.store(this.#current, 0, NONE);
    const done = once(this.#worker, 'message').then(([result]) => result as BatchResult);
    this.#worker.postMessage(batch);
    let watching: NodeJS.Timeout | undefined;
    const hang = new Promise<number>((resolve) => {
      let last = NONE;
      watching = setInterval(() => {
        const seed = Atomics.load(this.#current, 0);
        if (seed === last && seed !== NONE) resolve(seed);
        last = seed;
      }, HANG_MS);
    });
    try {
      const result = await Promise.race([done, hang]);
      if (typeof result === 'number') this.end();
      return result;
    } finally {
      clearInterval(watching);
    }
  }

  end(): void {
    void this.#worker.terminate();
  }
}
