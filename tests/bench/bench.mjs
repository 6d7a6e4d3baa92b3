/**
 * `npm run bench -- [SIZE …] [--runs=3] [--only=TEXT]`: every contender in turn, round after round, on
 * the same generated files; sizes are named in sizes.mjs. The answer is checked before the clock is
 * believed. Writes results.json, the chart and the tables between the markers of the READMEs. Needs
 * the built programs (`npm run build`).
 */
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { contenders } from './contenders.mjs';
import { generate } from './generate.mjs';
import { measure } from './measure.mjs';
import { readResults, writeReports, writeResults } from './report.mjs';
import { SIZES } from './sizes.mjs';

const LIMIT_SECONDS = 300;
const FILES = ['clients', 'transactions', 'transfers'];
const root = join(import.meta.dirname, '../..');

const flags = process.argv.slice(2).filter((text) => text.startsWith('--'));
const flag = (name) => flags.find((text) => text.startsWith(`--${name}=`))?.slice(name.length + 3);
const runs = Number(flag('runs') ?? 3);
const wanted = contenders.filter(({ name }) => name.includes(flag('only') ?? ''));
const named = process.argv.slice(2).filter((text) => !text.startsWith('--'));

/** The folder with the files of a size; written when it is first asked for, or when the writer changed. */
const dataOf = (size) => {
  const folder = join(root, 'node_modules/.cache/bench', size);
  const writtenBy = join(folder, 'written-by');
  const writer = ['generate.mjs', 'sizes.mjs']
    .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
    .join('');
  if (!existsSync(writtenBy) || readFileSync(writtenBy, 'utf8') !== writer) {
    console.log(`${size}: writing the files`);
    rmSync(folder, { recursive: true, force: true });
    generate(folder, SIZES[size]);
    writeFileSync(writtenBy, writer);
  }
  const bytes = FILES.reduce((sum, name) => sum + statSync(join(folder, `${name}.csv`)).size, 0);
  return { folder, bytes, answer: JSON.parse(readFileSync(join(folder, 'answer.json'), 'utf8')) };
};

/** One run: seconds, or why there are none. */
const runOnce = async ({ command }, { folder, bytes, answer }) => {
  let line;
  try {
    line = command(folder);
  } catch (error) {
    return { reason: `could not be installed: ${String(error.message).split('\n')[0]}` };
  }
  const measured = await measure(line, { cwd: root, limitSeconds: LIMIT_SECONDS });
  if (measured.reason !== undefined) return measured;
  const result = JSON.parse(measured.line);
  const wrong = mistakeOf(result, answer, bytes);
  return wrong === null
    ? { ...result, megabytes: measured.megabytes }
    : { reason: `a wrong answer: ${wrong}` };
};

/**
 * What is wrong with an answer, or null. Sums agree to the hundredth, but for pandas, which adds doubles;
 * the page shows only counts; those that only read say how many bytes they had.
 */
const mistakeOf = ({ spent, moved, shown, bytes }, answer, allBytes) => {
  if (bytes !== undefined) return bytes === allBytes ? null : `${bytes} bytes`;
  if (shown !== undefined) {
    const counts = [answer.clients, answer.transactions, answer.transfers];
    return counts.every((count) => shown.includes(count)) ? null : 'the counts shown';
  }
  const agrees = (sums, expected) =>
    Object.entries(expected).every(
      ([currency, hundredths]) =>
        Math.abs(Number(sums?.[currency]) * 100 - hundredths) < hundredths * 1e-12 + 0.5,
    );
  if (!agrees(spent, answer.spent)) return JSON.stringify(spent);
  return agrees(moved, answer.moved) ? null : JSON.stringify(moved);
};

/** Two programs that work out benefits over all clients must come to the same, to a hundredth each. */
const benefitsDiffer = (some, others, clients) =>
  Object.keys(some).some((product) => !(Math.abs(some[product] - others[product]) < clients / 100));

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const measureSize = async (size) => {
  const data = dataOf(size);
  const all = new Map(wanted.map(({ name }) => [name, { runs: [], reason: '' }]));
  let benefits = null;
  for (let round = 1; round <= runs; round++) {
    for (const contender of wanted) {
      const known = all.get(contender.name);
      if (known.reason !== '') continue;
      const result = await runOnce(contender, data);
      if (result.benefits !== undefined) {
        benefits ??= result.benefits;
        if (benefitsDiffer(benefits, result.benefits, data.answer.clients)) {
          result.reason = 'a wrong answer: the benefits';
        }
      }
      if (result.reason === undefined) known.runs.push(result);
      else known.reason = result.reason;
      console.log(
        `${size} ${round}/${runs}  ${contender.name.padEnd(24)}`,
        result.reason ?? `${result.seconds.toFixed(2)} s, ${result.megabytes} MB`,
      );
    }
  }
  const rows = wanted.map(({ name, does, limit }) => {
    const { runs: done, reason } = all.get(name);
    if (reason !== '') return { name, does, reason };
    const seconds = median(done.map((run) => run.seconds));
    return {
      name,
      does,
      ...(limit && { limit }),
      version: done[0].version,
      runs: done.map((run) => Number(run.seconds.toFixed(3))),
      seconds: Number(seconds.toFixed(3)),
      megabytesPerSecond: Math.round(data.bytes / 1e6 / seconds),
      peakMegabytes: median(done.map((run) => run.megabytes)),
    };
  });
  return {
    size,
    date: new Date().toISOString().slice(0, 10),
    machine: {
      processors: availableParallelism(),
      model: cpus()[0].model,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      /** Processes that wanted a processor when it ended; above the number of processors it was shared. */
      load: Number(loadavg()[1].toFixed(1)),
    },
    data: {
      clients: data.answer.clients,
      rows: data.answer.transactions + data.answer.transfers,
      bytes: data.bytes,
    },
    runs,
    rows,
  };
};

for (const size of named.length > 0 ? named : ['small', 'usual']) {
  if (!Object.hasOwn(SIZES, size)) throw new Error(`sizes are ${Object.keys(SIZES).join(', ')}`);
  const measured = await measureSize(size);
  const others = readResults().filter((result) => result.size !== size);
  // A part of the contenders is for looking, not for keeping.
  if (wanted.length === contenders.length) writeResults([...others, measured]);
}
writeReports();
