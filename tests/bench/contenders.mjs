/**
 * What is measured. `command(folder)` is the program and its parameters, run from the root in a process
 * of its own; it prints one line of JSON with `seconds` and what proves its answer. `limit` names the
 * contender that only reads the files in the same surroundings.
 */
import { join } from 'node:path';
import { duckDbWasm, python } from './install.mjs';

const own = join(import.meta.dirname, 'contenders');
const typescript = (name, ...parameters) => [
  'node',
  [join(import.meta.dirname, '../run-typescript.mjs'), join(own, name), ...parameters],
];

export const contenders = [
  {
    name: 'Vygoda, Node, 2 threads',
    does: 'files to recommendations ready',
    limit: 'reading alone, Node',
    command: (folder) => typescript('vygoda-node.ts', folder, '2'),
  },
  {
    name: 'Vygoda, Node, 1 thread',
    does: 'files to recommendations ready',
    limit: 'reading alone, Node',
    command: (folder) => typescript('vygoda-node.ts', folder, '1'),
  },
  {
    name: 'Vygoda, Chromium',
    does: 'files to recommendations ready, in the page',
    limit: 'reading alone, Chromium',
    command: (folder) => typescript('vygoda-chromium.ts', folder),
  },
  {
    name: 'DuckDB, simple',
    does: 'native, 2 threads: read_csv + GROUP BY',
    limit: 'reading alone, Node',
    command: (folder) => [python(), [join(own, 'duckdb_group_by.py'), folder]],
  },
  {
    name: 'DuckDB, same metrics',
    does: 'native, 2 threads: what Vygoda computes',
    limit: 'reading alone, Node',
    command: (folder) => [python(), [join(own, 'duckdb_same_metrics.py'), folder]],
  },
  {
    name: 'DuckDB-WASM, Chromium',
    does: 'read_csv + GROUP BY',
    limit: 'reading alone, Chromium',
    command: (folder) => typescript('duckdb-wasm-chromium.ts', folder, duckDbWasm()),
  },
  {
    name: 'Papa Parse, Chromium',
    does: 'in a worker: the same simple grouping',
    limit: 'reading alone, Chromium',
    command: (folder) => typescript('papa-chromium.ts', folder),
  },
  {
    name: 'pandas',
    does: 'read_csv + groupby',
    limit: 'reading alone, Node',
    command: (folder) => [python(), [join(own, 'pandas_group_by.py'), folder]],
  },
  {
    name: 'reading alone, Node',
    does: 'the limit: 2 readers, nothing touched',
    command: (folder) => ['node', [join(own, 'raw-node.mjs'), folder]],
  },
  {
    name: 'reading alone, Chromium',
    does: 'the limit: 2 workers, nothing touched',
    command: (folder) => typescript('raw-chromium.ts', folder),
  },
];
