import type { Page } from '@playwright/test';

/** Steps that every walk through the page begins with; they work in each of its languages. */
export const openDemo = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^(Демо-|Demo)/ }).click();
  await page.locator('.summary .tiles').waitFor();
};

/** Rooms by their place: data, recommendations, statistics, catalogue, export. */
export const openTab = async (page: Page, index: number): Promise<void> => {
  await page.getByRole('navigation').getByRole('link').nth(index).click();
};

export const openTable = async (page: Page): Promise<void> => {
  await openTab(page, 1);
  await page.locator('[data-row="0"] .expected').filter({ hasText: '₸' }).waitFor();
};
