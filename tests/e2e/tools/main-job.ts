import { expect, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoFiles } from '../../../src/presets/demo/demo-files.ts';

const PROGRAM = join(import.meta.dirname, '../../../dist-node/vygoda.js');
const NAMES = ['clients.csv', 'transactions.csv', 'transfers.csv'];

/** Three files of the sample bank in a folder of their own. */
export const writeDemo = (clients: number): string => {
  const folder = mkdtempSync(join(tmpdir(), 'vygoda-e2e-'));
  const files = demoFiles({ clients, seed: 11 });
  for (const kind of ['clients', 'transactions', 'transfers'] as const) {
    writeFileSync(join(folder, `${kind}.csv`), files[kind]);
  }
  return folder;
};

export const chooseFiles = async (page: Page, folder: string): Promise<void> => {
  await page
    .locator('input[type=file]:not([webkitdirectory])')
    .first()
    .setInputFiles(NAMES.map((name) => join(folder, name)));
};

/** The page says that it needs no network any more. */
export const loaded = async (page: Page): Promise<void> => {
  await expect(page.getByText('закрыта для сети')).toBeVisible();
};

export const openTab = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation').getByRole('link', { name }).click();
};

/** What the command line makes of the same files. */
export const commandLine = (folder: string, ...flags: string[]): string =>
  execFileSync('node', [PROGRAM, 'score', folder, ...flags], { maxBuffer: 1 << 28 }).toString();

export const downloadOffers = async (page: Page): Promise<string> => {
  await openTab(page, 'Экспорт');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Скачать' }).click();
  return readFileSync(await (await downloading).path(), 'utf8');
};

/** Every room once: files in, table, client, charts, catalogue with a change, languages, export. */
export const doMainJob = async (page: Page, folder: string): Promise<void> => {
  await chooseFiles(page, folder);
  await expect(page.getByRole('heading', { name: 'Данные загружены' })).toBeVisible();
  await openTab(page, 'Рекомендации');
  await page.getByRole('row').nth(1).click();
  await expect(page.locator('canvas').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await openTab(page, 'Статистика');
  await expect(page.locator('canvas').first()).toBeVisible();
  await openTab(page, 'Каталог');
  await page.getByRole('radio', { name: /Кейс 2025/ }).check({ force: true });
  await page.getByRole('button', { name: 'Отменить' }).click();
  await expect(page.getByText('Пока всё как было')).toBeVisible();
  await page.getByLabel('Қазақша').check({ force: true });
  await expect(page.locator('html')).toHaveAttribute('lang', 'kk');
  await page.getByLabel('Русский').check({ force: true });
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  expect(await downloadOffers(page)).toBe(commandLine(folder));
};
