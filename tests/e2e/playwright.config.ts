import { defineConfig } from '@playwright/test';
import { createServer, type AddressInfo } from 'node:net';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';

const root = join(import.meta.dirname, '../..');

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

// Playwright reads this file again in each of its processes: the port is chosen once and inherited.
process.env.VYGODA_E2E_PORT ||= String(await freePort());
const port = process.env.VYGODA_E2E_PORT;
process.env.VYGODA_E2E_DATA ||= mkdtempSync(join(tmpdir(), 'vygoda-e2e-data-'));
const dataFolder = process.env.VYGODA_E2E_DATA;
const address = `http://127.0.0.1:${port}/`;

/** The built page, served by the project's own server: what a person gets, headers included. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  outputDir: join(root, 'test-results'),
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // A busy machine is no failed test; what hangs still fails.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: address,
    launchOptions: findBrowser(),
    locale: 'ru-KZ',
    timezoneId: 'Asia/Almaty',
    trace: 'retain-on-failure',
  },
  webServer: {
    // Its log has a line for every request of every test.
    command: `node dist-node/vygoda.js serve 2> "${dataFolder}.log"`,
    cwd: root,
    // A data folder of its own: a server that is running already keeps the usual one.
    env: { HOST: '127.0.0.1', PORT: port, VYGODA_DATA: dataFolder },
    url: address,
    timeout: 30_000,
  },
});
