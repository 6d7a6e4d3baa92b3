import { existsSync } from 'node:fs';
import { chooseFiles, commandLine, downloadOffers, REALISTIC, writeDemo } from './main-job.ts';
import { type StaticHost, staticHost } from './tools/static-host.ts';
import { expect, test } from './tools/sealed-test.ts';

let host: StaticHost;
test.beforeAll(async () => {
  host = await staticHost('/some/folder/');
});
test.afterAll(() => host.close());

const SETS = [
  ['demo data', () => writeDemo(200)],
  ['real files', () => REALISTIC],
] as const;

for (const [name, folderOf] of SETS) {
  test(`the page of any static host makes the bytes of the command line from ${name}`, async ({
    page,
  }) => {
    const folder = folderOf();
    test.skip(!existsSync(folder), 'the real files are not here');
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(host.address);
    await chooseFiles(page, folder);
    await expect(page.getByRole('heading', { name: 'Данные загружены' })).toBeVisible();
    expect((await downloadOffers(page)).toString()).toBe(commandLine(folder).toString());
    expect(complaints).toEqual([]);
  });
}
