import type { Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoFiles } from '../../src/presets/demo/demo-files.ts';

const root = join(import.meta.dirname, '../..');
/** Made by others for the program that this one replaces; not everywhere. */
export const REALISTIC = join(root, '../shared/data/realistic');
export const NAMES = ['clients.csv', 'transactions.csv', 'transfers.csv'];

/** What the command line makes of the same files. */
export const commandLine = (folder: string, ...flags: string[]): Buffer => {
  const program = join(root, 'dist-node/vygoda.js');
  return execFileSync('node', [program, 'score', folder, ...flags], { maxBuffer: 1 << 28 });
};

/** A folder with the three files of a demo population. */
export const writeDemo = (clients: number): string => {
  const folder = mkdtempSync(join(tmpdir(), 'vygoda-e2e-'));
  const files = demoFiles({ clients, seed: 11 });
  for (const kind of ['clients', 'transactions', 'transfers'] as const) {
    writeFileSync(join(folder, `${kind}.csv`), files[kind]);
  }
  return folder;
};

export const chooseFiles = async (page: Page, folder: string): Promise<void> => {
  await page
    .locator('input[type=file][multiple]:not([webkitdirectory])')
    .setInputFiles(NAMES.map((name) => join(folder, name)));
};

export const openTab = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation').getByRole('link', { name }).click();
};

/** The bytes of the file that the page offers. */
export const downloadOffers = async (page: Page): Promise<Buffer> => {
  await openTab(page, 'Экспорт');
  const downloading = page.waitForEvent('download');
  await page
    .getByRole('button', { name: 'Скачать' })
    .or(page.getByRole('link', { name: 'Скачать' }))
    .click();
  return readFileSync(await (await downloading).path());
};
