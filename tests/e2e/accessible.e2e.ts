import type { Page } from '@playwright/test';
import { findings, openDemo, openTab, openTable } from './steps.ts';
import { expect, test } from './tools/sealed-test.ts';

/** Chooses the one of a group of radio buttons, which are drawn by their labels. */
const choose = (page: Page, group: string, value: string): Promise<void> =>
  page.locator(`input[name=${group}][value=${value}]`).check({ force: true });

const refuse = (page: Page): Promise<void> =>
  page
    .locator('input[type=file][multiple]:not([webkitdirectory])')
    .setInputFiles({ name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') });

const openMenu = async (page: Page, trigger: string): Promise<void> => {
  await page.locator(trigger).first().click();
  await page.locator('.popover').waitFor();
};

for (const theme of ['light', 'dark'] as const) {
  for (const language of ['ru', 'kk', 'en'] as const) {
    test(`axe finds nothing in any room, panel or dialog: ${language}, ${theme}`, async ({
      page,
    }) => {
      test.slow();
      const found: Record<string, string[]> = {};
      const look = async (place: string): Promise<void> => {
        const here = await findings(page);
        if (here.length > 0) found[place] = here;
      };
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.goto('');
      await choose(page, 'language', language);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await look('first visit');
      await page.locator('a[href="#/trust"]').click();
      await look('what can be checked');
      await openTab(page, 'statistics');
      await look('nothing loaded');
      await openTab(page, 'data');
      await refuse(page);
      await page.getByRole('alert').waitFor();
      await look('refused');
      await openDemo(page);
      await page.locator('.summary .tiles').waitFor();
      await look('data');

      await openTable(page);
      await openMenu(page, '.chip-open');
      await look('a filter');
      await page.keyboard.press('Escape');
      await openMenu(page, '.column-chooser');
      await look('columns');
      await page.keyboard.press('Escape');
      await page.locator('[data-row="2"] .tick').click();
      await page.locator('.bar .acts').waitFor();
      await page.locator('[data-row="1"] .product').click();
      await page.locator('canvas').first().waitFor();
      await page.locator('details.entry summary').first().click();
      await page.locator('.decide').click();
      await page.locator('.opened.held').waitFor();
      await page.locator('.panel .tools button').first().click();
      await page.locator('.panel .tools button').nth(2).click();
      await page.locator('.compare').waitFor();
      await look('two clients, one taken off, some chosen');
      await page.setViewportSize({ width: 390, height: 844 });
      await page.locator('[role=dialog] .compare').waitFor();
      await look('a client on a phone');
      await page.keyboard.press('Escape');
      await look('the table on a phone');
      await page.setViewportSize({ width: 1280, height: 720 });
      await page.locator('.search input').fill('nobody at all');
      await page.locator('.empty').waitFor();
      await look('nobody');

      await openTab(page, 'statistics');
      await page.locator('canvas').waitFor();
      await look('statistics');
      await choose(page, 'statistics-room', 'compare');
      await page.locator('.empty').waitFor();
      await look('no run kept');
      await page.locator('.empty button').first().click();
      await page.locator('.empty button').nth(1).waitFor();
      await openTab(page, 'catalogue');
      await look('catalogue');
      for (const room of await page.locator('input[name=catalogue-room]').all()) {
        await room.check({ force: true });
        await look(`catalogue, ${(await room.getAttribute('value')) ?? ''}`);
      }
      await page.locator('.presets input, .presets button').nth(2).click({ force: true });
      await openTab(page, 'statistics');
      await page.locator('main .tiles').waitFor();
      await look('two runs');
      await openTab(page, 'texts');
      for (const room of await page.locator('input[name=texts-room]').all()) {
        await room.check({ force: true });
        await look(`texts, ${(await room.getAttribute('value')) ?? ''}`);
      }
      await openTab(page, 'export');
      await page.locator('.built').waitFor();
      await look('export');
      expect(found).toEqual({});
    });
  }
}
