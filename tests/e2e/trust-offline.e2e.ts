import type { Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTab, writeDemo } from './main-job.ts';
import { doWholeJob, loaded } from './tools/whole-job.ts';
import { type Change, DIST, type StaticHost, staticHost } from './tools/static-host.ts';
import { expect, test } from './tools/sealed-test.ts';

let host: StaticHost;
test.beforeEach(async () => {
  host = await staticHost('/bank/tools/');
});
test.afterEach(() => host.close());

/** Visited once, and kept by the browser. */
const visit = async (page: Page): Promise<void> => {
  await page.goto(host.address);
  await loaded(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
};

const MARK = '<meta name="next-version">';
const next = (html: string): string => html.replace('</head>', `${MARK}</head>`);
/** The next version of the page; its index.html may not have arrived at the host yet. */
const nextVersion =
  (arrived: boolean): Change =>
  (path, content) => {
    if (path === 'index.html') return arrived ? next(content.toString()) : content;
    if (path !== 'service-worker.js') return content;
    const page = next(readFileSync(join(DIST, 'index.html'), 'utf8'));
    const digest = createHash('sha256').update(page).digest('base64');
    return content
      .toString()
      .replace(/"\.\/":"[^"]+"/, `"./":"sha256-${digest}"`)
      .replace(/APP_VERSION="[^"]+"/, `APP_VERSION="next"`);
  };
const isNext = (page: Page): Promise<boolean> =>
  page.evaluate(
    async (mark) => (await (await caches.match('./'))?.text())?.includes(mark),
    MARK,
  ) as Promise<boolean>;

test('after one visit the page opens and works without a network, in a folder too', async ({
  page,
  context,
}) => {
  await visit(page);
  const { length } = host.requests;
  await context.setOffline(true);
  await page.reload();
  await loaded(page);
  await doWholeJob(page, writeDemo(300));
  await host.close();
  await page.goto(`${host.address}index.html#/catalogue`);
  await expect(page.getByRole('heading', { name: 'Каталог', level: 1 })).toBeVisible();
  // Whether there is a newer version is asked by the browser, not by the page.
  const asked = host.requests.slice(length).filter((text) => !text.includes('service-worker.js'));
  expect(asked).toEqual([]);
});

test('an update is announced, waits for its word, and comes whole', async ({ page }) => {
  await visit(page);
  host.change = nextVersion(true);
  await page.reload();
  await expect(page.getByText('Доступна новая версия')).toBeVisible();
  // The old version goes on working under the notice.
  await page.getByRole('button', { name: /Демо-данные/ }).click();
  await expect(page.getByRole('heading', { name: 'Данные загружены' })).toBeVisible();
  await openTab(page, 'Рекомендации');
  expect(await page.content()).not.toContain(MARK);
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name: 'Обновить', exact: true }).click(),
  ]);
  expect(await page.content()).toContain(MARK);
  expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
});

test('a half-uploaded update is not taken', async ({ page, context }) => {
  await visit(page);
  host.change = nextVersion(false);
  await page.reload();
  await loaded(page);
  await expect
    .poll(() => host.requests.filter((request) => request.endsWith('service-worker.js')).length)
    .toBeGreaterThan(1);
  await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.installing === null && registration.waiting === null;
  });
  await expect(page.getByText('Доступна новая версия')).toBeHidden();
  expect(await isNext(page)).toBe(false);
  await context.setOffline(true);
  await page.reload();
  await loaded(page);
});

test('a part of the program that cannot be fetched is said, not waited for', async ({ page }) => {
  host.change = (path, content) => (path.includes('browser-entry') ? null : content);
  await page.goto(host.address);
  await expect(page.getByRole('alert')).toContainText('Часть программы не загрузилась');
  host.change = (_, content) => content;
  await page.getByRole('button', { name: 'Загрузить заново' }).click();
  await loaded(page);
});

test('a worker that cannot start is said too', async ({ page }) => {
  host.change = (path, content) =>
    path.includes('browser-entry') ? 'throw new Error("torn")' : content;
  await page.goto(host.address);
  await expect(page.getByRole('alert')).toContainText('Часть программы не загрузилась');
});
