import { expect, test } from '@playwright/test';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { chooseFiles, commandLine, downloadOffers, REALISTIC, writeDemo } from './main-job.ts';

const dist = join(import.meta.dirname, '../../dist');
const FOLDER = '/some/folder/';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Any static host: files of one folder under a path of its own, a type, and not one header more. */
const staticHost = async (): Promise<{ server: Server; address: string }> => {
  const server = createServer(({ method, url = '' }, response) => {
    const { pathname } = new URL(url, 'http://host');
    const path = join(dist, pathname.slice(FOLDER.length) || 'index.html');
    const isThere =
      method === 'GET' &&
      pathname.startsWith(FOLDER) &&
      existsSync(path) &&
      statSync(path).isFile();
    if (!isThere) return response.writeHead(404).end();
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    return response.writeHead(200, { 'Content-Type': type }).end(readFileSync(path));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, address: `http://127.0.0.1:${port}${FOLDER}` };
};

let host: Awaited<ReturnType<typeof staticHost>>;
test.beforeAll(async () => {
  host = await staticHost();
});
test.afterAll(() => host.server.close());

const SETS = [
  ['demo data', () => writeDemo(200)],
  ['real files', () => REALISTIC],
] as const;

for (const [name, folderOf] of SETS) {
  test(`the page of a static host makes the bytes of the command line from ${name}`, async ({
    page,
  }) => {
    const folder = folderOf();
    test.skip(!existsSync(folder), 'the real files are not here');
    const complaints: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => asked.push(request.url()));

    await page.goto(host.address);
    await chooseFiles(page, folder);
    await expect(page.getByRole('heading', { name: 'Данные загружены' })).toBeVisible();
    expect((await downloadOffers(page)).toString()).toBe(commandLine(folder).toString());

    expect(complaints).toEqual([]);
    const elsewhere = asked.filter((url) => !/^(blob|data):/.test(url));
    expect(elsewhere.filter((url) => !url.startsWith(host.address))).toEqual([]);
  });
}
