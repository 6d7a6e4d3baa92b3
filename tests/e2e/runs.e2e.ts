import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoFiles } from '../../src/presets/demo/demo-files.ts';
import { findings, openDemo, openTab } from './steps.ts';
import { expect, test } from './tools/sealed-test.ts';

/** Next month's files: some clients of the sample are gone, the rest behave otherwise. */
const writeFiles = (): string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'vygoda-runs-'));
  const files = demoFiles({ clients: 200, seed: 12 });
  return (['clients', 'transactions', 'transfers'] as const).map((kind) => {
    const path = join(folder, `${kind}.csv`);
    writeFileSync(path, files[kind]);
    return path;
  });
};

test('a run is kept, other files are opened, and every change leads to its clients', async ({
  page,
}) => {
  await page.goto('');
  await openDemo(page);
  await openTab(page, 'statistics');
  await page.getByText('Сравнение', { exact: true }).click();
  await page.getByRole('button', { name: 'Запомнить нынешний расчёт' }).click();
  await expect(page.getByText('Расчёт запомнен')).toBeVisible();
  await page.getByRole('button', { name: 'К файлам' }).click();
  await page.getByLabel('Выбрать файлы', { exact: true }).setInputFiles(writeFiles());
  await page.getByRole('button', { name: 'Сравнить с ним' }).click();

  const tiles = page.locator('main .tiles');
  await expect(tiles).toContainText('300 → 200');
  expect(await findings(page)).toEqual([]);
  const switches = page.getByRole('region', { name: 'Кто на что сменил' });
  const first = switches.getByRole('row').nth(1);
  const clients = await first.getByRole('cell').nth(1).innerText();
  const kind = await first.getByRole('button').innerText();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Скачать изменения' }).click();
  const file = readFileSync(await (await downloading).path(), 'utf8');
  expect(file.split('\n')[0]).toContain('product_before,product_after');

  await first.getByRole('button').click();
  await expect(page.locator('.totals strong').first()).toHaveText(new RegExp(`^${clients}\\D`));
  await expect(page.getByRole('button', { name: kind, exact: true })).toBeVisible();
  await page.goBack();
  await expect(tiles).toContainText('300 → 200');
  await page
    .getByRole('region', { name: 'Самые большие перемены' })
    .getByRole('button')
    .first()
    .click();
  await expect(page.getByRole('complementary', { name: 'Карточка клиента' })).toBeVisible();
});
