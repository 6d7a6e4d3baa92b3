import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { openDemo, openTab, openTable } from './steps.ts';
import { expect, test } from './tools/sealed-test.ts';

test.beforeEach(async ({ page }) => {
  await page.goto('');
  await openDemo(page);
});

/** How many clients the table shows, as its totals say. */
const shown = async (page: Page): Promise<number> =>
  Number((await page.locator('.totals strong').first().innerText()).match(/\d+/)?.[0]);

/** Colours that cover a part of a chart worth seeing. */
const coloursOf = (page: Page, canvas: number): Promise<string[]> =>
  page
    .locator('canvas')
    .nth(canvas)
    .evaluate((element) => {
      const drawing = element as HTMLCanvasElement;
      const { width, height } = drawing;
      const bytes = drawing.getContext('2d')!.getImageData(0, 0, width, height).data;
      const counts = new Map<string, number>();
      for (let at = 0; at < bytes.length; at += 4) {
        if (bytes[at + 3] !== 255) continue;
        const colour = bytes.subarray(at, at + 3).join();
        counts.set(colour, (counts.get(colour) ?? 0) + 1);
      }
      return [...counts].filter(([, count]) => count > 500).map(([colour]) => colour);
    });

test('every chart leads to its clients', async ({ page }) => {
  await openTab(page, 'statistics');
  const figures = page.locator('figure.figure:has(.bars)');
  await figures.first().waitFor();
  for (let at = 0; at < (await figures.count()); at++) {
    const bar = figures.nth(at).locator('.bar').last();
    const figure = await bar.locator('.figure').innerText();
    await bar.click();
    await expect(page).toHaveURL(/#\/recommendations/);
    await expect.poll(() => shown(page)).toBeLessThan(300);
    // Bars of money count the offers behind the sum, not the clients.
    if (!figure.includes('₸\u00A0') && !/₸ *\d/.test(figure) && !figure.includes('предложени')) {
      await expect.poll(() => shown(page)).toBe(Number(/\d+/.exec(figure)?.[0]));
    }
    await page.goBack();
    await figures.nth(at).waitFor();
  }
  const histogram = page.locator('canvas').first();
  await histogram.scrollIntoViewIfNeeded();
  const box = (await histogram.boundingBox())!;
  await histogram.click({ position: { x: 90, y: box.height - 60 } });
  await expect(page).toHaveURL(/#\/recommendations/);
  await expect.poll(() => shown(page)).toBeLessThan(300);
});

test('every chart is saved as a picture', async ({ page }) => {
  await openTab(page, 'statistics');
  await page.locator('canvas').first().waitFor();
  const buttons = page.getByRole('button', { name: /^Сохранить как PNG/ });
  expect(await buttons.count()).toBe(7);
  for (const button of await buttons.all()) {
    const downloading = page.waitForEvent('download');
    await button.click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/\.png$/);
    const bytes = readFileSync(await download.path());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.length).toBeGreaterThan(2000);
  }
});

test('a client’s charts have their colours without motion, and lead to the rows', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openTable(page);
  await page.locator('[data-row="0"] .product').click();
  await page.locator('canvas').nth(2).waitFor();
  // Money in and out: two bars that must not look alike.
  await expect.poll(async () => (await coloursOf(page, 2)).length).toBeGreaterThanOrEqual(2);
  const categories = page.locator('canvas').first();
  const name = (await categories.getAttribute('aria-label')) ?? '';
  const first = /: ([^\d,]+) \d/.exec(name)?.[1] ?? '';
  expect(first).not.toBe('');
  await categories.scrollIntoViewIfNeeded();
  const box = (await categories.boundingBox())!;
  await categories.click({ position: { x: box.width / 2, y: 14 } });
  await expect(page.locator('.rows [role=status]')).toContainText('строк');
  await expect(page.locator('.rows .actions')).toContainText(first);
});

test('the finished file can be dragged out of the page', async ({ page }) => {
  await openTab(page, 'export');
  const link = page.getByRole('link', { name: 'Скачать' });
  await expect(link).toHaveAttribute('draggable', 'true');
  const dragged = await link.evaluate((element) => {
    const data = new DataTransfer();
    element.dispatchEvent(new DragEvent('dragstart', { dataTransfer: data, bubbles: true }));
    return data.getData('DownloadURL');
  });
  expect(dragged).toMatch(/^text\/csv:vygoda-offers\.csv:blob:/);
  const address = dragged.slice(dragged.indexOf('blob:'));
  expect(address).toBe(await link.getAttribute('href'));
});
