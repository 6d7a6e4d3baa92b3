/** 10 000 requests, 64 at once: no wrong answer, no 5xx, memory flat. */
import { join } from 'node:path';
import { runnerImport } from 'vite';
import {
  ask,
  check,
  figure,
  KINDS,
  memoryOf,
  percentile,
  startServer,
  uploadPieces,
  workFolder,
} from './server.mjs';

const REQUESTS = 10_000;
const AT_ONCE = 64;
const CLIENTS = 300;

export const requests = async () => {
  const { module } = await runnerImport(
    join(import.meta.dirname, '../../../src/presets/demo/demo-files.ts'),
  );
  const files = module.demoFiles({ clients: CLIENTS, seed: 7 });
  const server = await startServer(join(workFolder(), 'data'));
  for (const kind of KINDS) await uploadPieces(server.port, kind, [files[kind]]);
  await ask(server.base, 'POST', '/process');

  const wanted = [
    ['GET', '/clients?limit=50&offset=100', 200],
    ['POST', '/push-notifications?limit=50', 200],
    ['GET', '/export/csv', 200],
    ['GET', '/export/csv?format=json', 200],
    ['GET', '/stats', 200],
    ['GET', '/nothing', 404],
    ['GET', '/clients?limit=x', 400],
    ['GET', '/recommendations/nobody', 404],
    ...Array.from({ length: 40 }, (_, at) => ['GET', `/recommendations/${1 + at * 7}`, 200]),
  ];
  const right = new Map();
  for (const [method, path] of wanted) right.set(path, (await ask(server.base, method, path)).text);

  const round = async () => {
    const times = [];
    let wrong = 0;
    let failed = 0;
    let next = 0;
    const worker = async () => {
      while (next < REQUESTS) {
        const [method, path, status] = wanted[next++ % wanted.length];
        const start = performance.now();
        const answer = await ask(server.base, method, path).catch((error) => ({
          status: 0,
          text: `${error} ${error.cause}`,
        }));
        times.push(performance.now() - start);
        if (answer.status === 0 || answer.status >= 500) failed++;
        if (answer.status === status && answer.text === right.get(path)) continue;
        if (wrong++ < 5) console.log(`  ${path}: ${answer.status} ${answer.text.slice(0, 200)}`);
      }
    };
    const start = performance.now();
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    const seconds = (performance.now() - start) / 1000;
    times.sort((a, b) => a - b);
    const { now } = memoryOf(server.pid);
    console.log(
      `  ${REQUESTS} requests: ${(REQUESTS / seconds).toFixed(0)} a second, median ${percentile(times, 0.5).toFixed(0)} ms, ` +
        `99 of 100 ${percentile(times, 0.99).toFixed(0)} ms, memory ${now.toFixed(0)} MB`,
    );
    check('no wrong answer, no 5xx', wrong === 0 && failed === 0);
    return now;
  };
  // The first round warms up; then memory may not grow any more.
  await round();
  const before = await round();
  const after = await round();
  figure('growth in the last 10 000', Math.max(0, after - before), 'MB', 20);
  check('no bug in the log', !server.log.some((line) => line.includes('"bug"')));
  await server.stop();
};
