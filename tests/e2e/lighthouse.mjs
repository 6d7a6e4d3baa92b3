/**
 * `npm run lighthouse`: what Lighthouse says of the built page, served by the project's own server.
 * Fails under 95 in any category. Needs `npm run build`, a Chrome, and the registry on its first run.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The last one for Node 20.
const LIGHTHOUSE = 'lighthouse@12.8.2';
const LEAST = 95;

const probe = createServer().listen(0, '127.0.0.1');
await once(probe, 'listening');
const { port } = probe.address();
probe.close();
const folder = mkdtempSync(join(tmpdir(), 'vygoda-lighthouse-'));
const server = spawn('node', ['dist-node/vygoda.js', 'serve'], {
  env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), VYGODA_DATA: folder },
  stdio: 'ignore',
});
const address = `http://127.0.0.1:${port}/`;
for (let tries = 0; tries < 100; tries++) {
  if (await fetch(address).catch(() => null)) break;
  await new Promise((resolve) => setTimeout(resolve, 100));
}

let worst = 100;
for (const look of ['desktop', 'mobile']) {
  const path = join(folder, `${look}.json`);
  const { status } = spawnSync(
    'npx',
    [
      ...['--yes', LIGHTHOUSE, address, '--quiet', '--output=json', `--output-path=${path}`],
      // It asks for robots.txt from inside the page, which the page's policy lets ask for nothing.
      '--skip-audits=robots-txt',
      ...(look === 'desktop' ? ['--preset=desktop'] : []),
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (status !== 0) {
    worst = 0;
    break;
  }
  const { categories, lighthouseVersion } = JSON.parse(readFileSync(path, 'utf8'));
  const scores = Object.values(categories).map(({ title, score }) => {
    const points = Math.round(score * 100);
    worst = Math.min(worst, points);
    return `${title} ${points}`;
  });
  console.log(`${look}: ${scores.join(', ')} (Lighthouse ${lighthouseVersion})`);
}
server.kill();
process.exitCode = worst < LEAST ? 1 : 0;
