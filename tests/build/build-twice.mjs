/**
 * `npm run build:twice`: two builds with packages fetched anew, without install scripts, in different
 * surroundings. Says the digest of every file; the exit code says whether the builds are equal.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';

const { module } = await runnerImport(join(import.meta.dirname, 'clean-build.ts'));
const { copySources, digests, npm, SURROUNDINGS } = module;

const home = mkdtempSync(join(tmpdir(), 'vygoda-build-'));
process.on('exit', () => rmSync(home, { recursive: true, force: true }));

const places = SURROUNDINGS.map(({ folder, env }) => ({ place: join(home, folder), env }));
for (const { place } of places) {
  mkdirSync(place, { recursive: true });
  copySources(place);
}
const [first, second] = places.map(({ place, env }) => {
  npm(place, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], env);
  npm(place, ['run', '-s', 'build'], env);
  return digests(place);
});
const paths = [...new Set([...Object.keys(first), ...Object.keys(second)])].sort();
const different = paths.filter((path) => first[path] !== second[path]);
for (const path of paths) console.log(`${first[path] ?? '-'.padEnd(64)}  ${path}`);
const whole = createHash('sha256').update(JSON.stringify(first)).digest('hex');
console.log(`${paths.length} files, ${different.length} different; all of them: ${whole}`);
for (const path of different) console.log(`  different: ${path}`);
process.exitCode = different.length === 0 ? 0 : 1;
