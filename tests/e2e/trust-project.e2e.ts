import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { chooseFiles, downloadOffers, openTab, writeDemo } from './main-job.ts';
import { findings } from './steps.ts';
import { expect, test } from './tools/sealed-test.ts';

const least = (page: Page) => page.getByLabel('Предлагать от');
const setLeast = async (page: Page, value: string): Promise<void> => {
  await openTab(page, 'Каталог');
  await page.getByText('Пороги и курсы', { exact: true }).click();
  await least(page).fill(value);
  await least(page).press('Enter');
};
const shownLeast = async (page: Page): Promise<string> => {
  await openTab(page, 'Каталог');
  await page.getByText('Пороги и курсы', { exact: true }).click();
  return (await least(page).inputValue()).replace(/\D/g, '');
};
/** With a catalogue under which others are offered other things. */
const rescore = async (page: Page): Promise<void> => {
  await setLeast(page, '20000');
  await expect(page.getByRole('table', { name: 'Кто на что сменил' })).toBeVisible();
};
const openProject = async (
  page: Page,
  file: string | { name: string; mimeType: string; buffer: Buffer },
) => {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Открыть проект' }).click();
  await (await choosing).setFiles(file);
};
const keep = async (page: Page): Promise<void> => {
  await openTab(page, 'Данные');
  await page.getByLabel('Сохранять работу в этом браузере').check();
  await expect(page.getByText(/^Сохранено .*КБ/)).toBeVisible();
};
/** The project that the browser keeps, as JSON. */
const keptWork = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open('vygoda').onsuccess = ({ target }) => {
          const { result: database } = target as IDBOpenDBRequest;
          const asked = database.transaction('project').objectStore('project').get('present');
          asked.onsuccess = async () => {
            database.close();
            const { file } = asked.result as { file: Blob };
            const head = (await file.text()).indexOf('\n') + 1;
            const packed = file.slice(head).stream();
            resolve(await new Response(packed.pipeThrough(new DecompressionStream('gzip'))).text());
          };
        };
      }),
  );
const stored = (page: Page): Promise<string[]> =>
  page.evaluate(async () => [
    ...(await indexedDB.databases()).map(({ name }) => `database ${name ?? ''}`),
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...document.cookie.split(';').filter(Boolean),
  ]);

test.beforeEach(async ({ page }) => {
  await page.goto('');
});

test('the work is saved to a file and opened again, undone and redone on the way', async ({
  page,
}) => {
  await setLeast(page, '700');
  await setLeast(page, '900');
  await page.getByRole('button', { name: 'Отменить' }).click();
  await openTab(page, 'Данные');
  await expect(page.getByText('В журнале 3 действия')).toBeVisible();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Сохранить проект' }).click();
  const path = await (await saving).path();
  expect((await readFile(path)).subarray(0, 17).toString()).toBe('vygoda-project 3 ');

  await page.reload();
  await openProject(page, path);
  await expect(page.getByText('Проект открыт')).toBeVisible();
  expect(await shownLeast(page)).toBe('700');
  await expect(page.getByRole('button', { name: 'Отменить' })).toBeDisabled();

  await openTab(page, 'Данные');
  await openProject(page, {
    name: 'torn.vygoda',
    mimeType: 'application/octet-stream',
    buffer: (await readFile(path)).subarray(0, 1500),
  });
  await expect(page.getByRole('alert')).toContainText('контрольная сумма не сходится');
  expect(await shownLeast(page)).toBe('700');
});

test('a project with its data needs no files, and gives the same bytes', async ({
  page,
  browser,
}) => {
  await chooseFiles(page, writeDemo(100));
  await expect(page.getByRole('heading', { name: 'Данные загружены' })).toBeVisible();
  const taking = page.getByLabel('Вместе с данными');
  await expect(taking).not.toBeChecked();
  await taking.check();
  await expect(page.getByText('В файле будут имена, коды')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Сохранить проект' }).click();
  const path = await (await saving).path();
  await expect(page.getByRole('main').getByText(/^Проект сохранён: .*КБ$/)).toBeVisible();
  const before = await downloadOffers(page);
  await rescore(page);
  const after = await downloadOffers(page);
  expect(after.equals(before)).toBe(false);

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(page.url().replace(/#.*/, ''));
  await openProject(other, path);
  await expect(other.getByRole('heading', { name: 'Данные загружены' })).toBeVisible();
  await expect(other.getByText('Данные взяты из файла проекта')).toBeVisible();
  expect((await downloadOffers(other)).equals(before)).toBe(true);
  await rescore(other);
  expect((await downloadOffers(other)).equals(after)).toBe(true);
  // Rows cannot be read again, and that is said.
  await openTab(other, 'Рекомендации');
  await other.getByRole('row').nth(2).click();
  await other.getByRole('button', { name: 'Все операции и переводы' }).click();
  await expect(other.getByText('Файлов здесь нет')).toBeVisible();
  await elsewhere.close();
});

test('nothing is kept unasked; asked, a reload offers to go on', async ({ page }) => {
  await chooseFiles(page, writeDemo(100));
  await expect(page.getByRole('heading', { name: 'Данные загружены' })).toBeVisible();
  expect(await stored(page)).toEqual([]);
  await keep(page);
  await setLeast(page, '777');
  await expect.poll(() => keptWork(page)).toContain('"offerThreshold":777');
  await page.reload();
  await page.getByRole('button', { name: 'Продолжить' }).click();
  await openTab(page, 'Данные');
  await expect(page.getByText('Проект открыт')).toBeVisible();
  expect(await shownLeast(page)).toBe('777');
  await openTab(page, 'Данные');
  await expect(page.getByText(/Проект открыт.*clients\.csv/)).toBeVisible();
});

test('wiping is one click and leaves nothing', async ({ page }) => {
  await page.getByLabel('English').check({ force: true });
  await page.getByLabel('Русский').check({ force: true });
  await keep(page);
  // Columns that a person has named before.
  await page.evaluate(() => localStorage.setItem('vygoda.mappings', '{}'));
  expect((await stored(page)).length).toBeGreaterThan(2);
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name: 'Стереть всё' }).click(),
  ]);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await stored(page)).toEqual([]);
  const caches = await page.evaluate(() => window.caches.keys());
  expect(caches.filter((name) => !name.startsWith('vygoda http'))).toEqual([]);
});

test('address, title and history know a place in the table, and no client', async ({ page }) => {
  await page.getByRole('button', { name: /Демо-данные/ }).click();
  await expect(page.getByRole('heading', { name: 'Данные загружены' })).toBeVisible();
  await openTab(page, 'Рекомендации');
  await page.getByPlaceholder('Имя или код клиента').fill('Айгерим');
  await expect(page.locator('.totals')).toContainText('из 300');
  await page.getByRole('row').nth(2).click();
  await expect(page).toHaveURL(/#\/recommendations\?(sort=-?\w+&)?row=1$/);
  const known = await page.evaluate(() => [document.title, JSON.stringify(history.state ?? '')]);
  expect(decodeURIComponent(known.join(' '))).not.toMatch(/Айгерим|\d{2,}/);
});

test('a second tab is told that the first one keeps its work', async ({ page, context }) => {
  await keep(page);
  const second = await context.newPage();
  await second.goto('');
  await second.getByLabel('Сохранять работу в этом браузере').click();
  await expect(second.getByText('Работу уже сохраняет другая вкладка')).toBeVisible();
  await expect(second.getByLabel('Сохранять работу в этом браузере')).not.toBeChecked();
});

test('a full disk is said, and what was kept before stays whole', async ({ page }) => {
  await keep(page);
  // The browser's own quota cannot be filled in a test; its answer can be given.
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  await setLeast(page, '333');
  await openTab(page, 'Данные');
  await expect(page.getByText('В браузере кончилось место')).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Продолжить' }).click();
  await expect(page.getByText('Проект открыт.', { exact: true })).toBeVisible();
});
