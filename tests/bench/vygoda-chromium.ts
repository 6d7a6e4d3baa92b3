/**
 * Contender: the built page in Chromium, from files given to its file input to recommendations
 * ready. Prints one line of JSON; the sums come from the report that the page exports.
 */
import { chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { findBrowser } from '../e2e/browser.ts';

const [folder] = process.argv.slice(2);
const program = process.env.VYGODA_PROGRAM ?? 'dist-node/vygoda.js';
const files = ['clients', 'transactions', 'transfers'].map((name) => join(folder, `${name}.csv`));

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
};

const port = await freePort();
const server = spawn('node', [program, 'serve'], {
  env: { ...process.env, HOST: '127.0.0.1', PORT: String(port) },
  stdio: 'ignore',
});
const browser = await chromium.launch(findBrowser());
try {
  const page = await browser.newPage({ locale: 'ru-KZ' });
  for (let tries = 0; ; tries++) {
    try {
      await page.goto(`http://127.0.0.1:${port}/`);
      break;
    } catch (error) {
      if (tries > 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  const input = page.locator('input[type=file]:not([webkitdirectory])');
  await input.waitFor({ state: 'attached' });
  const start = performance.now();
  await input.setInputFiles(files);
  await page.getByRole('heading', { name: 'Данные загружены' }).waitFor({ timeout: 300_000 });
  const seconds = (performance.now() - start) / 1000;
  const shown = (await page.locator('main').innerText()).replaceAll(/\s+/g, '');
  console.log(JSON.stringify({ seconds, version: browser.version(), shown }));
} finally {
  await browser.close();
  server.kill();
}
