import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import vue from '@vitejs/plugin-vue';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { assembly } from './build/assembly.mjs';
import { CONTENT_SECURITY_POLICY } from './src/worker/content-security-policy.ts';

const { version: VERSION } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  version: string;
};

/** An icon inside the file that names it: what is fetched after load would have to be let out. */
const withIcon = (text: string): string =>
  text.replace(
    '"icon.svg"',
    () => `"data:image/svg+xml;base64,${readFileSync('public/icon.svg', 'base64')}"`,
  );

/** Static hosts send no policy, so the built page carries its own; the dev server needs its inline styles. */
const policyInPage: Plugin = {
  name: 'vygoda-policy',
  apply: 'build',
  transformIndexHtml: (html) => ({
    html: withIcon(html),
    tags: [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  }),
};

const SERVICE_WORKER = 'service-worker.js';

const digest = (algorithm: string, bytes: Uint8Array | string): string =>
  createHash(algorithm).update(bytes).digest('base64');

/** Tells the service worker every file of the finished page, those of public/ too, and its digest. */
const offlineFiles: Plugin = {
  name: 'vygoda-offline',
  apply: 'build',
  writeBundle: ({ dir = 'dist' }) => {
    const manifest = join(dir, 'manifest.webmanifest');
    writeFileSync(manifest, withIcon(readFileSync(manifest, 'utf8')));
    const files = readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== SERVICE_WORKER)
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => {
        const name = path.slice(dir.length + 1).replaceAll(sep, '/');
        const integrity = `sha256-${digest('sha256', readFileSync(path))}`;
        return [name === 'index.html' ? './' : name, integrity] as const;
      });
    const list = JSON.stringify(Object.fromEntries(files));
    const path = join(dir, SERVICE_WORKER);
    const head = `const APP_FILES=${list},APP_VERSION="${digest('sha256', list).slice(0, 16)}";\n`;
    writeFileSync(path, head + readFileSync(path, 'utf8'));
  },
};

/**
 * `vite build` makes the static page in dist/, `vite build --ssr` the Node programs in dist-node/, and
 * `--mode stream` beside them the one file that a cluster ships to its executors.
 */
export default defineConfig(({ isSsrBuild, mode }) => ({
  // Relative addresses: the page works in any folder of any static host.
  base: './',
  define: { __PROGRAM_VERSION__: JSON.stringify(VERSION) },
  plugins: [vue(), assembly(), policyInPage, ...(isSsrBuild ? [] : [offlineFiles])],
  // Executors have no packages: what the stream's program needs goes into its file.
  ...(mode === 'stream' ? { ssr: { noExternal: true as const } } : {}),
  worker: { format: 'es', plugins: () => [assembly()] },
  build: mode === 'stream' ? streamProgram : isSsrBuild ? nodePrograms : staticPage,
  test: {
    // A busy machine is no failed test; what hangs still fails.
    testTimeout: 30_000,
    hookTimeout: 120_000,
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
  rolldownOptions: {
    input: { index: 'index.html', 'service-worker': 'src/worker/service-worker.ts' },
    output: {
      // The browser finds a newer one by the same name.
      entryFileNames: ({ name }: { name: string }) =>
        name === 'service-worker' ? SERVICE_WORKER : 'assets/[name]-[hash].js',
    },
  },
  // What is bundled asks for its licence to go with it.
  license: { fileName: 'licences.md' },
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
