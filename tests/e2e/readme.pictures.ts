import { type Page, test } from '@playwright/test';
import { join } from 'node:path';

const picture = (name: string): string => join(import.meta.dirname, 'pictures', `${name}.png`);

const openDemo = async (page: Page): Promise<void> => {
  await page.goto('');
  await page.getByRole('button', { name: /Демо-данные/ }).click();
  await page.getByRole('heading', { name: 'Данные загружены' }).waitFor();
};

const openTab = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation').getByRole('link', { name }).click();
  await page.waitForLoadState('networkidle');
};

const LOOKS = [
  { theme: 'light', viewport: { width: 1440, height: 900 }, suffix: '' },
  { theme: 'dark', viewport: { width: 390, height: 844 }, suffix: '-dark-narrow' },
] as const;

for (const { theme, viewport, suffix } of LOOKS) {
  test(`${theme}, ${viewport.width} px`, async ({ page }) => {
    const shoot = async (name: string): Promise<void> => {
      await page.mouse.move(0, 0);
      await page.screenshot({ path: picture(name + suffix), animations: 'disabled' });
    };
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.setViewportSize(viewport);
    await page.goto('');
    await page.getByRole('button', { name: /Демо-данные/ }).waitFor();
    await shoot('welcome');
    await openDemo(page);
    await shoot('data');
    await openTab(page, 'Рекомендации');
    await page.getByRole('row').nth(3).waitFor();
    await shoot('recommendations');
    await page.getByRole('row').nth(3).click();
    await page.locator('canvas').first().waitFor();
    await shoot('client');
    await page.getByRole('button', { name: 'Сравнить с другим клиентом' }).click();
    await page.getByRole('button', { name: 'Следующий клиент' }).click();
    await page.locator('.compare').waitFor();
    await shoot('two-clients');
    await page.keyboard.press('Escape');
    await openTab(page, 'Статистика');
    await page.locator('canvas').first().waitFor();
    await shoot('statistics');
    await openTab(page, 'Тексты');
    await page.getByRole('button', { name: 'Отклонить' }).first().waitFor();
    await shoot('texts');
    await openTab(page, 'Каталог');
    await shoot('catalogue');
    await openTab(page, 'Экспорт');
    await page.getByText('Скачать').waitFor();
    await shoot('export');
    await openTab(page, 'Статистика');
    await page.getByText('Сравнение', { exact: true }).click();
    await page.getByRole('button', { name: 'Запомнить нынешний расчёт' }).click();
    await openTab(page, 'Каталог');
    await page.getByText('Исходный', { exact: true }).click();
    await openTab(page, 'Статистика');
    await page.locator('main .tiles').waitFor();
    await shoot('two-runs');
  });
}
