import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../../..');
const cache = join(root, 'node_modules/.cache/server-tests');
const OLD_MS = 3_600_000;

/** A page of its own, so that the tests need no built one. */
const PAGE = {
  'index.html': `<!doctype html><title>Vygoda</title>${' '.repeat(2000)}`,
  'assets/main-1a2b3c.js': 'export {};\n',
};

/**
 * The built program: server, command line and their workers, as they ship. Built once for every
 * state of the sources, whichever test file comes first.
 */
export const builtProgram = async (): Promise<string> => {
  const folder = join(cache, sourcesKey());
  const program = join(folder, 'dist-node/vygoda.js');
  if (existsSync(program)) return program;
  const fresh = `${folder}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const outDir = join(fresh, 'dist-node');
  await promisify(execFile)(process.execPath, [vite, 'build', '--ssr', '--outDir', outDir], {
    cwd: root,
  });
  for (const [name, text] of Object.entries(PAGE)) {
    mkdirSync(join(fresh, 'dist', name, '..'), { recursive: true });
    writeFileSync(join(fresh, 'dist', name), text);
  }
  try {
    renameSync(fresh, folder);
  } catch {
    // Another test file was faster.
    rmSync(fresh, { recursive: true, force: true });
  }
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: Infinity };
    if (path !== folder && Date.now() - mtimeMs > OLD_MS)
      rmSync(path, { recursive: true, force: true });
  }
  return program;
};

const sourcesKey = (): string => {
  const hash = createHash('sha256');
  const src = join(root, 'src');
  const paths = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );
  for (const path of [
    ...paths.sort().map((name) => join(src, name)),
    join(root, 'vite.config.ts'),
  ]) {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex').slice(0, 16);
};
