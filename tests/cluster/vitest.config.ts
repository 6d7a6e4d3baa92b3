import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const measures = process.env.VYGODA_CLUSTER_ROWS !== undefined;

/** Apart from the other tests: these need Java and Python, and one Spark is all that a machine can bear. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: [measures ? 'tests/cluster/measure.ts' : 'tests/cluster/*.cluster.ts'],
    // Spark is slow on a busy machine; what hangs still fails.
    testTimeout: measures ? 7_200_000 : 900_000,
    hookTimeout: 900_000,
  },
});
