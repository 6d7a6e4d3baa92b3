/**
 * `npm run bench:export [-- CLIENTS = 1000000]`: the texts of that many clients as CSV, written by the built
 * page in Chromium. Prints the rate, what the heap of its workers does meanwhile, and how soon it
 * stops. The clients are lean, so the rule of thin data is switched off. Needs `npm run build`.
 */
import type { Page } from '@playwright/test';
import { createReadStream } from 'node:fs';
import { loadavg } from 'node:os';
import { ru } from '../../../src/locales/ru/index.ts';
import { standard } from '../../../src/presets/catalogues/standard.ts';
import { withBuiltPage } from '../built-page.ts';
import { leanFiles } from '../lean-files.ts';
import { processorSeconds, residentBytes } from './children.ts';
import { WorkerHeap } from './worker-heap.ts';

const HOUR = 3_600_000;
const MIB = 2 ** 20;
const LINE_FEED = 10;

const [clients = 1_000_000] = process.argv.slice(2).map(Number);
/** Everybody is offered something. */
const catalogue = {
  ...standard,
  version: 'bench',
  rules: { ...standard.rules, minMonths: 0, minOperations: 0, offerThreshold: 0 },
};

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const readClients = async (page: Page): Promise<void> => {
  await page
    .locator('input[type=file][multiple]:not([webkitdirectory])')
    .setInputFiles(leanFiles(clients));
  await page.getByRole('heading', { name: ru.data.result.title }).waitFor({ timeout: HOUR });
};

const useCatalogue = async (page: Page): Promise<void> => {
  await page.locator('nav a[href*="catalogue"]').click();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: ru.editor.load }).first().click();
  const buffer = Buffer.from(JSON.stringify(catalogue));
  const file = { name: 'bench.json', mimeType: 'application/json', buffer };
  await (await choosing).setFiles(file);
  await page.getByText(ru.editor.loaded.split('{')[0]).first().waitFor({ timeout: HOUR });
};

const linesOf = async (path: string): Promise<number> => {
  let lines = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    for (const byte of chunk) if (byte === LINE_FEED) lines++;
  }
  return lines;
};

await withBuiltPage(async ({ page, browser }) => {
  const heap = await WorkerHeap.of(page);
  await readClients(page);
  await useCatalogue(page);
  await page.locator('nav a[href*="export"]').click();
  const before = await heap.settled();
  const residentBefore = residentBytes() / MIB;

  // Once to the middle of nowhere: what is stopped leaves everything as it was.
  await button(page, ru.exporting.build).click();
  await page.locator('[role=progressbar][aria-valuenow="2"]').waitFor({ timeout: HOUR });
  const stopping = performance.now();
  await button(page, ru.app.cancel).click();
  await page.getByText(ru.exporting.stopped).waitFor();
  const stopped = performance.now() - stopping;

  heap.start();
  let resident = 0;
  const looking = setInterval(() => (resident = Math.max(resident, residentBytes() / MIB)), 2000);
  const start = performance.now();
  const busyBefore = processorSeconds();
  await button(page, ru.exporting.build).click();
  const save = page.locator('a.save');
  await save.waitFor({ timeout: HOUR });
  const seconds = (performance.now() - start) / 1000;
  const busy = processorSeconds() - busyBefore;
  clearInterval(looking);
  const most = heap.stop();
  const after = await heap.settled();

  const downloading = page.waitForEvent('download', { timeout: HOUR });
  await save.click();
  const path = await (await downloading).path();
  const rows = (await linesOf(path)) - 1;
  const mib = (value: number): string => value.toFixed(0);
  console.log(
    [
      `${String(clients)} clients, Chromium ${browser.version()}, load ${loadavg()[0].toFixed(1)}`,
      `${String(rows)} texts in ${seconds.toFixed(1)} s, ${mib(rows / seconds)} a second`,
      `${busy.toFixed(1)} s of processor time, ${mib(rows / busy)} a second of it`,
      `stopped and ready again ${mib(stopped)} ms after the click`,
      `heap of the workers, MiB: ${mib(before)} before, ${mib(most)} at most, ${mib(after)} after`,
      `all processes, resident MiB: ${mib(residentBefore)} before, ${mib(resident)} at most`,
    ].join('\n'),
  );
});
