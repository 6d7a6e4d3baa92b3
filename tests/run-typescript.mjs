/**
 * `node tests/run-typescript.mjs SCRIPT.ts …`: bundles a script of the tests for Node and runs it,
 * with the program of the reading workers beside it.
 */
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { assembly } from '../build/assembly.mjs';

const [script] = process.argv.splice(2, 1);
const root = join(import.meta.dirname, '..');
const name = basename(script, '.ts');
const outDir = join(root, 'node_modules/.cache/scripts', name);
await build({
  configFile: false,
  plugins: [assembly()],
  logLevel: 'error',
  build: {
    ssr: true,
    outDir,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: { [name]: script, 'node-entry': join(root, 'src/worker/node-entry.ts') },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
});
await import(pathToFileURL(join(outDir, `${name}.js`)).href);
