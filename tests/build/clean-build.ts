/** A build from nothing but the sources, in a folder of its own. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const root = join(import.meta.dirname, '../..');
const OUTPUTS = ['dist', 'dist-node'];
const NO_SOURCES = new Set([...OUTPUTS, '.git', 'node_modules', 'coverage', 'test-results']);

interface Surroundings {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Two surroundings that differ in whatever a build might look at: place, time zone, language. */
export const SURROUNDINGS: readonly Surroundings[] = [
  { folder: 'a', env: { TZ: 'Asia/Almaty', LANG: 'C', LC_ALL: 'C' } },
  { folder: 'some/where/else', env: { TZ: 'America/New_York', LANG: 'ru_RU.UTF-8' } },
];

/** Copies the project without what was installed or built. */
export const copySources = (folder: string): void => {
  for (const name of readdirSync(root).filter((one) => !NO_SOURCES.has(one))) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
};

/** Borrows the packages that are installed here. */
export const linkPackages = (folder: string): void =>
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');

export const npm = (
  folder: string,
  parameters: readonly string[],
  env: Readonly<Record<string, string>> = {},
): void => {
  execFileSync('npm', parameters, {
    cwd: folder,
    // Whoever runs the tests has set it to "test", and a build would obey.
    env: { ...process.env, NODE_ENV: undefined, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
};

/** SHA-256 of every file that a build made, by path. */
export const digests = (folder: string): Readonly<Record<string, string>> => {
  const files = OUTPUTS.flatMap((name) =>
    readdirSync(join(folder, name), { recursive: true, withFileTypes: true }),
  ).filter((entry) => entry.isFile());
  const entries = files.map(({ parentPath, name }) => {
    const path = join(parentPath, name);
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    return [relative(folder, path).split(sep).join('/'), sha256] as const;
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
};
