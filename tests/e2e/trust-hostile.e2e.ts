import { expect, test } from '@playwright/test';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseFiles, openTab, writeDemo } from './main-job.ts';
import { watch } from './tools/witness.ts';

const MARKUP = '<img src=x onerror=window.hacked=1><script>window.hacked=1</script>{{7*7}}';

test('names that look like markup or formulas are text, on the screen and in the file', async ({
  page,
}) => {
  const { violations } = await watch(page);
  const folder = writeDemo(60);
  const clients = readFileSync(join(folder, 'clients.csv'), 'utf8').split('\n');
  const [code, , ...rest] = (clients[1] ?? '').split(',');
  clients[1] = [code, `"${MARKUP}"`, ...rest].join(',');
  const hostile = mkdtempSync(join(tmpdir(), 'vygoda-hostile-'));
  writeFileSync(join(hostile, 'clients.csv'), clients.join('\n'));
  for (const name of ['transactions.csv', 'transfers.csv']) {
    writeFileSync(join(hostile, name), readFileSync(join(folder, name)));
  }

  await page.goto('');
  await chooseFiles(page, hostile);
  await expect(page.getByRole('heading', { name: 'Данные загружены' })).toBeVisible();
  await openTab(page, 'Рекомендации');
  await page.keyboard.press('/');
  await page.keyboard.type('onerror');
  await expect(page.getByText('<img src=x', { exact: false }).first()).toBeVisible();
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(violations).toEqual([]);
});
