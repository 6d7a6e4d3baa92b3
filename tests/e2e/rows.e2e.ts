import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expect, test } from './tools/sealed-test.ts';

const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});
const CLIENTS = file('clients.csv', 'client_code,name,age\n1,Анна,30\n2,Ерлан,40\n');
const GOOD = 'client_code,date,category,amount,currency\n1,2025-06-01,Такси,100,KZT\n';
const SPOILT = `${GOOD}2,2025-06-02,Такси,12O0,KZT\n`;

const choose = (page: Page, files: readonly ReturnType<typeof file>[]): Promise<void> =>
  page.getByLabel('Выбрать файлы', { exact: true }).setInputFiles([...files]);

const loaded = (page: Page) => page.getByRole('heading', { name: 'Данные загружены' });

test.beforeEach(async ({ page }) => {
  await page.goto('');
});

test('a fault opens its row; the row is saved, mended, dropped again and counted', async ({
  page,
}) => {
  const spoilt = file('operations.csv', SPOILT);
  await choose(page, [CLIENTS, spoilt]);
  await expect(loaded(page)).toBeVisible();

  await page.getByRole('button', { name: /строка 3 · колонка «amount»/ }).click();
  await expect(page.locator('.record .marked dd')).toHaveText('12O0');

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Скачать 1 неучтённую строку' }).click();
  const text = readFileSync(await (await saved).path(), 'utf8');
  expect(text).toContain('operations.csv,3,Сумма не читается: amount,2,2025-06-02,Такси,12O0,KZT');

  await choose(page, [CLIENTS, spoilt, file('mended.csv', text.replace('12O0', '1200'))]);
  const mended = page.getByRole('button', { name: /^mended\.csv/ });
  await expect(mended).toContainText('всё чисто');
});

test('columns that were not recognised are named by hand, once for files alike', async ({
  page,
}) => {
  const odd = file(
    'odd.csv',
    'Выгрузка за июнь\n\nКто,Сколько,Куда\n1,500.50,Такси\n2,7.25,Кафе и рестораны\n',
  );
  await choose(page, [CLIENTS, odd]);
  await page.getByRole('button', { name: 'Назначить колонки' }).first().click();
  const panel = page.getByRole('region', { name: 'Что в каких колонках' });
  await expect(panel.getByText('500.50 · 7.25')).toBeVisible();
  const apply = panel.getByRole('button', { name: 'Загрузить с этими колонками' });
  await expect(apply).toBeDisabled();
  await panel.getByLabel('Поле: Кто').selectOption('client_code');
  await panel.getByLabel('Поле: Сколько').selectOption('amount');
  await panel.getByLabel('Поле: Куда').selectOption('category');
  await expect(panel.getByText('Файл читается как: Операции')).toBeVisible();
  await apply.click();
  await expect(loaded(page)).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('vygoda.mappings'))).toBeNull();

  await choose(page, [CLIENTS, file('next.csv', 'Кто,Сколько,Куда\n1,9.50,Такси\n')]);
  await expect(page.getByRole('button', { name: /^next\.csv Операции/ })).toBeVisible();
});

test('a number of a client opens to its rows, which add up to it', async ({ page }) => {
  const operations = file(
    'operations.csv',
    `${GOOD}2,2025-06-02,Такси,700,KZT\n1,2025-07-03,Такси,250,KZT\n1,2025-07-04,Отели,9,KZT\n1,2025-07-04,Отели,х,KZT\n`,
  );
  await choose(page, [CLIENTS, operations]);
  await page.getByRole('button', { name: 'Открыть рекомендации' }).click();
  await page.getByRole('row').filter({ hasText: 'Анна' }).click();
  const rows = page.getByRole('region', { name: 'Строки за цифрами' });
  await rows.getByRole('button', { name: 'Все операции и переводы' }).click();
  await expect(rows.getByText('3 строки на 359 ₸')).toBeVisible();
  await expect(rows.getByText('1 строка этого клиента не учтена')).toBeVisible();
  await expect(rows.getByRole('row')).toHaveCount(4);
  await expect(rows.getByRole('row').nth(2)).toContainText('operations.csv, 4');
});
