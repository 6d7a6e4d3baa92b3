import { expect, type Page } from '@playwright/test';
import { chooseFiles, commandLine, downloadOffers, openTab } from '../main-job.ts';

/** The page says that it needs no network any more. */
export const loaded = async (page: Page): Promise<void> => {
  await expect(page.getByText('закрыта для сети')).toBeVisible();
};

/** Every room once: files in, table, client, charts, catalogue with a change, languages, export. */
export const doWholeJob = async (page: Page, folder: string): Promise<void> => {
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
  expect((await downloadOffers(page)).toString()).toBe(commandLine(folder).toString());
};
