import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killableBrowser } from './tools/killable-browser.ts';
import { expect, test } from './tools/sealed-test.ts';

const CRASHES = Number(process.env.VYGODA_CRASHES ?? 2);
/** What may be lost. */
const LAST_MS = 1000;

/** The same moments every time. */
const random = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

test(`the browser is killed ${CRASHES} times while the work is edited`, async ({ baseURL }) => {
  test.setTimeout(60_000 + CRASHES * 40_000);
  const profile = mkdtempSync(join(tmpdir(), 'vygoda-crash-'));
  const address = baseURL ?? '';
  const chance = random(7);
  let value = 1000;
  let edits: { readonly value: number; readonly at: number }[] = [];
  let oldest = 0;

  for (let crash = 0; crash <= CRASHES; crash++) {
    const { page, kill } = await killableBrowser(profile);
    await page.goto(address);
    if (crash === 0) {
      await page.getByLabel('Сохранять работу в этом браузере').check();
    } else {
      await page.getByRole('button', { name: 'Продолжить' }).click();
      await expect(page.getByText('Проект открыт')).toBeVisible();
    }
    await expect(page.getByText(/^Сохранено/)).toBeVisible();
    await page.goto(`${address}#/catalogue`);
    await page.getByText('Пороги и курсы', { exact: true }).click();
    const least = page.getByLabel('Предлагать от');
    if (crash > 0) {
      const found = Number((await least.inputValue()).replace(/\D/g, ''));
      const killedAt = edits.at(-1)?.at ?? 0;
      const lost = edits.filter((edit) => edit.value > found);
      const age = lost.length === 0 ? 0 : killedAt - lost[0].at;
      oldest = Math.max(oldest, age);
      expect(age, `crash ${crash}: ${lost.length} of ${edits.length} edits lost`).toBeLessThan(
        LAST_MS,
      );
    }
    if (crash === CRASHES) {
      await kill();
      break;
    }
    edits = [];
    const until = performance.now() + 500 + chance() * 3000;
    while (performance.now() < until) {
      value += 1;
      await least.fill(String(value));
      await least.press('Enter');
      edits.push({ value, at: performance.now() });
    }
    edits.push({ value: 0, at: performance.now() });
    await kill();
  }
  rmSync(profile, { recursive: true, force: true });
  test
    .info()
    .annotations.push({ type: 'oldest edit lost', description: `${oldest.toFixed(0)} ms` });
  console.log(`${CRASHES} crashes; the oldest edit lost was made ${oldest.toFixed(0)} ms before`);
});
