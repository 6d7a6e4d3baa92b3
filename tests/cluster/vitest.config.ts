import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const measures = process.env.VYGODA_CLUSTER_ROWS !== undefined;

/** Apart from the other tests: these need Java and Python, and one Spark is all that a machine can bear. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: [measures ? 'tests/cluster/measure.ts' : 'tests/cluster/*.cluster.ts'],
    // Spark starts in half a minute on a busy machine; what hangs still fails.
    testTimeout: measures ? 3_600_000 : 300_000,
    hookTimeout: 300_000,
  },
});
