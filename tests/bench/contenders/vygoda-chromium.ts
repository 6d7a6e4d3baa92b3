/**
 * Contender: the built page in Chromium, loaded, from files given to its file input to
 * recommendations ready. Prints one line of JSON with the numbers that the page shows of what it read.
 */
import { chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ru } from '../../../src/locales/ru/index.ts';
import { findBrowser } from '../../e2e/browser.ts';

const LIMIT_MS = 300_000;
const [folder] = process.argv.slice(2);
const files = ['clients', 'transactions', 'transfers'].map((name) => join(folder, `${name}.csv`));

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
};

const data = mkdtempSync(join(tmpdir(), 'vygoda-bench-'));
const port = await freePort();
const server = spawn('node', ['dist-node/vygoda.js', 'serve'], {
  env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), VYGODA_DATA: data },
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
      if (tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  const input = page.locator('input[type=file][multiple]:not([webkitdirectory])');
  await input.waitFor({ state: 'attached' });
  // As the others, whose workers have said that they are ready: loading the page is not what is timed.
  await page.waitForLoadState('networkidle');
  if (page.workers().length === 0) await page.waitForEvent('worker');
  const start = performance.now();
  await input.setInputFiles(files);
  // By its element: looking for roles again and again would take a processor from the page.
  const ready = page.locator('h1', { hasText: ru.data.result.title });
  await ready.waitFor({ timeout: LIMIT_MS });
  const seconds = (performance.now() - start) / 1000;
  const text = await page.locator('main').innerText();
  const shown = (text.match(/\d+(?:[\u00a0\u202f]\d{3})*/g) ?? []).map((number) =>
    Number(number.replaceAll(/\D/g, '')),
  );
  console.log(JSON.stringify({ seconds, version: `Chromium ${browser.version()}`, shown }));
} finally {
  await browser.close();
  server.kill();
  rmSync(data, { recursive: true, force: true });
}
