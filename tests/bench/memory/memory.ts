/**
 * `npm run bench:memory -- [ROWS, in millions = 100] [CLIENTS = 1000000]`: peak memory of reading on Node in
 * two threads, rows sorted by client and shuffled, from files that are made as they are read. Writes
 * memory.json and its table. One process a run: what one left behind must not count for the next.
 */
import { expose, wrap } from 'comlink';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { NO_CHOICES } from '../../../src/engine/ingest/reading-choices.ts';
import { adviseOn } from '../../../src/engine/pipeline.ts';
import { scoreAll } from '../../../src/engine/recommendations/score-table.ts';
import { catalogues } from '../../../src/presets/catalogues/index.ts';
import { EXAMPLE_FX } from '../../../src/presets/fx.ts';
import { VOCABULARY } from '../../../src/presets/vocabulary.ts';
import { nodeEndpoint } from '../../../src/worker/node-endpoint.ts';
import { ThreadPool } from '../../../src/worker/pool.ts';
import {
  type PortHandle,
  type WorkerPort,
  workerPort,
} from '../../../src/worker/pool/worker-port.ts';
import { readMeasured } from '../../../src/worker/read-measured.ts';
import type { Host } from '../../../src/worker/sources/source-spec.ts';
import { type EndlessFile, endlessSource, wholeRows } from './endless-file.ts';

const THREADS = 2;
/** Memory is noted this many times while rows are read. */
const MARKS = 10;
const MB = 1e6;

interface Run {
  readonly order: EndlessFile['order'];
  readonly rows: number;
  readonly clients: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly peakMegabytes: number;
  /** Resident memory at each tenth of the rows, and when everybody was scored. */
  readonly megabytes: readonly number[];
}

const program = fileURLToPath(import.meta.url);
if (!isMainThread) serve();
else if (process.argv[2] === 'run') console.log(JSON.stringify(await measureOne()));
else measureAll();

/** Files are made as they are read. */
function endlessHost(): Host<EndlessFile> {
  return {
    open: endlessSource,
    inflate: () => {
      throw new Error('nothing is packed here');
    },
  };
}

/** A reading worker of such files. */
function serve(): void {
  expose(workerPort(endlessHost()), nodeEndpoint(parentPort!));
}

function connect(): PortHandle<EndlessFile> {
  const worker = new Worker(program);
  const broken = new Promise<never>((_, reject) => worker.once('error', reject));
  return {
    port: wrap<WorkerPort<EndlessFile>>(nodeEndpoint(worker)),
    broken,
    close: () => void worker.terminate(),
  };
}

async function measureOne(): Promise<Run> {
  const order = process.argv[3] as EndlessFile['order'];
  const [wanted, clients] = process.argv.slice(4).map(Number);
  const rows = wholeRows(wanted);
  const files: EndlessFile[] = [
    { kind: 'clients', clients, rows: clients, order: 'sorted' },
    { kind: 'transactions', clients, rows, order },
  ];
  const sources = files.map(endlessSource);
  const fx = EXAMPLE_FX.rates;
  const reading = { vocabulary: VOCABULARY, choices: NO_CHOICES, fx, months: null };
  const megabytes: number[] = [];
  const note = (): void => void megabytes.push(Math.round(process.memoryUsage.rss() / MB));
  let records = 0;
  const start = performance.now();
  const pool = new ThreadPool({ host: endlessHost(), connect, workers: THREADS });
  const result = await readMeasured(sources, reading, catalogues[0], pool, {
    signal: new AbortController().signal,
    onProgress: (progress) => {
      if (progress.phase !== 'operations') return;
      records += progress.records;
      while (megabytes.length < MARKS && records >= ((megabytes.length + 1) * rows) / MARKS) note();
    },
  });
  if (result.outcome !== 'ready') throw new Error(result.outcome);
  const { totals } = result.report;
  if (totals.reported > 0 || totals.clients !== clients) throw new Error(JSON.stringify(totals));
  scoreAll(adviseOn(result, catalogues[0], reading, result.columns), () => undefined);
  note();
  return {
    order,
    rows: totals.transactions,
    clients,
    bytes: totals.bytes,
    seconds: Math.round((performance.now() - start) / 1000),
    peakMegabytes: Math.round(peakBytes() / MB),
    megabytes,
  };
}

/** Of this process alone: what `resourceUsage` says is inherited from the one that started it. */
function peakBytes(): number {
  const [, kibibytes] = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))!;
  return Number(kibibytes) * 1024;
}

function measureAll(): void {
  const [millions = 100, clients = 1_000_000] = process.argv.slice(2).map(Number);
  const runs: Run[] = [];
  for (const rows of [(millions * 1e6) / 5, millions * 1e6]) {
    for (const order of ['sorted', 'shuffled']) {
      const parameters = [program, 'run', order, String(rows), String(clients)];
      const run = JSON.parse(
        execFileSync(process.execPath, parameters, { encoding: 'utf8' }),
      ) as Run;
      console.log(order, rows, `${run.seconds} s, ${run.peakMegabytes} MB`);
      runs.push(run);
      write(runs);
    }
  }
}

/** After every run: the last ones take long. */
function write(runs: readonly Run[]): void {
  const folder = join(process.cwd(), 'tests/bench');
  const date = new Date().toISOString().slice(0, 10);
  const results = { date, node: process.versions.node, threads: THREADS, runs };
  writeFileSync(join(folder, 'memory/memory.json'), `${JSON.stringify(results, null, 2)}\n`);
  const readme = join(folder, 'README.md');
  writeFileSync(
    readme,
    readFileSync(readme, 'utf8').replace(
      /(<!-- memory -->)[^]*(<!-- \/memory -->)/,
      (_, open: string, close: string) => `${open}\n\n${tableOf(results)}\n\n${close}`,
    ),
  );
}

function tableOf(results: { date: string; node: string; runs: readonly Run[] }): string {
  const rows = results.runs.map(
    ({ clients, rows, order, bytes, seconds, peakMegabytes, megabytes }) =>
      [
        `| ${clients.toLocaleString('en')} | ${(rows / 1e6).toFixed(0)} M ${order} | ${(bytes / 1e9).toFixed(1)}`,
        `${seconds} | ${megabytes[1]} | ${megabytes[4]} | ${megabytes[MARKS - 1]} | ${megabytes.at(-1)} | **${peakMegabytes}** |`,
      ].join(' | '),
  );
  return [
    `Node ${results.node}, ${THREADS} threads, ${results.date}; resident memory in MB.`,
    [
      '| clients | rows | GB | s | at 20 % of the rows | at 50 % | at 100 % | scored | peak |',
      '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
      ...rows,
    ].join('\n'),
  ].join('\n\n');
}
