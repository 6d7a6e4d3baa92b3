import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, test } from './tools/sealed-test.ts';

const openTexts = async (page: Page, room: 'Проверка' | 'Шаблоны' | 'Качество'): Promise<void> => {
  await page.goto('./');
  await page.getByRole('button', { name: /Демо-данные/ }).click();
  await expect(page.getByText('300 клиентов').first()).toBeVisible();
  await page.getByRole('link', { name: 'Тексты' }).click();
  await page.getByText(room, { exact: true }).click();
};
const offersOf = async (page: Page): Promise<string> => {
  await page.getByRole('link', { name: 'Экспорт' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Скачать' }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  await page.getByRole('link', { name: 'Тексты' }).click();
  return file;
};
const firstText = (page: Page) =>
  page.getByRole('main').getByRole('list').nth(1).locator('> li').first();

test('a text is rejected, brought back, and rewritten under the eyes of the checks', async ({
  page,
}) => {
  await openTexts(page, 'Проверка');
  const entry = firstText(page);
  const code = /\d+/.exec(await entry.locator('.faint').first().innerText())![0];
  const before = await offersOf(page);
  expect(before).toContain(`\n${code},`);

  await entry.getByRole('button', { name: 'Отклонить' }).click();
  await expect(entry).toContainText('Отклонён');
  expect(await offersOf(page)).not.toContain(`\n${code},`);
  await page.getByRole('button', { name: 'Отменить', exact: true }).click();
  await expect(entry).toContainText('Новый');

  await entry.getByRole('button', { name: 'Изменить' }).click();
  const area = page.getByRole('textbox', { name: `Текст для клиента ${code}` });
  await area.fill('СРОЧНО!!! Оформите карту');
  await expect(entry).toContainText('Запрещённые слова');
  await expect(entry).toContainText('Замените спокойным словом');
  await page.getByRole('button', { name: 'Сохранить текст' }).click();
  await expect(entry).toContainText('Не отправляем');
  await entry.getByRole('button', { name: 'Одобрить' }).click();
  expect(await offersOf(page)).toContain('СРОЧНО!!!');
});

test('a template is changed with the help of its placeholders, undone, and refused when broken', async ({
  page,
}) => {
  await openTexts(page, 'Шаблоны');
  const russian = page.getByRole('region', { name: 'Русский' });
  const hook = russian.getByRole('textbox', { name: 'Наблюдение, 1', exact: true });
  const former = await hook.inputValue();
  await expect(russian).toContainText('Самый короткий');
  await hook.fill('в {mon');
  await hook.press('Tab');
  await expect(hook).toHaveValue(/в \{month[a-z_]*\}/);
  await hook.fill('в {mnth} вы');
  await expect(russian.getByRole('alert')).toContainText('Подстановки «mnth» нет');
  await hook.blur();
  await expect(page.getByRole('button', { name: 'Сохранить в файл' })).toBeDisabled();
  await page.getByRole('button', { name: 'Отменить', exact: true }).click();
  await expect(hook).toHaveValue(former);
  await expect(page.getByRole('button', { name: 'Сохранить в файл' })).toBeEnabled();
});

test('the campaign is measured, and the report is saved', async ({ page }) => {
  await openTexts(page, 'Качество');
  await expect(page.getByText('Готовы к отправке')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Отчёт в CSV' }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv).toMatch(/^section,item,figure,value\ncampaign,,texts,\d+\n/);
});
