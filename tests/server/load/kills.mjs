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
  const send = (server, files, kind) => uploadPieces(server.port, kind, [files[kind]]);

  const first = await startServer(data);
  const right = [];
  for (const files of sets) {
    for (const kind of KINDS) await send(first, files, kind);
    await ask(first.base, 'POST', '/process');
    right.push((await ask(first.base, 'GET', '/export/csv')).text);
  }
  await first.stop();

  let wrong = 0;
  let dirty = 0;
  const starts = [];
  const during = {};
  for (let at = 0; at < KILLS; at++) {
    const server = await startServer(data);
    // All kinds of one set, then processing: killed somewhere on the way.
    let step = 'idle';
    const files = sets[at % 2];
    const work = (async () => {
      for (const kind of KINDS) {
        step = 'upload';
        await send(server, files, kind);
      }
      step = 'process';
      await ask(server.base, 'POST', '/process');
      step = 'done';
    })().catch(() => undefined);
    await wait(Math.random() * 1500);
    during[step] = (during[step] ?? 0) + 1;
    await server.stop('SIGKILL');
    await work;

    const start = performance.now();
    const next = await startServer(data);
    starts.push(performance.now() - start);
    if (!isClean(data)) dirty++;
    // The last results stand, whole: of the one set or of the other.
    const { status, text } = await ask(next.base, 'GET', '/export/csv');
    if (status !== 200 || !right.includes(text)) wrong++;
    // What is there can be processed; a mixture of sets is right when each file is whole.
    const { text: processed } = await ask(next.base, 'POST', '/process');
    if (JSON.parse(processed).clients_count !== 60) wrong++;
    for (const kind of KINDS) await send(next, files, kind);
    await ask(next.base, 'POST', '/process');
    if ((await ask(next.base, 'GET', '/export/csv')).text !== right[at % 2]) wrong++;
    await next.stop();
    if (readdirSync(data).includes('incoming')) dirty++;
    if ((at + 1) % 25 === 0)
      console.log(`  killed ${at + 1} times: ${wrong} wrong, ${dirty} dirty`);
  }
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
