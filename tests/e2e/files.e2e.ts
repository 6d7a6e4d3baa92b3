import { expect, type Page, test } from '@playwright/test';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bytesOf, zipFile } from '../worker/sources/zip-file.ts';

const HEADER = 'client_code,date,category,amount,currency\n';
const CODES = Array.from({ length: 200 }, (_, at) => String(at + 1));
const CLIENTS = `client_code,name,age\n${CODES.map((code) => `${code},Анна,30\n`).join('')}`;
const row = (code: string): string =>
  `${code},2025-06-0${1 + (Number(code) % 9)},Такси,${code},KZT\n`;
const ALL = HEADER + CODES.map(row).join('');
/** One file a client, as many banks export them. */
const EACH = CODES.map((code) => ({
  path: `export/client_${code}_transactions_3m.csv`,
  bytes: HEADER + row(code),
}));

const packed = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
});
const choose = (page: Page, files: readonly ReturnType<typeof packed>[]): Promise<void> =>
  page.getByLabel('Выбрать файлы', { exact: true }).setInputFiles([...files]);

/** Everybody is there, and every row was counted. */
const expectEverybody = async (page: Page): Promise<void> => {
  await expect(page.getByRole('heading', { name: 'Данные загружены' })).toBeVisible();
  const tiles = page.locator('.summary .tiles');
  await expect(tiles).toContainText(/Клиентов\s*200/);
  await expect(tiles).toContainText(/Операций\s*200/);
};

let folder: string;
test.beforeEach(async ({ page }) => {
  folder = mkdtempSync(join(tmpdir(), 'vygoda-files-'));
  await page.goto('');
});
test.afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('a folder of hundreds of files is dropped as it is', async ({ page }) => {
  mkdirSync(join(folder, 'export'));
  writeFileSync(join(folder, 'clients.csv'), CLIENTS);
  writeFileSync(join(folder, '.DS_Store'), 'x');
  for (const { path, bytes } of EACH) writeFileSync(join(folder, path), bytes);
  const browser = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await browser.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  }
  await expectEverybody(page);
});

test('gzip and ZIP files are read as what is in them', async ({ page }) => {
  await choose(page, [
    packed('clients.csv.gz', gzipSync(CLIENTS)),
    packed('transactions.csv.gz', gzipSync(ALL)),
  ]);
  await expectEverybody(page);

  await choose(page, [
    packed('all.zip', zipFile([{ path: 'clients.csv', bytes: bytesOf(CLIENTS) }, ...EACH])),
  ]);
  await expectEverybody(page);
  await expect(page.getByText('all.zip/clients.csv')).toBeVisible();
});

test('a long reading tells how far it is, and ends when it is cancelled', async ({ page }) => {
  await choose(page, [packed('clients.csv', bytesOf(CLIENTS)), packed('t.csv', bytesOf(ALL))]);
  await expectEverybody(page);

  // Rows that nobody reads fast: there is time to look.
  const odd = Buffer.from('1,2025-06-01,Такси,"1 234,50 ₸",KZT\n'.repeat(1000));
  const long = join(folder, 'long.csv');
  writeFileSync(long, HEADER);
  for (let at = 0; at < 1500; at++) writeFileSync(long, odd, { flag: 'a' });
  const clients = join(folder, 'clients.csv');
  writeFileSync(clients, CLIENTS);
  await page.getByLabel('Выбрать файлы', { exact: true }).setInputFiles([clients, long]);

  const progress = page.getByRole('region', { name: 'Читаем файлы' });
  const figure = (name: string) =>
    progress.locator('dl > div').filter({ hasText: name }).locator('dd');
  await expect(progress).toContainText(/[\d,]+\s(КБ|МБ) из [\d,]+\sМБ/);
  await expect(figure('Строк прочитано')).toHaveText(/[1-9]/);
  await expect(figure('Скорость')).toHaveText(/[\d,]+\s(КБ|МБ)\/с/);
  await expect(figure('Осталось')).toHaveText(/[\d,]+\s(с|мин)/);
  const bar = progress.getByRole('progressbar', { name: 'Читаем файлы' });
  await expect(bar).toHaveAttribute('aria-valuenow', /^[1-9]\d?$/);
  await progress.getByRole('button', { name: 'Отменить' }).click();

  await expect(progress).toBeHidden();
  await expect(page.getByText('Прежний результат на месте.').first()).toBeVisible();
  await expectEverybody(page);
});
