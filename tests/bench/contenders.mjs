/** What is measured: each contender is a process of its own that prints one line of JSON. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const venv = join(root, 'node_modules/.cache/bench-python');
const python = join(venv, 'bin/python');

/** Native contenders are installed when they are first asked for, outside the project's packages. */
const withPython = () => {
  if (existsSync(python)) return python;
  execFileSync('python3', ['-m', 'venv', venv], { stdio: 'inherit' });
  execFileSync(python, ['-m', 'pip', 'install', '--quiet', 'duckdb', 'pandas'], {
    stdio: 'inherit',
  });
  return python;
};

const script = (name) => [
  'node',
  [join(root, 'tests/run-typescript.mjs'), join(root, 'tests/bench', name)],
];

export const contenders = [
  {
    name: 'Vygoda, Node, 2 threads',
    does: 'files to recommendations ready',
    command: (folder) => withArguments(script('vygoda-node.ts'), folder, '2'),
  },
  {
    name: 'Vygoda, Node, 1 thread',
    does: 'files to recommendations ready',
    command: (folder) => withArguments(script('vygoda-node.ts'), folder, '1'),
  },
  {
    name: 'Vygoda, Chromium',
    does: 'files to recommendations ready, in the page',
    command: (folder) => withArguments(script('vygoda-chromium.ts'), folder),
  },
  {
    name: 'DuckDB, native, 2 threads',
    does: 'read_csv + GROUP BY',
    command: (folder) => [withPython(), [join(root, 'tests/bench/duckdb_group_by.py'), folder]],
  },
  {
    name: 'pandas',
    does: 'read_csv + groupby',
    command: (folder) => [withPython(), [join(root, 'tests/bench/pandas_group_by.py'), folder]],
  },
];

const withArguments = ([program, parameters], ...more) => [program, [...parameters, ...more]];
