import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openDemo, openTab, openTable } from './steps.ts';
import { expect, test } from './tools/sealed-test.ts';

const dist = join(import.meta.dirname, '../../dist');

const count = (page: Page): Promise<string> => page.locator('.totals strong').first().innerText();

const complaints: string[] = [];
test.beforeEach(async ({ page }) => {
  complaints.length = 0;
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto('');
});
test.afterEach(() => {
  expect(complaints).toEqual([]);
});

test('from first visit to an opened client by keyboard alone', async ({ page }) => {
  await expect(
    page.getByRole('list', { name: 'Как это работает' }).getByRole('listitem'),
  ).toHaveCount(3);
  await expect(page.getByText('Данные не покидают эту вкладку')).toBeVisible();
  await page.getByRole('button', { name: 'Демо-данные (300 клиентов)' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Открыть рекомендации' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-row="0"]').waitFor();

  await page.keyboard.press('/');
  await page.keyboard.type('Айгерим');
  await expect(page.locator('.totals')).toContainText('из 300');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary');
  await expect(panel.getByRole('heading', { level: 2 })).toContainText('Айгерим');
  await expect(panel.getByText('2 из')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(panel.getByText('3 из')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(page.getByRole('grid')).toBeFocused();
  expect(page.url()).not.toMatch(/%D0|Айгерим/);
});

test('a bar of the statistics leads to its clients, and back loses nothing', async ({ page }) => {
  await openDemo(page);
  await openTable(page);
  // Wide enough for the column of ages.
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('columnheader', { name: 'Возраст' }).getByRole('button').click();
  await expect(page).toHaveURL(/sort=-age/);
  await openTab(page, 'statistics');
  await page
    .getByRole('button', { name: /Карта для геймеров/ })
    .first()
    .click();
  await expect(page.getByRole('button', { name: 'Продукт: Карта для геймеров' })).toBeVisible();
  const filtered = await count(page);
  expect(filtered).not.toBe('300 клиентов');
  await openTab(page, 'catalogue');
  await openTab(page, 'recommendations');
  await expect(page).toHaveURL(/sort=-age/);
  expect(await count(page)).toBe(filtered);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Каталог', level: 1 })).toBeVisible();
  await openTab(page, 'export');
  await page.getByText('По фильтру').click();
  await expect(page.getByText(/^vygoda-offers/)).toBeVisible();
});

test('changed rules are scored without reading the files again', async ({ page }) => {
  await openDemo(page);
  await openTab(page, 'catalogue');
  const before = await page.locator('header .summary').innerText();
  await page.getByText('Исходный', { exact: true }).click();
  await expect(page.locator('header .summary')).not.toHaveText(before);
  await openTable(page);
  await expect(page.locator('.totals')).toContainText('300 клиентов');
});

test('files dropped anywhere are read; a refusal leaves the result that was there', async ({
  page,
}) => {
  await openDemo(page);
  await openTab(page, 'statistics');
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['hello'], 'letter.txt'));
    dispatchEvent(new DragEvent('dragenter', { dataTransfer: data }));
    dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
  });
  const refusal = page.getByRole('alert');
  await expect(refusal).toContainText('Эти файлы загрузить не удалось');
  await expect(refusal).toContainText('Прежний результат остался');
  await expect(page.locator('header .summary')).toContainText('300 клиентов');
});

test('language and theme are remembered, and nothing else', async ({ page }) => {
  await page.getByLabel('Қазақша').check({ force: true });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Әр клиентке қай өнім тиімдірек',
  );
  await page.getByRole('button', { name: /^Көрініс/ }).click();
  await page.getByRole('button', { name: /^Көрініс/ }).click();
  await openDemo(page);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'kk');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const kept = await page.evaluate(() => Object.keys(localStorage).sort());
  expect(kept).toEqual(['vygoda.language', 'vygoda.theme']);
});

test('the first load is at most 150 KB of compressed script', () => {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(
    ([, path]) => path,
  );
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = scripts.reduce(
    (sum, path) => sum + gzipSync(readFileSync(join(dist, path))).length,
    0,
  );
  expect(bytes).toBeLessThan(150_000);
});
