/** A disk of 96 MB that fills up: a clear refusal, nothing left behind, and it goes on. Needs root on Linux. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { ask, check, KINDS, startServer, uploadPieces, workFolder } from './server.mjs';

const MB = 1024 * 1024;
const [MOUNT, UNMOUNT] = ['mount', 'umount'];

export const fullDisk = async () => {
  const disk = join(workFolder(), 'disk');
  mkdirSync(disk);
  try {
    execFileSync(MOUNT, ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    console.log('  not measured: this user cannot mount a small disk');
    return;
  }
  process.prependListener('exit', () => execFileSync(UNMOUNT, ['-l', disk]));
  const { module } = await runnerImport(
    join(import.meta.dirname, '../../../src/presets/demo/demo-files.ts'),
  );
  const files = module.demoFiles({ clients: 600, seed: 7 });
  const data = join(disk, 'data');
  const server = await startServer(data);
  const codeOf = ({ status, text }) => `${status} ${JSON.parse(text).code}`;
  const isClean = () => readdirSync(join(data, 'incoming')).length === 0;
  for (const kind of KINDS) await uploadPieces(server.port, kind, [files[kind]]);
  await ask(server.base, 'POST', '/process');
  const { text: right } = await ask(server.base, 'GET', '/export/csv');

  function* tooMuch() {
    yield 'client_code,name\n';
    for (let sent = 0; sent < 90; sent++) yield `${'1,Анна\n'.repeat(100_000)}`;
  }
  check(
    'an upload larger than the disk',
    codeOf(await uploadPieces(server.port, 'clients', tooMuch())) === '507 disk-full' && isClean(),
  );

  const room = Number(
    execFileSync('df', ['--output=avail', '-B1', disk], { encoding: 'utf8' }).split('\n')[1],
  );
  writeFileSync(join(disk, 'ballast'), Buffer.alloc(room - MB));
  check(
    'an upload on a full disk',
    codeOf(await uploadPieces(server.port, 'clients', [files.clients])) === '507 disk-full' &&
      isClean(),
  );
  check(
    'processing on a full disk',
    codeOf(await ask(server.base, 'POST', '/process')) === '507 disk-full' && isClean(),
  );
  check(
    'the results before it stand',
    (await ask(server.base, 'GET', '/export/csv')).text === right,
  );
  check('it is well', (await ask(server.base, 'GET', '/health')).status === 200);
  rmSync(join(disk, 'ballast'));
  check(
    'and goes on when there is room',
    (await ask(server.base, 'POST', '/process')).status === 200,
  );
  check('no bug in the log', !server.log.some((line) => line.includes('"bug"')));
  await server.stop();
};
