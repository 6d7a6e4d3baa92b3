import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { openDemo, openTab, openTable } from './steps.ts';
import { expect, test } from './tools/sealed-test.ts';

test.beforeEach(async ({ page }) => {
  await page.goto('');
  await openDemo(page);
  await openTable(page);
});

const bar = (page: Page) => page.getByRole('region', { name: 'Выбранные клиенты' });
const tick = (page: Page, row: number) => page.locator(`[data-row="${row}"] .tick`);

const download = async (page: Page): Promise<string[]> => {
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Скачать' }).click();
  return readFileSync(await (await downloading).path(), 'utf8')
    .trim()
    .split('\n');
};

test('rows are chosen by mouse and by keys, and only they are exported', async ({ page }) => {
  await tick(page, 1).click();
  await tick(page, 4).click({ modifiers: ['Shift'] });
  await expect(bar(page)).toContainText('Выбрано 4 клиента');
  await expect(page.locator('[aria-selected=true]')).toHaveCount(4);
  await page.getByRole('grid').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press(' ');
  await expect(bar(page)).toContainText('Выбрано 5 клиентов');
  const codes = await page.locator('[aria-selected=true] .code').allInnerTexts();

  await bar(page).getByRole('button', { name: 'Выгрузить' }).click();
  await expect(page.getByRole('radio', { name: 'Выбранных: 5' })).toBeChecked();
  const [header, ...rows] = await download(page);
  expect(header).toBe('client_code,product,push_notification');
  expect(rows.map((row) => row.split(',')[0]).sort()).toEqual(codes.sort());

  await page.goBack();
  await expect(bar(page)).toContainText('Выбрано 5 клиентов');
  await bar(page).getByRole('button', { name: 'Снять выбор' }).click();
  await expect(bar(page)).toBeHidden();
  await expect(page.getByRole('grid')).toBeFocused();
});

test('who is taken off the mailing is in no offer file, and comes back', async ({ page }) => {
  await page.getByPlaceholder('Имя или код клиента').fill('Айгерим');
  await expect(page.locator('.totals')).toContainText('из 300');
  await page.getByRole('checkbox', { name: 'Выбрать всех по фильтру' }).check();
  const chosen = Number((await bar(page).innerText()).match(/\d+/)?.[0]);
  const offers = Number(await page.locator('.totals strong').nth(1).innerText());
  await bar(page).getByRole('button', { name: 'Не отправлять' }).click();
  await expect(page.locator('[data-row="0"]')).toContainText('исключён вручную');
  await expect(page.locator('.totals strong').nth(1)).toHaveText('0');
  expect(chosen).toBeGreaterThan(0);

  await openTab(page, 'export');
  const left = (await download(page)).length - 1;
  await openTab(page, 'statistics');
  await page.getByRole('button', { name: /исключён вручную/ }).click();
  await expect(page.locator('.totals')).toContainText(`${String(offers)} клиент`);
  await bar(page).getByRole('button', { name: 'Отправлять снова' }).click();
  await expect(page.getByText('Никто не подходит под фильтр')).toBeVisible();
  await openTab(page, 'export');
  await expect
    .poll(async () => (await download(page)).length - 1, { intervals: [0, 100] })
    .toBe(left + offers);
});

test('codes are copied, in natural order', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+a');
  await expect(bar(page)).toContainText('Выбрано 300 клиентов');
  await bar(page).getByRole('button', { name: 'Скопировать коды' }).click();
  await expect(bar(page)).toContainText('Скопировано');
  const codes = await page.evaluate(() => navigator.clipboard.readText());
  expect(codes.trim().split('\n')).toEqual(Array.from({ length: 300 }, (_, at) => String(at + 1)));
});
