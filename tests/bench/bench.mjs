/**
 * `npm run bench [RUNS = 3] [CLIENTS = 100000]`: every contender in turn, round after round, on the same
 * generated files. The answer is checked before the clock is believed. Writes tests/bench/results.json
 * and the table in tests/bench/README.md. Needs the built programs (`npm run build`).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { contenders } from './contenders.mjs';

const [runs = 3, clients = 100_000] = process.argv.slice(2).map(Number);
const root = join(import.meta.dirname, '../..');
const folder = join(root, 'node_modules/.cache', `bench-${clients}`);
const LIMIT_MS = 300_000;

if (!existsSync(join(folder, 'answer.json'))) {
  spawnSync('node', [join(import.meta.dirname, 'generate.mjs'), folder, String(clients)], {
    stdio: 'inherit',
  });
}
const answer = JSON.parse(readFileSync(join(folder, 'answer.json'), 'utf8'));
const bytes = ['clients', 'transactions', 'transfers'].reduce(
  (sum, name) => sum + statSync(join(folder, `${name}.csv`)).size,
  0,
);

/** One run: seconds, or why there are none. */
const measure = ({ command }) => {
  const [program, parameters] = command(folder);
  const { stdout, stderr, status, error } = spawnSync(program, parameters, {
    cwd: root,
    encoding: 'utf8',
    timeout: LIMIT_MS,
  });
  if (error?.code === 'ETIMEDOUT') return { reason: `not finished in ${LIMIT_MS / 1000} s` };
  if (status !== 0) return { reason: (stderr || String(error)).trim().split('\n').at(-1) };
  const result = JSON.parse(stdout.trim().split('\n').at(-1));
  return isRight(result) ? { seconds: result.seconds } : { reason: 'a wrong answer' };
};

/** Sums to the hundredth; the page shows only counts. pandas adds doubles, so its last digits may differ. */
const isRight = ({ spent, moved, shown }) => {
  if (shown !== undefined) return shown.includes(String(answer.transactions));
  const agrees = (sums, expected) =>
    Object.entries(expected).every(
      ([currency, hundredths]) => Math.abs(Number(sums[currency]) * 100 - hundredths) < 1000,
    );
  return agrees(spent, answer.spent) && agrees(moved, answer.moved);
};

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const measured = new Map(contenders.map(({ name }) => [name, { seconds: [], reason: '' }]));
for (let run = 0; run < runs; run++) {
  for (const contender of contenders) {
    const result = measure(contender);
    const all = measured.get(contender.name);
    if (result.seconds === undefined) all.reason = result.reason;
    else all.seconds.push(result.seconds);
    console.log(contender.name, result.seconds?.toFixed(2) ?? result.reason);
  }
}

const base = median(measured.get('DuckDB, native, 2 threads').seconds);
const rows = contenders.map(({ name, does }) => {
  const { seconds, reason } = measured.get(name);
  if (seconds.length === 0) return { name, does, reason };
  const middle = median(seconds);
  return {
    name,
    does,
    seconds: seconds.map((value) => Number(value.toFixed(3))),
    median: Number(middle.toFixed(3)),
    megabytesPerSecond: Math.round(bytes / 1e6 / middle),
    timesDuckDb: base === undefined ? null : Number((base / middle).toFixed(2)),
  };
});
const results = {
  date: new Date().toISOString().slice(0, 10),
  machine: {
    processors: availableParallelism(),
    model: cpus()[0].model,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    /** Processes that wanted a processor when it ended: above the number of processors it was shared. */
    load: Number(loadavg()[1].toFixed(1)),
  },
  node: process.version,
  data: { clients, rows: answer.transactions + answer.transfers, bytes },
  rows,
};
writeFileSync(join(import.meta.dirname, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);

const table = [
  '| contender | does | median, s | MB/s | × DuckDB |',
  '|---|---|---:|---:|---:|',
  ...rows.map(({ name, does, median: middle, megabytesPerSecond, timesDuckDb, reason }) =>
    middle === undefined
      ? `| ${name} | ${does} | ${reason} | | |`
      : `| ${name} | ${does} | ${middle.toFixed(2)} | ${megabytesPerSecond} | ${timesDuckDb ?? ''} |`,
  ),
].join('\n');
const { machine, data, node, date } = results;
const about = `${data.rows.toLocaleString('en')} rows, ${data.clients.toLocaleString('en')} clients, ${Math.round(data.bytes / 1e6)} MB; ${machine.processors} processors (load ${machine.load}), ${machine.memoryGiB} GiB, Node ${node}; ${runs} runs, ${date}.`;
const readme = join(import.meta.dirname, 'README.md');
writeFileSync(
  readme,
  readFileSync(readme, 'utf8').replace(
    /(<!-- bench -->)[^]*(<!-- \/bench -->)/,
    `$1\n\n${about}\n\n${table}\n\n$2`,
  ),
);
