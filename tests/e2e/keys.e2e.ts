import type { Page } from '@playwright/test';
import { openDemo, openTab, openTable } from './steps.ts';
import { expect, test } from './tools/sealed-test.ts';

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('');
  await openDemo(page);
  await openTable(page);
});

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
/** The row that the keys act on, as a screen reader is told. */
const active = (page: Page): Promise<number> =>
  page
    .getByRole('grid')
    .evaluate((grid) =>
      Number(
        document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')?.dataset['row'],
      ),
    );
const offers = async (page: Page): Promise<number> =>
  Number(await page.locator('.totals strong').nth(1).innerText());

test('rows: arrows, pages, ends, opening, closing, ticking, searching', async ({ page }) => {
  const grid = page.getByRole('grid');
  await grid.focus();
  await press(page, 'ArrowDown', 'ArrowDown', 'ArrowUp');
  await expect.poll(() => active(page)).toBe(1);
  await press(page, 'PageDown');
  const perPage = (await active(page)) - 1;
  expect(perPage).toBeGreaterThan(10);
  await press(page, 'PageDown', 'PageUp');
  await expect.poll(() => active(page)).toBe(1 + perPage);
  await press(page, 'End');
  await expect.poll(() => active(page)).toBe(299);
  await press(page, 'Home');
  await expect.poll(() => active(page)).toBe(0);

  const panel = page.getByRole('complementary', { name: 'Карточка клиента' });
  await press(page, 'Enter');
  await expect(panel).toContainText('1 из 300');
  await press(page, 'End');
  await expect(panel).toContainText('300 из 300');
  await expect(page).toHaveURL(/row=299$/);
  await press(page, 'Escape');
  await expect(panel).toBeHidden();
  await expect(grid).toBeFocused();

  await press(page, 'Home', ' ', 'ArrowDown', 'ArrowDown', 'Shift+ ');
  const chosen = page.getByRole('region', { name: 'Выбранные клиенты' });
  await expect(chosen).toContainText('Выбрано 3 клиента');
  await press(page, 'Control+a');
  await expect(chosen).toContainText('Выбрано 300 клиентов');
  await press(page, 'Escape');
  await expect(chosen).toBeHidden();

  await press(page, '/');
  await expect(page.getByPlaceholder('Имя или код клиента')).toBeFocused();
  await page.keyboard.type('Айгерим');
  await expect(page.locator('.totals')).toContainText('из 300');
  await press(page, 'Escape');
  await expect(page.locator('.totals strong').first()).toHaveText('300 клиентов');
  await press(page, 'Escape');
  await expect(grid).toBeFocused();
});

test('headings are one stop; the edge of a column moves by arrows', async ({ page }) => {
  const heading = (name: string) => page.getByRole('columnheader', { name });
  const widthOf = async (name: string): Promise<number> =>
    (await heading(name).boundingBox())?.width ?? 0;
  await page.getByRole('grid').focus();
  await press(page, 'Tab');
  await expect(page.getByRole('checkbox', { name: 'Выбрать всех по фильтру' })).toBeFocused();
  await press(page, 'Tab');
  await expect(heading('Ожидаемая').getByRole('button')).toBeFocused();
  await press(page, 'Home', 'ArrowRight', 'ArrowRight');
  await expect(heading('Статус').getByRole('button')).toBeFocused();
  await press(page, 'Enter');
  await expect(heading('Статус')).toHaveAttribute('aria-sort', 'ascending');
  await expect(page).toHaveURL(/sort=status/);

  const before = await widthOf('Статус');
  await press(page, 'Tab');
  const edge = page.getByRole('separator', { name: 'Ширина колонки «Статус»' });
  await expect(edge).toBeFocused();
  await press(page, 'ArrowRight', 'ArrowRight');
  await expect.poll(() => widthOf('Статус')).toBeCloseTo(before + 32, -1);
  await expect(edge).toHaveAttribute('aria-valuenow', String(Math.round(before) + 32));
  await press(page, 'Home');
  await expect.poll(() => widthOf('Статус')).toBeCloseTo(56, -1);
  await press(page, 'Enter');
  await expect.poll(() => widthOf('Статус')).toBeGreaterThan(150);
});

test('one client is taken off the mailing and put back from their card', async ({ page }) => {
  const before = await offers(page);
  await page.getByRole('grid').focus();
  await press(page, 'Enter');
  const panel = page.getByRole('complementary', { name: 'Карточка клиента' });
  await panel.getByRole('button', { name: 'Не отправлять' }).focus();
  await press(page, 'Enter');
  await expect(panel).toContainText('Исключён из рассылки');
  await expect(page.locator('[data-row="0"]')).toContainText('исключён вручную');
  expect(await offers(page)).toBe(before - 1);
  const back = panel.getByRole('button', { name: 'Отправлять снова' });
  await expect(back).toBeFocused();
  await press(page, 'Enter');
  await expect(panel.getByRole('button', { name: 'Не отправлять' })).toBeFocused();
  await expect.poll(() => offers(page)).toBe(before);
});

test('the focus is never lost with what had it', async ({ page }) => {
  const kept = async (): Promise<void> => {
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  };
  await page.locator('.search input').fill('а');
  await page.getByRole('button', { name: 'Очистить поиск' }).press('Enter');
  await expect(page.locator('.search input')).toBeFocused();

  const city = page.locator('.filters').getByRole('button', { name: /^Город/ });
  await city.press('Enter');
  await page.locator('.popover input[type=checkbox]').first().press(' ');
  await press(page, 'Escape');
  await expect(city).toBeFocused();
  await page.getByRole('button', { name: 'Снять выбор: Город' }).press('Enter');
  await expect(city).toBeFocused();

  await page.locator('.search input').fill('nobody at all');
  await page.locator('.none').getByRole('button').press('Enter');
  await expect(page.locator('.totals strong').first()).toHaveText('300 клиентов');
  await kept();

  await page.getByRole('grid').focus();
  await press(page, 'Enter');
  await page.getByRole('button', { name: 'Сравнить с другим клиентом' }).press('Enter');
  await page.getByRole('button', { name: 'Следующий клиент' }).press('Enter');
  await page.getByRole('button', { name: 'Убрать сравнение' }).press('Enter');
  await expect(page.locator('.compare')).toBeHidden();
  await kept();
  await page.getByRole('button', { name: 'Закрыть карточку' }).press('Enter');
  await expect(page.getByRole('grid')).toBeFocused();

  await openTab(page, 'statistics');
  await page.locator('input[name=statistics-room]').last().check({ force: true });
  await page.getByRole('button', { name: 'Запомнить нынешний расчёт' }).press('Enter');
  await expect(page.getByText('Расчёт запомнен')).toBeVisible();
  await kept();
});
