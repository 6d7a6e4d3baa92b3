/**
 * `npm run fuzz [INPUTS = 1000000] [FIRST SEED = 0]`: random damage to small files. No crash, no hang,
 * every record used or reported, and every way of reading agrees. A find prints its seed and its files;
 * add it to tests/fuzz/finds.ts, which the tests read.
 */
import { fuzzOne } from './fuzz-one.ts';

const HANG_MS = 10_000;
const [inputs = 1_000_000, first = 0] = process.argv.slice(2).map(Number);
const start = performance.now();
let finds = 0;

/** An input that keeps the thread busy is told by the next one that is late. */
for (let seed = first; seed < first + inputs; seed++) {
  const began = performance.now();
  const finding = await fuzzOne(seed);
  const took = performance.now() - began;
  if (finding !== null || took > HANG_MS) {
    finds++;
    console.log(`seed ${seed}: ${finding?.what ?? `took ${took.toFixed(0)} ms`}`);
    console.log(JSON.stringify(finding?.texts ?? {}));
  }
  if ((seed + 1 - first) % 10_000 === 0) {
    const rate = (seed + 1 - first) / ((performance.now() - start) / 1000);
    process.stderr.write(
      `\r${seed + 1 - first} inputs, ${rate.toFixed(0)} a second, ${finds} finds`,
    );
  }
}
process.stderr.write('\n');
console.log(`${inputs} inputs, ${finds} finds`);
process.exitCode = finds === 0 ? 0 : 1;
