import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, NAMES, writeDemo } from './main-job.ts';
import { expect, test } from './tools/sealed-test.ts';

const MINUTE = 60_000;

/** Only what a person sees is used: a button, the browser's own dialog for files, two more buttons. */
test('from the first visit to a correct export in under a minute', async ({ page }) => {
  const folder = writeDemo(400);
  const start = Date.now();
  let clicks = 0;
  const click = async (name: string | RegExp): Promise<void> => {
    await page.getByRole('button', { name }).or(page.getByRole('link', { name })).first().click();
    clicks += 1;
  };
  await page.goto('');
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
  const dialog = page.waitForEvent('filechooser');
  await click('Выбрать файлы');
  await (await dialog).setFiles(NAMES.map((name) => join(folder, name)));
  await click('Открыть рекомендации');
  await expect(page.locator('[data-row="0"]')).toContainText('отправить');
  await click('Экспорт');
  const downloading = page.waitForEvent('download');
  await click('Скачать');
  const file = readFileSync(await (await downloading).path(), 'utf8');
  const took = Date.now() - start;

  expect(file).toBe(commandLine(folder).toString());
  expect(clicks).toBe(4);
  expect(took).toBeLessThan(MINUTE);
  console.log(`first visit to export: ${(took / 1000).toFixed(1)} s, ${String(clicks)} clicks`);
});
