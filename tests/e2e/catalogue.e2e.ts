import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, test } from './tools/sealed-test.ts';

const openCatalogue = async (page: Page): Promise<void> => {
  await page.goto('./');
  await page.getByRole('button', { name: /Демо-данные/ }).click();
  await expect(page.getByText('300 клиентов').first()).toBeVisible();
  await page.goto('./#/catalogue');
};
const impact = (page: Page) => page.getByRole('complementary', { name: 'Что изменится' });

test('a change shows before and after, and is undone', async ({ page }) => {
  await openCatalogue(page);
  await page.getByText('Пороги и курсы', { exact: true }).click();
  const least = page.getByLabel('Предлагать от');
  await least.fill('20000');
  await least.press('Enter');
  await expect(impact(page).getByRole('table', { name: 'Кто на что сменил' })).toBeVisible();
  await expect(impact(page)).toContainText('ничего');
  await page.getByRole('button', { name: 'Отменить' }).click();
  await expect(impact(page)).toContainText('Пока всё как было');
});

test('what is wrong is said at the field and stays out of the scoring', async ({ page }) => {
  await openCatalogue(page);
  await page.getByText('Пороги и курсы', { exact: true }).click();
  const reserve = page.getByLabel('Запас на карте');
  await reserve.fill('9');
  await reserve.press('Enter');
  await expect(page.getByText('Нужно число в пределах 1…3.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Сохранить в файл' })).toBeDisabled();
  await expect(impact(page)).toContainText('Пока всё как было');
});

test('a catalogue is saved, and opened again as it was', async ({ page }) => {
  await openCatalogue(page);
  await page.getByRole('button', { name: /^С нуля/ }).click();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Сохранить в файл' }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe('own.json');
  const text = await readFile(await saved.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ schema: 1, id: 'own' });
  await page.getByRole('radio', { name: /Кейс 2025/ }).check({ force: true });
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Открыть файл' }).first().click();
  await (await choosing).setFiles(await saved.path());
  await expect(page.getByLabel('Название', { exact: true })).toHaveValue('Новый каталог');
});

test('the guard names who can never win', async ({ page }) => {
  await openCatalogue(page);
  await page.getByRole('radio', { name: /Исходный/ }).check({ force: true });
  await page.getByRole('button', { name: 'Проверить' }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'Никогда не выигрывают' });
  await expect(alert).toContainText('Карта для геймеров', { timeout: 20_000 });
});

test('known answers judge the advice; a click opens the client', async ({ page }) => {
  await openCatalogue(page);
  await page.getByText('Сверка', { exact: true }).click();
  await page.getByRole('button', { name: 'Ответы демо-данных' }).click();
  await expect(page.getByText('Верный продукт и первое место')).toBeVisible();
  await page
    .getByRole('table')
    .filter({ hasText: 'Место верного' })
    .getByRole('button')
    .first()
    .click();
  await expect(page.getByRole('complementary', { name: 'Карточка клиента' })).toBeVisible();
});

test('a rate, a condition and a weight: each shows who switches, and is undone', async ({
  page,
}) => {
  await openCatalogue(page);
  const form = page.locator('details').filter({ hasText: 'Карта для геймеров' }).first();
  await form.locator('summary').click();
  const switches = impact(page).getByRole('table', { name: 'Кто на что сменил' });
  const undone = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Отменить' }).click();
    await expect(impact(page)).toContainText('Пока всё как было');
  };
  for (const [label, value] of [
    [/^Ставка/, '50'],
    [/^От/, '60'],
    [/^Вес/, '0,1'],
  ] as const) {
    const field = form.getByLabel(label).first();
    await field.fill(value);
    await field.press('Enter');
    await expect(switches).toContainText('Карта для геймеров');
    await undone();
  }
});

test('from nothing: a product that is first for everybody is named at once', async ({ page }) => {
  await openCatalogue(page);
  await page.getByRole('button', { name: /^С нуля/ }).click();
  await expect(impact(page)).toContainText('Один продукт почти всем');
  await expect(impact(page)).toContainText('«Новый продукт» на первом месте у 100% клиентов');
});

test('what a client has already is not offered', async ({ page }) => {
  await openCatalogue(page);
  await page.getByText('Уже есть', { exact: true }).click();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Открыть файл' }).last().click();
  const text = 'client_code,product\n1,Карта для путешествий\n37,travel-card\n';
  await (
    await choosing
  ).setFiles({ name: 'held.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await expect(page.getByText('Прочитано 2 строки.')).toBeVisible();
  await page.goto('./#/recommendations');
  await page.getByRole('searchbox').fill('37');
  await page.getByRole('row').filter({ hasText: '37' }).first().click();
  const held = page.locator('details').filter({ hasText: 'Карта для путешествий' });
  await expect(held.first()).toContainText('уже есть');
});
