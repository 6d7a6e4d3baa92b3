/** Contenders that are no part of the project: installed into the cache when they are first asked for. */
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CACHE = join(import.meta.dirname, '../../node_modules/.cache');
const PYTHON_PACKAGES = ['duckdb==2.0.0', 'pandas==3.1.1'];
const DUCKDB_WASM = '@duckdb/duckdb-wasm@1.32.0';

const run = (program, parameters) =>
  execFileSync(program, parameters, { stdio: ['ignore', 'inherit', 'pipe'], encoding: 'utf8' });

/** The folder of what was installed; half an installation is made again. */
const installed = (name, install) => {
  const folder = join(CACHE, name);
  const complete = join(folder, 'complete');
  if (!existsSync(complete)) {
    install(folder);
    writeFileSync(complete, '');
  }
  return folder;
};

/** A Python with the packages of the contenders. */
export const python = () => {
  const folder = installed('bench-python', (to) => {
    run('python3', ['-m', 'venv', to]);
    run(join(to, 'bin/python'), ['-m', 'pip', 'install', '--quiet', ...PYTHON_PACKAGES]);
  });
  return join(folder, 'bin/python');
};

/** The folder whose node_modules has DuckDB-WASM. */
export const duckDbWasm = () =>
  installed('bench-duckdb-wasm', (to) => {
    run('npm', ['install', '--prefix', to, '--no-audit', '--no-fund', DUCKDB_WASM]);
  });
