import { chromium, type Browser, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../e2e/browser.ts';

/** The built page in Chromium, with a server of its own. */
export interface BuiltPage {
  readonly browser: Browser;
  readonly page: Page;
  readonly address: string;
}

const TRIES = 100;
const BETWEEN_MS = 100;

/** Serves what was built, opens it, and takes everything away when `work` is done. */
export const withBuiltPage = async (
  work: (built: BuiltPage) => Promise<void>,
  init: () => void = () => undefined,
): Promise<void> => {
  const data = mkdtempSync(join(tmpdir(), 'vygoda-bench-'));
  const port = await freePort();
  const server = spawn('node', ['dist-node/vygoda.js', 'serve'], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), VYGODA_DATA: data },
    stdio: 'ignore',
  });
  const browser = await chromium.launch(findBrowser());
  try {
    const page = await browser.newPage({ locale: 'ru-KZ', viewport: { width: 1440, height: 900 } });
    await page.addInitScript(init);
    const address = `http://127.0.0.1:${String(port)}/`;
    await arrive(page, address);
    await work({ browser, page, address });
  } finally {
    await browser.close();
    server.kill();
    rmSync(data, { recursive: true, force: true });
  }
};

const arrive = async (page: Page, address: string): Promise<void> => {
  for (let tries = 0; ; tries++) {
    try {
      await page.goto(address);
      return;
    } catch (error) {
      if (tries > TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
    }
  }
};

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
};
