/**
 * Runs a contender in Chromium: a page with a file input and one worker script, served from a bare
 * server. The clock runs from the moment the files are chosen until the worker has answered.
 */
import { chromium, type Page } from '@playwright/test';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { findBrowser } from '../../e2e/browser.ts';

const LIMIT_MS = 300_000;
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** The page hands the chosen files to its worker and keeps what it answers. */
const PAGE = `<!doctype html><meta charset="utf-8"><input type="file" multiple>
<script type="module">
  const worker = new Worker('/worker.js');
  worker.onerror = ({ message }) => { document.title = 'failed: ' + message; };
  worker.onmessage = ({ data }) => {
    if (data === 'ready') document.title = 'ready';
    else { globalThis.answer = data; document.title = 'done'; }
  };
  document.querySelector('input').onchange = ({ target }) => {
    worker.postMessage([...target.files]);
  };
</script>`;

/** `served`: path → file on disk; `/worker.js` is the contender. */
export const inChromium = async (
  folder: string,
  served: Readonly<Record<string, string>>,
): Promise<void> => {
  const server = createServer(({ url = '/' }, response) => answer(response, url, served));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const browser = await chromium.launch(findBrowser());
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(LIMIT_MS);
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await untilTitle(page, 'ready');
    const files = ['clients', 'transactions', 'transfers'].map((name) =>
      join(folder, `${name}.csv`),
    );
    const start = performance.now();
    await page.locator('input').setInputFiles(files);
    await untilTitle(page, 'done');
    const seconds = (performance.now() - start) / 1000;
    const result = await page.evaluate(() => (globalThis as unknown as { answer: object }).answer);
    const version = `Chromium ${browser.version()}`;
    console.log(JSON.stringify({ seconds, version, ...result }));
  } finally {
    await browser.close();
    server.close();
  }
};

const untilTitle = async (page: Page, wanted: string): Promise<void> => {
  await page.waitForFunction(
    (title) => document.title === title || document.title.startsWith('failed'),
    wanted,
  );
  const title = await page.title();
  if (title !== wanted) throw new Error(title);
};

const answer = (
  response: ServerResponse,
  url: string,
  served: Readonly<Record<string, string>>,
): void => {
  if (url === '/') response.setHeader('content-type', 'text/html').end(PAGE);
  else if (!Object.hasOwn(served, url)) response.writeHead(404).end();
  else {
    response.setHeader('content-type', TYPES[extname(served[url])]);
    response.end(readFileSync(served[url]));
  }
};
