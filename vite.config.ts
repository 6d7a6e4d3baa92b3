import vue from '@vitejs/plugin-vue';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { assembly } from './build/assembly.mjs';
import { CONTENT_SECURITY_POLICY } from './src/worker/content-security-policy.ts';

/** Static hosts send no policy, so the built page carries its own; the dev server needs its inline styles. */
const policyInPage: Plugin = {
  name: 'vygoda-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
      injectTo: 'head-prepend',
    },
  ],
};

/**
 * `vite build` makes the static page in dist/, `vite build --ssr` the Node programs in dist-node/, and
 * `--mode stream` beside them the one file that a cluster ships to its executors.
 */
export default defineConfig(({ isSsrBuild, mode }) => ({
  // Relative addresses: the page works in any folder of any static host.
  base: './',
  plugins: [vue(), assembly(), policyInPage],
  worker: { format: 'es', plugins: () => [assembly()] },
  build: mode === 'stream' ? streamProgram : isSsrBuild ? nodePrograms : staticPage,
  test: {
    // A busy machine is no failed test; what hangs still fails.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/app/**', 'tests/e2e/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'component',
          environment: 'happy-dom',
          include: ['tests/app/**/*.test.ts'],
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.{ts,vue}'],
      thresholds: {
        'src/engine/{kernel,bytes,rows,features,benefits,recommendations,texts}/**': {
          branches: 100,
        },
      },
    },
  },
}));

const staticPage = {
  target: 'es2023',
  // The content security policy allows no data: fonts and no inline scripts.
  assetsInlineLimit: 0,
  modulePreload: { polyfill: false },
};

const nodePrograms = {
  target: 'node20',
  outDir: 'dist-node',
  copyPublicDir: false,
  rolldownOptions: {
    input: {
      vygoda: 'src/cli/main.ts',
      'node-entry': 'src/worker/node-entry.ts',
      'process-worker': 'src/server/process-worker.ts',
    },
    // All in one folder: whichever file asks for './node-entry.js' finds it beside itself.
    output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
  },
};

const streamProgram = {
  target: 'node20',
  outDir: 'dist-node',
  emptyOutDir: false,
  copyPublicDir: false,
  rolldownOptions: {
    input: 'src/cli/stream/stream-main.ts',
    // No package.json travels with it, so its name must say that it is a module.
    output: { entryFileNames: 'vygoda-stream.mjs', codeSplitting: false },
  },
};
