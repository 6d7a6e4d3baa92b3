/**
 * `npm run test:cluster -- --rows 4000000`: generated rows, the answer of the command line checked first,
 * then the clock. Writes results.json and the table in README.md.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ClusterJob, csvSource } from './cluster-job.ts';
import { cpuSeconds, executorsOf, peakMegabytes } from './executors.ts';
import { ROOT, SparkSession } from './spark-session.ts';

const ROWS_A_CLIENT = { transactions: 150, transfers: 50 };
const rows = Number(process.env.VYGODA_CLUSTER_ROWS);
const clients = Math.round(rows / (ROWS_A_CLIENT.transactions + ROWS_A_CLIENT.transfers));
const data = join(ROOT, 'node_modules/.cache', `cluster-rows-${clients}`);

interface Run {
  readonly who: string;
  readonly pass: 'stats' | 'score' | 'all';
  readonly seconds: number;
  /** Of all processes: Spark's executors, and the programs that they started. */
  readonly cpuSeconds: number;
  readonly shuffleBytes?: number;
  readonly executorMegabytes?: number;
  readonly programMegabytes?: number;
}

const generate = (): void => {
  if (existsSync(join(data, 'answer.json'))) return;
  const size = JSON.stringify({ clients, ...ROWS_A_CLIENT, repeated: false });
  const module = join(ROOT, 'tests/bench/generate.mjs');
  const script = `import { generate } from '${module}'; generate('${data}', ${size});`;
  execFileSync('node', ['--input-type=module', '--eval', script], { stdio: 'inherit' });
};

const PYTHON = `
import json, resource, subprocess, sys, time
start = time.time()
subprocess.run(sys.argv[1:], check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([time.time() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
`;

const commandLine = (): { readonly lines: readonly string[]; readonly run: Run } => {
  const out = join(data, 'offers.csv');
  const command = ['node', join(ROOT, 'dist-node/vygoda.js'), 'score', '--threads', '1'];
  const files = ['clients', 'transactions', 'transfers'].map((kind) => join(data, `${kind}.csv`));
  const told = execFileSync('python3', ['-c', PYTHON, ...command, '--out', out, ...files]);
  const [seconds, cpu, megabytes] = JSON.parse(String(told)) as [number, number, number];
  return {
    lines: readFileSync(out, 'utf8').split('\n').slice(1, -1).sort(),
    run: {
      ...{ who: 'command line, 1 thread', pass: 'all', seconds, cpuSeconds: cpu },
      programMegabytes: Math.round(megabytes),
    },
  };
};

/** One pass under the clock, the memory of its processes looked at as it goes. */
const measured = async (
  spark: SparkSession,
  who: string,
  pass: 'stats' | 'score',
  work: () => Promise<unknown>,
): Promise<Run> => {
  const executors = executorsOf(spark.pid).map(({ pid }) => pid);
  const from = Math.max(-1, ...(await spark.stages()).map(({ id }) => id));
  const cpu = (): number => executors.reduce((sum, pid) => sum + cpuSeconds(pid), 0);
  let [executorMegabytes, programMegabytes] = [0, 0];
  const look = setInterval(() => {
    for (const { pid, programs } of executorsOf(spark.pid)) {
      executorMegabytes = Math.max(executorMegabytes, peakMegabytes(pid));
      programMegabytes = Math.max(programMegabytes, ...programs.map(peakMegabytes));
    }
  }, 500);
  const [start, used] = [performance.now(), cpu()];
  await work();
  const seconds = (performance.now() - start) / 1000;
  const cpuUsed = cpu() - used;
  clearInterval(look);
  const stages = (await spark.stages()).filter(({ id }) => id > from);
  const shuffleBytes = stages.reduce((sum, stage) => sum + stage.shuffleBytes, 0);
  const run = { who, pass, seconds, cpuSeconds: cpuUsed, shuffleBytes };
  return { ...run, executorMegabytes, programMegabytes };
};

const onSpark = async (count: 1 | 2, expected: readonly string[]): Promise<Run[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'vygoda-measure-'));
  const spark = new SparkSession(`local-cluster[${count},1,2048]`, folder, {
    'spark.sql.shuffle.partitions': '8',
    // As many rows for each file's task as a larger cluster would have.
    'spark.sql.files.maxPartitionBytes': '32m',
  });
  await spark.ready();
  const runs: Run[] = [];
  for (const way of ['raw', 'summed'] as const) {
    const who = `Spark, ${count} executor${count > 1 ? 's' : ''}, ${way}`;
    const job = new ClusterJob(spark, folder, csvSource(data), way);
    runs.push(await measured(spark, who, 'stats', () => job.survey(null)));
    let lines: readonly string[] = [];
    const score = async (): Promise<void> =>
      void ({ lines } = await job.score('standard', 'offers'));
    runs.push(await measured(spark, who, 'score', score));
    expect(lines.length).toBe(expected.length);
    expect(lines.every((line, at) => line === expected[at])).toBe(true);
    console.log(JSON.stringify(runs.slice(-2), null, 1));
  }
  await spark.stop();
  rmSync(folder, { recursive: true, force: true });
  return runs;
};

const tableOf = (runs: readonly Run[]): string => {
  const number = (value: number | undefined, digits = 0): string =>
    value === undefined ? '' : Number(value.toFixed(digits)).toLocaleString('en');
  const line = (run: Run): string =>
    [
      ...['', run.who, run.pass, number(run.seconds, 1), number(run.cpuSeconds, 1)],
      ...[number(rows / run.cpuSeconds / 1000), number((run.shuffleBytes ?? NaN) / rows, 1)],
      ...[number(run.executorMegabytes), number(run.programMegabytes), ''],
    ]
      .map((cell) => cell.replace('NaN', ''))
      .join(' | ')
      .trim();
  return [
    '| who | pass | seconds | CPU seconds | 1000 rows a CPU second | shuffle bytes a row | executor MB | Node MB |',
    '|---|---|--:|--:|--:|--:|--:|--:|',
    ...runs.map(line),
  ].join('\n');
};

it(`gives the bytes of the command line on ${rows} rows`, async () => {
  generate();
  const { lines, run } = commandLine();
  const runs = [run, ...(await onSpark(2, lines)), ...(await onSpark(1, lines))];
  const load = Number(loadavg()[1].toFixed(1));
  const machine = {
    ...{ processors: availableParallelism(), model: cpus()[0].model, load },
    memoryGiB: Math.round(totalmem() / 2 ** 30),
  };
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(
    join(import.meta.dirname, 'results.json'),
    `${JSON.stringify({ date, machine, node: process.version, rows, clients, runs }, null, 2)}\n`,
  );
  const about = `${rows.toLocaleString('en')} rows, ${clients.toLocaleString('en')} clients; ${machine.processors} processors (load ${load}), Node ${process.version}, ${date}.`;
  const readme = join(import.meta.dirname, 'README.md');
  const text = readFileSync(readme, 'utf8');
  const table = `<!-- measured -->\n\n${about}\n\n${tableOf(runs)}\n\n<!-- /measured -->`;
  writeFileSync(
    readme,
    text.replace(/<!-- measured -->[^]*<!-- \/measured -->/, () => table),
  );
});
