/**
 * `npm run test:cluster`: the tests on a real Spark, or a loud line where there can be none.
 * `npm run test:cluster -- --rows 4000000`: the same on as many generated rows, with the clock.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setUp } from './set-up.mjs';

const root = join(import.meta.dirname, '../..');
const parameters = process.argv.slice(2);
const { python, missing } = setUp();

if (missing !== undefined) {
  console.log(`\n*** THE TESTS ON A CLUSTER ARE SKIPPED: ${missing}. ***\n`);
} else {
  const run = (command, env = {}) =>
    spawnSync(command[0], command.slice(1), {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, VYGODA_CLUSTER_PYTHON: python, ...env },
    }).status === 0;
  const isBuilt = ['vygoda.js', 'vygoda-stream.mjs'].every((name) =>
    existsSync(join(root, 'dist-node', name)),
  );
  const at = parameters.indexOf('--rows');
  const env = at < 0 ? {} : { VYGODA_CLUSTER_ROWS: parameters.splice(at, 2)[1] };
  const tests = ['npx', 'vitest', 'run', '--config', 'tests/cluster/vitest.config.ts'];
  const ok = (isBuilt || run(['npm', 'run', 'build'])) && run([...tests, ...parameters], env);
  process.exitCode = ok ? 0 : 1;
}
