/**
 * `npm run bench:page [CLIENTS = 1000000] [ROUNDS = 5]`: the built page in Chromium with that many lean
 * clients. Prints how soon the table answers and how long its frames are. Needs `npm run build`.
 */
import { chromium, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../e2e/browser.ts';
import { leanFiles } from './lean-files.ts';

const [clients = 1_000_000, rounds = 5] = process.argv.slice(2).map(Number);

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
};

/** Milliseconds from `act` until what `read` sees has changed and is drawn, in the page's own clock. */
const until = (page: Page, act: string, read: string, text?: string): Promise<number> =>
  page.evaluate(
    ({ act: selector, read: reading, text: typed }) =>
      new Promise<number>((resolve) => {
        const now = (): string => document.querySelector<HTMLElement>(reading)?.innerText ?? '';
        const before = now();
        const start = performance.now();
        const target = document.querySelector<HTMLElement>(selector);
        if (target === null) throw new Error(`nothing is at ${selector}`);
        if (typed === undefined) target.click();
        else {
          (target as HTMLInputElement).value = typed;
          target.dispatchEvent(new Event('input'));
        }
        const look = (): void => {
          const text = now();
          // A row that is on its way has no text yet.
          const there = text !== before && text !== '';
          if (there && document.querySelector('.totals.busy') === null)
            resolve(performance.now() - start);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    { act, read, text },
  );

/** Lengths of the frames while `work` goes on. */
const framesDuring = async (page: Page, work: () => Promise<void>): Promise<number[]> => {
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const step = (now: number): void => {
      frames.push(now - last);
      last = now;
      if (Reflect.get(window, 'frames60') === frames) requestAnimationFrame(step);
    };
    Reflect.set(window, 'frames60', frames);
    requestAnimationFrame(step);
  });
  await work();
  return page.evaluate(() => {
    const frames = Reflect.get(window, 'frames60') as number[];
    Reflect.set(window, 'frames60', null);
    return frames.slice(1);
  });
};

const report = (name: string, values: readonly number[]): void => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(0);
  console.log(`| ${name} | ${at(0.5)} | ${at(0.95)} | ${at(1)} | ${String(sorted.length)} |`);
};

const port = await freePort();
const data = mkdtempSync(join(tmpdir(), 'vygoda-bench-'));
const server = spawn('node', ['dist-node/vygoda.js', 'serve'], {
  env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), VYGODA_DATA: data },
  stdio: 'ignore',
});
const browser = await chromium.launch(findBrowser());
try {
  const page = await browser.newPage({ locale: 'ru-KZ', viewport: { width: 1440, height: 900 } });
  const address = `http://127.0.0.1:${String(port)}/`;
  for (let tries = 0; ; tries++) {
    const there = await page.goto(address).catch(() => null);
    if (there !== null) break;
    if (tries > 100) throw new Error('the server does not start');
    await page.waitForTimeout(100);
  }
  await page
    .locator('input[type=file][multiple]:not([webkitdirectory])')
    .setInputFiles(leanFiles(clients));
  await page.getByRole('heading', { name: 'Данные загружены' }).waitFor({ timeout: 600_000 });
  const load = loadavg()[0].toFixed(1);
  console.log(`${String(clients)} clients, Chromium ${browser.version()}, load ${load}\n`);
  console.log('| what | median, ms | 95 % | worst | of |\n|---|---:|---:|---:|---:|');

  report('table ready after scoring', [
    await until(page, 'nav a[href*="recommendations"]', '[data-row="0"] .code'),
  ]);
  const row = '[data-row="0"] .code';
  const sorts: number[] = [];
  const again: number[] = [];
  const heads = await page.locator('[role=columnheader] button.name').count();
  for (let head = 2; head <= heads + 1; head++) {
    const button = `[role=columnheader]:nth-child(${String(head)}) button.name`;
    sorts.push(await until(page, button, row));
    sorts.push(await until(page, button, row));
    again.push(await until(page, button, row));
  }
  report('sort by a column, first time', sorts);
  report('sort by a column, again', again);

  const totals = '.totals';
  const filters: number[] = [];
  await page.locator('.filters').getByRole('button', { name: 'Город' }).click();
  for (let round = 0; round < 2 * rounds; round++) {
    const city = String((round % rounds) + 1);
    filters.push(await until(page, `.popover label:nth-of-type(${city}) input`, totals));
  }
  await page.keyboard.press('Escape');
  report('filter by a city', filters);

  const searches: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const word = String(12_345 + 1111 * round);
    for (let size = 1; size <= word.length; size++)
      searches.push(await until(page, '.search input', totals, word.slice(0, size)));
    await until(page, '.search input', totals, '');
  }
  report('search, a letter more', searches);

  const scrolling = await framesDuring(page, async () => {
    await page.mouse.move(700, 500);
    for (let turn = 0; turn < 120; turn++)
      await page.mouse.wheel(0, turn % 30 === 29 ? 60_000 : 400);
  });
  report('a frame while scrolling', scrolling);
  const typing = await framesDuring(page, async () => {
    for (let round = 0; round < rounds; round++) {
      await page.locator('.search input').pressSequentially('54321', { delay: 60 });
      await page.locator('.search input').fill('');
    }
  });
  report('a frame while typing', typing);
  const long = (frames: readonly number[]): string =>
    String(frames.filter((frame) => frame > 50).length);
  console.log(`\nFrames over 50 ms: ${long(scrolling)} scrolling, ${long(typing)} typing.`);
} finally {
  await browser.close();
  server.kill();
}
