/** 4 M rows processed, with /health asked all the while; the file must be the command line's. */
import { execFile } from 'node:child_process';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { generate } from '../../bench/generate.mjs';
import { SIZES } from '../../bench/sizes.mjs';
import {
  answeringTime,
  ask,
  check,
  figure,
  KINDS,
  percentile,
  program,
  startServer,
  uploadPieces,
  wait,
  watchMemory,
  workFolder,
} from './server.mjs';

const run = promisify(execFile);

export const processing = async () => {
  const folder = workFolder();
  const files = join(folder, 'files');
  generate(files, SIZES.small);
  const server = await startServer(join(folder, 'data'));
  let rows = 0;
  for (const kind of KINDS) {
    const { text } = await uploadPieces(
      server.port,
      kind,
      createReadStream(join(files, `${kind}.csv`)),
    );
    rows = JSON.parse(text).total_records;
  }
  console.log(
    `  ${rows} records, ${KINDS.reduce((sum, kind) => sum + statSync(join(files, `${kind}.csv`)).size, 0) / 1e6} MB`,
  );
  // What this machine, with whatever else it does, takes for an answer of an idle server.
  let isIdle = true;
  setTimeout(() => (isIdle = false), 10_000);
  const idle = await healthTimes(server, () => isIdle);
  tell('idle', idle);

  const memory = watchMemory(server.pid);
  const start = performance.now();
  const computed = answeringTime(server.pid);
  let isRunning = true;
  const answer = ask(server.base, 'POST', '/process').finally(() => (isRunning = false));
  const times = await healthTimes(server, () => isRunning);
  const { status } = await answer;
  check('processed', status === 200);
  figure('processed in', (performance.now() - start) / 1000, 's');
  figure('memory', memory(), 'MB');
  const each = (answeringTime(server.pid) - computed) / times.length;
  figure('the thread that answers computed', each, 'ms for each answer', 5);
  tell('processing', times);
  figure('/health, the slowest', times.at(-1), 'ms', Math.max(50, idle.at(-1)));

  const exported = await ask(server.base, 'GET', '/export/csv');
  const expected = join(folder, 'expected.csv');
  const paths = KINDS.map((kind) => join(files, `${kind}.csv`));
  await run(process.execPath, [program, 'score', ...paths, '--out', expected]);
  check('the bytes of the command line', exported.text === readFileSync(expected, 'utf8'));

  // Too much to end in time: a stop must not wait for it.
  const stopping = ask(server.base, 'POST', '/process').catch(() => undefined);
  while (!(await ask(server.base, 'GET', '/health')).text.includes('bytes_total')) await wait(5);
  await wait(300);
  const stop = performance.now();
  const code = await server.stop();
  figure('SIGTERM in the middle of processing', (performance.now() - stop) / 1000, 's', 5);
  check('ended with 0', code === 0);
  await stopping;
};

const healthTimes = async (server, goesOn) => {
  const times = [];
  while (goesOn()) {
    const asked = performance.now();
    await ask(server.base, 'GET', '/health');
    times.push(performance.now() - asked);
    await wait(10);
  }
  return times.sort((a, b) => a - b);
};

const tell = (when, times) => {
  const [median, most, all] = [0.5, 0.99, 1].map((share) => percentile(times, share).toFixed(1));
  console.log(
    `  ${when}: /health ${times.length} times, median ${median}, 99 of 100 ${most}, slowest ${all} ms`,
  );
};
