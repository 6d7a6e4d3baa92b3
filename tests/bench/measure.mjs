/** Runs a program and watches it: its last line of output, its peak memory, and no longer than allowed. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SAMPLE_MS = 100;

/**
 * `{ line, megabytes }`, or `{ reason }` when it failed or did not finish in time. Memory is that of
 * the program and all its children, without the pages of programs on disk that they share; null
 * where there is no /proc.
 */
export const measure = ([program, parameters], { cwd, limitSeconds }) =>
  new Promise((resolve) => {
    const child = spawn(program, parameters, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8').on('data', (text) => {
        output[name] += text;
      });
    }
    let peak = 0;
    let reason = '';
    const sampling = setInterval(() => {
      peak = Math.max(peak, memoryOf(family(child.pid)));
    }, SAMPLE_MS);
    const stopping = setTimeout(() => {
      reason = `not finished in ${limitSeconds} s`;
      for (const pid of family(child.pid).reverse()) kill(pid);
    }, limitSeconds * 1000);
    const end = (failure) => {
      clearInterval(sampling);
      clearTimeout(stopping);
      if (reason === '' && failure === null) {
        const line = output.stdout.trim().split('\n').at(-1);
        resolve({ line, megabytes: peak === 0 ? null : Math.round(peak / 1e6) });
      } else resolve({ reason: reason || failure });
    };
    child.once('error', ({ message }) => end(message));
    child.once('close', (status) => end(status === 0 ? null : lastWords(output.stderr, status)));
  });

const lastWords = (text, status) =>
  text
    .split('\n')
    .filter((line) => /error/i.test(line))
    .at(-1)
    ?.trim()
    .slice(0, 200) ?? `ended with ${status}`;

const kill = (pid) => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
};

/** A process and its descendants, parents first. */
const family = (root) => {
  const parents = new Map();
  for (const name of listProcesses()) {
    const fields = read(join('/proc', name, 'stat'));
    // The name in parentheses may hold anything.
    const parent = Number(fields.slice(fields.lastIndexOf(')') + 2).split(' ')[1]);
    parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
  }
  const pids = [root];
  for (const pid of pids) pids.push(...(parents.get(pid) ?? []));
  return pids;
};

const listProcesses = () => {
  try {
    return readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name));
  } catch {
    return [];
  }
};

const memoryOf = (pids) => {
  let bytes = 0;
  for (const pid of pids) {
    for (const [, kibibytes] of read(`/proc/${pid}/status`).matchAll(
      /Rss(?:Anon|Shmem):\s+(\d+)/g,
    )) {
      bytes += Number(kibibytes) * 1024;
    }
  }
  return bytes;
};

/** A process may end at any moment. */
const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};
