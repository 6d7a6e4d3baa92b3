import type { Locator, Page } from '@playwright/test';
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseFiles, downloadOffers, openTab, writeDemo } from './main-job.ts';
import { expect, test } from './tools/sealed-test.ts';

const root = join(import.meta.dirname, '../..');

const saved = async (page: Page, button: Locator): Promise<string> => {
  const saving = page.waitForEvent('download');
  await button.click();
  return (await saving).path();
};
const repeat = (manifest: string, ...paths: string[]): Buffer =>
  execFileSync('node', [join(root, 'dist-node/vygoda.js'), 'repeat', manifest, ...paths]);
const saveManifest = (page: Page): Promise<string> =>
  saved(page, page.getByRole('button', { name: 'Паспорт (JSON)' }));
// The last one: while a file is being built, stopping that has the same word above it.
const undo = (page: Page) => page.getByRole('button', { name: 'Отменить', exact: true }).last();
const load = async (page: Page, folder: string): Promise<void> => {
  await chooseFiles(page, folder);
  await expect(page.getByRole('heading', { name: 'Данные загружены' })).toBeVisible();
};

/** One decision of every kind: a threshold, a client off the mailing, a text rewritten, one rejected. */
const decide = async (page: Page): Promise<void> => {
  await openTab(page, 'Каталог');
  await page.getByText('Пороги и курсы', { exact: true }).click();
  await page.getByLabel('Предлагать от').fill('700');
  await page.getByLabel('Предлагать от').press('Enter');
  await openTab(page, 'Рекомендации');
  await page.locator('[data-row="2"] .tick').click();
  await page.getByRole('button', { name: 'Не отправлять' }).click();
  await expect(page.locator('[data-row="2"]')).toContainText('исключён вручную');
  await openTab(page, 'Тексты');
  await page.getByText('Проверка', { exact: true }).click();
  const texts = page.getByRole('main').getByRole('list').nth(1).locator('> li');
  await texts.nth(0).getByRole('button', { name: 'Изменить' }).click();
  await page
    .getByRole('textbox', { name: /^Текст для клиента/ })
    .fill('=1+1, и посмотрите карту в приложении.');
  await page.getByRole('button', { name: 'Сохранить текст' }).click();
  await texts.nth(0).getByRole('button', { name: 'Одобрить' }).click();
  await texts.nth(1).getByRole('button', { name: 'Отклонить' }).click();
  await expect(texts.nth(1)).toContainText('Отклонён');
};

test('the command line repeats the export of a manifest to the byte, and nothing else', async ({
  page,
}) => {
  const folder = writeDemo(120);
  await page.goto('');
  await load(page, folder);
  const untouched = await downloadOffers(page);
  await openTab(page, 'Данные');
  await decide(page);
  const offers = await downloadOffers(page);
  expect(offers.toString()).toContain('и посмотрите карту в приложении');
  expect(offers.equals(untouched)).toBe(false);
  const manifest = await saveManifest(page);
  expect(repeat(manifest, folder).equals(offers)).toBe(true);

  await page.getByText('Четыре лучших', { exact: true }).click();
  const link = page.getByRole('link', { name: 'Скачать' });
  await expect(link).toHaveAttribute('download', 'vygoda-top.csv');
  const top = readFileSync(await saved(page, link));
  expect(repeat(await saveManifest(page), folder).equals(top)).toBe(true);

  appendFileSync(join(folder, 'transfers.csv'), '\n');
  const changed = spawnSync('node', [
    join(root, 'dist-node/vygoda.js'),
    'repeat',
    manifest,
    folder,
  ]);
  expect(changed.status).toBe(2);
  expect(changed.stderr.toString()).toContain(
    '"transfers.csv" is not the file the manifest was made with',
  );
  expect(changed.stdout.length).toBe(0);
});

test('a manifest of the sample and of a filter needs no files', async ({ page }) => {
  await page.goto('');
  await page.getByRole('button', { name: /Демо-данные/ }).click();
  await expect(page.getByRole('heading', { name: 'Данные загружены' })).toBeVisible();
  await openTab(page, 'Рекомендации');
  await page.getByPlaceholder('Имя или код клиента').fill('Айгерим');
  await expect(page.locator('.totals')).toContainText('из 300');
  await openTab(page, 'Экспорт');
  await page.getByRole('radio', { name: /^По фильтру/ }).check({ force: true });
  const link = page.getByRole('link', { name: 'Скачать' });
  await expect(link).toBeVisible();
  const offers = readFileSync(await saved(page, link));
  const manifest = await saveManifest(page);
  expect(offers.toString().split('\n').length).toBeLessThan(60);
  expect(repeat(manifest).equals(offers)).toBe(true);
});

test('every decision is in one journal, which goes back through all of them and is exported', async ({
  page,
}) => {
  const folder = writeDemo(120);
  await page.goto('');
  await load(page, folder);
  const untouched = await downloadOffers(page);
  await openTab(page, 'Данные');
  await decide(page);
  const offers = await downloadOffers(page);
  const journal = page.locator('.journal .entry');
  await page.getByRole('button', { name: /^Показать все/ }).click();
  await expect(journal).toHaveCount(6);
  const csv = readFileSync(
    await saved(page, page.getByRole('button', { name: 'Журнал (CSV)' })),
    'utf8',
  );
  const lines = csv.trim().split('\n');
  expect(lines[0]).toBe('entry,at,kind,of_entry,what,before,after');
  const whats = lines.slice(1).map((line) => line.split(',')[4]);
  expect(whats.map((what) => what.split('.')[0])).toEqual([
    'sources',
    'reading',
    'catalogue',
    'suppressed',
    'texts',
    'texts',
    'texts',
  ]);
  expect(csv).toMatch(/catalogue\.rules\.\w+,\d+,700/);

  for (let step = 0; step < 5; step++) {
    await undo(page).click();
    await expect(journal).toHaveCount(7 + step);
  }
  await expect(undo(page)).toBeDisabled();
  // The catalogue is scored with a moment after it has changed.
  await expect.poll(async () => (await downloadOffers(page)).equals(untouched)).toBe(true);
  for (let step = 0; step < 5; step++) {
    await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
    await expect(journal).toHaveCount(12 + step);
  }
  await expect.poll(async () => (await downloadOffers(page)).equals(offers)).toBe(true);
});

test('a project gives the same bytes in another browser, and says when the files are others', async ({
  page,
  browser,
}) => {
  const folder = writeDemo(120);
  await page.goto('');
  await load(page, folder);
  await decide(page);
  const offers = await downloadOffers(page);
  await openTab(page, 'Данные');
  const project = await saved(page, page.getByRole('button', { name: 'Сохранить проект' }));

  const other = await (await browser.newContext({ acceptDownloads: true })).newPage();
  await other.goto(page.url().split('#')[0]);
  const choosing = other.waitForEvent('filechooser');
  await other.getByRole('button', { name: 'Открыть проект' }).click();
  await (await choosing).setFiles(project);
  await expect(other.getByText(/Проект открыт.*clients\.csv/)).toBeVisible();
  await load(other, folder);
  expect((await downloadOffers(other)).equals(offers)).toBe(true);
  await openTab(other, 'Данные');
  await expect(other.getByText('Их содержимое другое')).toBeHidden();
  appendFileSync(join(folder, 'transfers.csv'), '\n');
  await load(other, folder);
  await expect(
    other.getByText(/нет тех, из которых сделан проект: transfers\.csv\./),
  ).toBeVisible();
  await other.context().close();
});
