/**
 * What the tests on a cluster need: Java 17, Python 3.10, and PySpark, which brings Spark. It is installed
 * into node_modules/.cache/cluster when it is first asked for.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'node_modules/.cache/cluster');
const requirements = join(import.meta.dirname, 'requirements.txt');
/** Says which versions the folder holds, once it is whole. */
const stamp = join(folder, 'installed.txt');
const DOWNLOAD_MS = 480_000;

const says = (program, parameters) => {
  const { status, stdout, stderr } = spawnSync(program, parameters, { encoding: 'utf8' });
  return status === 0 ? `${stdout}${stderr}` : '';
};

/** The Python that has PySpark, or the sentence that says why there is none. */
export const setUp = () => {
  if (process.platform === 'win32')
    return { missing: 'Spark runs scripts on Linux and macOS only' };
  const java = /version "([0-9]+)/.exec(says('java', ['-version']));
  if (java === null || Number(java[1]) < 17) return { missing: 'there is no Java 17 or newer' };
  const tooOld = 'import sys; sys.exit(sys.version_info < (3, 10))';
  if (spawnSync('python3', ['-c', tooOld]).status !== 0) {
    return { missing: 'there is no Python 3.10 or newer' };
  }
  const python = join(folder, 'venv/bin/python3');
  const wanted = readFileSync(requirements, 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return { python };

  rmSync(folder, { recursive: true, force: true });
  console.log(`Installing ${wanted.trim()} into node_modules/.cache/cluster …`);
  const pip = ['-m', 'pip', 'install', '--quiet', '--retries', '1', '--timeout', '30'];
  for (const [program, parameters] of [
    ['python3', ['-m', 'venv', join(folder, 'venv')]],
    [python, [...pip, '--requirement', requirements]],
  ]) {
    const { status } = spawnSync(program, parameters, { stdio: 'inherit', timeout: DOWNLOAD_MS });
    if (status !== 0) return { missing: `"${[program, ...parameters].join(' ')}" failed` };
  }
  writeFileSync(stamp, wanted);
  return { python };
};
