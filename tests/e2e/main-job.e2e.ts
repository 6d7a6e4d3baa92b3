import { existsSync } from 'node:fs';
import {
  chooseFiles,
  commandLine,
  downloadOffers,
  openTab,
  REALISTIC,
  writeDemo,
} from './main-job.ts';
import { expect, test } from './tools/sealed-test.ts';

/** Anything the browser complains about fails the test that caused it. */
const complaints: string[] = [];
test.beforeEach(async ({ page }) => {
  complaints.length = 0;
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto('');
});
test.afterEach(() => expect(complaints).toEqual([]));

test('three files in, an offer for every client out, the same bytes as the command line', async ({
  page,
}) => {
  const folder = writeDemo(400);
  await chooseFiles(page, folder);
  await expect(page.getByRole('heading', { name: 'Данные загружены' })).toBeVisible();

  await openTab(page, 'Рекомендации');
  await page.getByRole('row').nth(1).click();
  await expect(
    page
      .getByText('Четыре лучших')
      .or(page.getByText('Push', { exact: false }))
      .first(),
  ).toBeVisible();
  await expect(page.locator('canvas').first()).toBeVisible();
  await page.keyboard.press('Escape');

  await openTab(page, 'Статистика');
  await expect(page.locator('canvas').first()).toBeVisible();

  expect((await downloadOffers(page)).toString()).toBe(commandLine(folder).toString());
});

test('real files without dates are scored, with a warning', async ({ page }) => {
  test.skip(!existsSync(REALISTIC), 'the real files are not here');
  await chooseFiles(page, REALISTIC);
  await expect(page.getByText('В файлах нет дат')).toBeVisible();
  expect((await downloadOffers(page)).toString()).toBe(commandLine(REALISTIC).toString());
});

test('a refused file says why and leaves what was there', async ({ page }) => {
  await page.getByRole('button', { name: /Демо-данные/ }).click();
  await expect(page.getByRole('heading', { name: 'Данные загружены' })).toBeVisible();
  await page.locator('input[type=file][multiple]:not([webkitdirectory])').setInputFiles({
    name: 'picture.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  });
  await expect(page.getByText('Это не CSV').first()).toBeVisible();
  await openTab(page, 'Рекомендации');
  await expect(page.getByText('300 клиентов').first()).toBeVisible();
});
