import { type Browser, chromium, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { findBrowser } from '../browser.ts';

export interface KillableBrowser {
  readonly page: Page;
  /** As when the machine loses its power: no process of it gets to say anything more. */
  readonly kill: () => Promise<void>;
}

/** A browser of its own process group, with a profile that outlives it. */
export const killableBrowser = async (profile: string): Promise<KillableBrowser> => {
  const { executablePath, args, env } = findBrowser();
  const own = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  const child = spawn(executablePath, [...args, ...own, 'about:blank'], {
    env,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    child.on('exit', () => reject(new Error(said)));
  });
  const browser: Browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  return {
    page: context.pages()[0] ?? (await context.newPage()),
    kill: async () => {
      const gone = once(child, 'exit');
      process.kill(-(child.pid ?? 0), 'SIGKILL');
      await gone;
      await browser.close().catch(() => undefined);
    },
  };
};
