/**
 * `npm run fuzz [INPUTS = 1000000] [FIRST SEED = 0]`: random damage to small files, in as many threads as
 * there are processors. No crash, no hang, every record used or reported, and every way of reading
 * agrees. A find prints its seed and its files; add it to tests/fuzz/finds.ts, which the tests read.
 */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { drawTexts, type Finding, fuzzOne, shown } from './fuzz-one.ts';
import { type Batch, type BatchResult, FuzzThread } from './fuzz-thread.ts';

const BATCH = 250;

/** The seed a thread is at, seen by the main one though the thread is too busy to answer. */
const current = isMainThread ? null : new Int32Array(workerData as SharedArrayBuffer);

if (isMainThread) await fuzzAll();
else parentPort!.on('message', (batch: Batch) => void fuzzBatch(batch));

async function fuzzBatch({ from, to }: Batch): Promise<void> {
  const finds: (Finding & { seed: number })[] = [];
  for (let seed = from; seed < to; seed++) {
    Atomics.store(current!, 0, seed);
    const finding = await fuzzOne(seed);
    if (finding !== null) finds.push({ seed, ...finding });
  }
  parentPort!.postMessage({ finds } satisfies BatchResult);
}

async function fuzzAll(): Promise<void> {
  const [inputs = 1_000_000, first = 0] = process.argv.slice(2).map(Number);
  const start = performance.now();
  let next = first;
  let done = 0;
  let finds = 0;

  const tell = (seed: number, what: string, texts: object): void => {
    finds++;
    console.log(`\nseed ${seed}: ${what}\n${JSON.stringify(texts)}`);
  };

  /** What is left of batches in which a thread hung. */
  const rest: Batch[] = [];
  const take = (): Batch | undefined => {
    if (rest.length > 0 || next >= first + inputs) return rest.pop();
    const from = next;
    next = Math.min(from + BATCH, first + inputs);
    return { from, to: next };
  };

  const program = fileURLToPath(import.meta.url);
  const work = async (): Promise<void> => {
    let thread = new FuzzThread(program);
    for (let batch = take(); batch !== undefined; batch = take()) {
      const result = await thread.run(batch);
      if (typeof result === 'number') {
        tell(result, 'a hang', shown(drawTexts(result)));
        done += result + 1 - batch.from;
        rest.push({ from: result + 1, to: batch.to });
        thread = new FuzzThread(program);
        continue;
      }
      for (const { seed, what, texts } of result.finds) tell(seed, what, texts);
      done += batch.to - batch.from;
      const rate = done / ((performance.now() - start) / 1000);
      process.stderr.write(`\r${done} inputs, ${rate.toFixed(0)} a second, ${finds} finds`);
    }
    thread.end();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  const { user, system } = process.cpuUsage();
  const processor = ((user + system) / 1e6).toFixed(0);
  console.log(`\n${done} inputs in ${seconds} s (${processor} s of processor), ${finds} finds`);
  process.exitCode = finds === 0 ? 0 : 1;
}
