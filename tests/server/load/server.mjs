/** The built server in a process of its own, and what to measure it by. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../../..');
const outDir = join(root, 'node_modules/.cache/server-load');
export const program = join(outDir, 'vygoda.js');
export const KINDS = ['clients', 'transactions', 'transfers'];

export const build = () => {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const { status, stderr } = spawnSync(
    process.execPath,
    [vite, 'build', '--ssr', '--outDir', outDir],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(stderr);
};

/** A folder for the run, removed with it. */
export const workFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'vygoda-load-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const children = new Set();
process.on('exit', () => children.forEach((child) => child.kill('SIGKILL')));

export const startServer = async (data, env = {}) => {
  const child = spawn(process.execPath, [program, 'serve'], {
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', VYGODA_DATA: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  const log = [];
  createInterface({ input: child.stderr }).on('line', (line) => log.push(line));
  const [line] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error(`no server: ${log.join('\n')}`))),
  ]);
  const { port } = new URL(line.replace('Vygoda: ', ''));
  let isWanted = false;
  child.once('exit', (code, signal) => {
    children.delete(child);
    if (!isWanted)
      console.log(
        `  the server ended by itself (${code}, ${signal}): ${log.slice(-20).join('\n')}`,
      );
  });
  return {
    port: Number(port),
    base: `http://127.0.0.1:${port}`,
    pid: child.pid,
    log,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      isWanted = true;
      child.kill(signal);
      return (await once(child, 'exit'))[0];
    },
  };
};

/** Resident memory in MB: now, and the most there ever was. */
export const memoryOf = (pid) => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const read = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? NaN) / 1024;
  return { now: read('VmRSS'), peak: read('VmHWM') };
};

const TICKS_A_MS = 0.1;

/** What the thread that answers has computed so far, in ms: unlike the clock, it knows no neighbours. */
export const answeringTime = (pid) => {
  const [, after] = readFileSync(`/proc/${pid}/task/${pid}/stat`, 'utf8').split(') ');
  const [user, system] = after.split(' ').slice(11, 13).map(Number);
  return (user + system) / TICKS_A_MS;
};

/** Samples memory that is the process's own, not of files it has mapped; the most seen, in MB. */
export const watchMemory = (pid) => {
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, memoryOf(pid).now)), 50);
  return () => {
    clearInterval(timer);
    return Math.max(peak, memoryOf(pid).now);
  };
};

export const ask = async (base, method, path, body, type) => {
  const headers = type === undefined ? {} : { 'Content-Type': type };
  const response = await fetch(`${base}${path}`, { method, body, headers });
  return { status: response.status, text: await response.text() };
};

/** Sends pieces as one file of a form; nothing of it is held. */
export const uploadPieces = (port, kind, pieces) =>
  new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'multipart/form-data; boundary=xyz' };
    const outgoing = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: `/upload/${kind}`,
      headers,
    });
    outgoing.on('error', reject);
    outgoing.on('response', async (incoming) => {
      let text = '';
      for await (const chunk of incoming.setEncoding('utf8')) text += chunk;
      resolve({ status: incoming.statusCode, text });
    });
    let goOn = () => undefined;
    outgoing.on('drain', () => goOn());
    outgoing.on('close', () => goOn());
    void (async () => {
      outgoing.write(
        `--xyz\r\nContent-Disposition: form-data; name="file"; filename="${kind}.csv"\r\n\r\n`,
      );
      for await (const piece of pieces) {
        if (outgoing.destroyed) return;
        if (!outgoing.write(piece)) await new Promise((go) => (goOn = go));
      }
      outgoing.end('\r\n--xyz--\r\n');
    })().catch(reject);
  });

export const percentile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Says a figure and holds it against its limit. */
export const figure = (name, value, unit, limit) => {
  const shown = `${name}: ${Number(value.toFixed(1))} ${unit}`;
  const ok = limit === undefined || value <= limit;
  console.log(
    limit === undefined ? `  ${shown}` : `  ${shown} (at most ${limit}) ${ok ? 'ok' : 'TOO MUCH'}`,
  );
  if (!ok) process.exitCode = 1;
};

export const check = (name, ok) => {
  console.log(`  ${name}: ${ok ? 'ok' : 'WRONG'}`);
  if (!ok) process.exitCode = 1;
};
