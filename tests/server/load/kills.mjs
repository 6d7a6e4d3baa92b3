/** kill -9 at 200 random moments of uploading and processing: every next start is clean and right. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import {
  ask,
  check,
  figure,
  KINDS,
  startServer,
  uploadPieces,
  wait,
  workFolder,
} from './server.mjs';

const KILLS = Number(process.env.KILLS ?? 200);

export const kills = async () => {
  const { module } = await runnerImport(
    join(import.meta.dirname, '../../../src/presets/demo/demo-files.ts'),
  );
  const sets = [3, 4].map((seed) => module.demoFiles({ clients: 60, seed }));
  const data = join(workFolder(), 'data');
  let step = 'idle';
  /** The whole way: all kinds of one set, then processing. */
  const work = async ({ port, base }, files) => {
    for (const kind of KINDS) {
      step = 'upload';
      await uploadPieces(port, kind, [files[kind]]);
    }
    step = 'process';
    await ask(base, 'POST', '/process');
    step = 'done';
  };
  const offersOf = async ({ base }) => {
    const { status, text } = await ask(base, 'GET', '/export/csv');
    return status === 200 ? text : null;
  };

  let server = await startServer(data);
  const right = [];
  let takes = 0;
  for (const files of sets) {
    const start = performance.now();
    await work(server, files);
    takes = performance.now() - start;
    right.push(await offersOf(server));
  }

  let wrong = 0;
  let dirty = 0;
  const starts = [];
  const during = {};
  for (let at = 1; at <= KILLS; at++) {
    const files = sets[at % 2];
    const working = work(server, files).catch(() => undefined);
    await wait(Math.random() * takes);
    during[step] = (during[step] ?? 0) + 1;
    await server.stop('SIGKILL');
    await working;

    const start = performance.now();
    server = await startServer(data);
    starts.push(performance.now() - start);
    if (!isClean(data)) dirty++;
    // The last results stand, whole: of the one set or of the other.
    if (!right.includes(await offersOf(server))) wrong++;
    if (at % 10 > 0) continue;
    // And it goes on as if nothing had been.
    await work(server, files);
    if ((await offersOf(server)) !== right[at % 2]) wrong++;
    console.log(`  killed ${at} times: ${wrong} wrong, ${dirty} dirty`);
  }
  await server.stop();
  if (readdirSync(data).includes('incoming')) dirty++;
  console.log(`  killed ${KILLS} times: ${JSON.stringify(during)}`);
  check('every next start was right', wrong === 0);
  check('every next start was clean', dirty === 0);
  figure('the slowest start', Math.max(...starts), 'ms');
};

/** Nothing in the folder that the index does not name, and all that it names. */
const isClean = (data) => {
  const { files, result } = JSON.parse(readFileSync(join(data, 'index.json'), 'utf8'));
  const ids = KINDS.flatMap((kind) => files[kind].map(({ id }) => id)).sort();
  const same = (folder, names) =>
    JSON.stringify(readdirSync(join(data, folder)).sort()) === JSON.stringify(names);
  return same('incoming', []) && same('uploads', ids) && same('results', [result]);
};
