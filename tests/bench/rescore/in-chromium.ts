import type { Page } from '@playwright/test';
import { ru } from '../../../src/locales/ru/index.ts';
import { standard } from '../../../src/presets/catalogues/standard.ts';
import { withBuiltPage } from '../built-page.ts';
import { EDITS } from './edits.ts';
import { type Figure, median } from './figure.ts';

const TURNS = 3;
const READING_MS = 3_600_000;
const SCORING_MS = 300_000;

/** What the page's worker was asked and when it had answered. */
interface Rescoring {
  /** From the page's question to the answer, and as the worker saw it. */
  readonly waited: number;
  readonly worked: number;
}

/**
 * The built page: files into its file input, then catalogues into its editor; the clock runs from
 * the page's question to its worker until the answer is there.
 */
export const rescoreInChromium = async (
  paths: readonly string[],
  clients: number,
): Promise<Figure[]> => {
  const figures: Figure[] = [];
  await withBuiltPage(async ({ browser, page, address }) => {
    await page
      .locator('input[type=file][multiple]:not([webkitdirectory])')
      .setInputFiles([...paths]);
    await page
      .getByRole('heading', { name: ru.data.result.title })
      .waitFor({ timeout: READING_MS });
    await page.goto(`${address}#/catalogue`);
    const where = `Chromium ${browser.version()}, the page`;
    for (const { name, edit } of EDITS) {
      const times: Rescoring[] = [];
      for (let turn = 0; turn < TURNS; turn++) {
        await load(page, standard);
        times.push(await load(page, edit(standard, turn)));
      }
      const ms = median(times.map(({ waited }) => waited));
      figures.push({ where, clients, catalogue: standard.id, what: name, ms });
      console.log(name, times);
    }
  }, listen);
  return figures;
};

/** Opens a catalogue in the editor as a file and waits until everybody is scored by it. */
const load = async (page: Page, catalogue: object): Promise<Rescoring> => {
  const before = await page.evaluate(() => globalThis.rescorings.length);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: ru.editor.load }).first().click();
  const text = JSON.stringify({ ...catalogue, version: `bench ${before}` });
  await (
    await choosing
  ).setFiles({ name: 'bench.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.waitForFunction((known) => globalThis.rescorings.length > known, before, {
    timeout: SCORING_MS,
  });
  return page.evaluate(() => globalThis.rescorings.at(-1)!);
};

declare global {
  var rescorings: Rescoring[];
}

/** Runs in the page: notes every question to score again, and its answer. */
const listen = (): void => {
  globalThis.rescorings = [];
  const post = Reflect.get(MessagePort.prototype, 'postMessage') as () => void;
  MessagePort.prototype.postMessage = function (message: unknown, ...rest: unknown[]): void {
    const { id, path } = message as { id?: string; path?: string[] };
    if (path?.[0] === 'rescore') {
      const start = performance.now();
      const hear = ({ data }: MessageEvent<{ id: string; value: never }>): void => {
        if (data.id !== id) return;
        this.removeEventListener('message', hear);
        const { value } = data.value as { value: { elapsedMs: number } };
        globalThis.rescorings.push({
          waited: performance.now() - start,
          worked: value.elapsedMs,
        });
      };
      this.addEventListener('message', hear);
    }
    Reflect.apply(post, this, [message, ...rest]);
  };
};
