/** `node tests/run-typescript.mjs SCRIPT.ts …`: bundles a script of the tests for Node and runs it. */
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const [script] = process.argv.splice(2, 1);
const outDir = join(import.meta.dirname, '../node_modules/.cache/scripts');
await build({
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: script,
    outDir,
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { entryFileNames: '[name].js' } },
  },
});
await import(pathToFileURL(join(outDir, basename(script, '.ts') + '.js')).href);
