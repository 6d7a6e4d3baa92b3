import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { html: string }[];
  }[];
}

/** What axe finds wrong with the page as it is now. */
export const findings = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};

/** Steps that every walk through the page begins with; they work in each of its languages. */
export const openDemo = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^(Демо-|Demo)/ }).click();
  await page.locator('.summary .tiles').waitFor();
};

type Room = 'data' | 'recommendations' | 'statistics' | 'texts' | 'catalogue' | 'export';

export const openTab = async (page: Page, room: Room): Promise<void> => {
  await page.locator(`nav a[href^="#/${room}"]`).click();
};

export const openTable = async (page: Page): Promise<void> => {
  await openTab(page, 'recommendations');
  await page.locator('[data-row="0"] .expected').filter({ hasText: '₸' }).waitFor();
};
