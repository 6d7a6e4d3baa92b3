import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { builtProgram } from './program.ts';

const READY_MS = 20_000;

/** What the system holds it to. */
interface TestLimits {
  /** The largest file it may write; whole KB. */
  readonly maxFileBytes?: number;
}

/** The real program in a process of its own, on a free port of the loopback interface. */
export class TestServer {
  readonly base: string;
  readonly data: string;
  readonly log: readonly string[];
  readonly process: ChildProcess;

  private constructor(base: string, data: string, log: readonly string[], child: ChildProcess) {
    this.base = base;
    this.data = data;
    this.log = log;
    this.process = child;
  }

  get port(): number {
    return Number(new URL(this.base).port);
  }

  static async start(
    data: string,
    env: Readonly<Record<string, string>> = {},
    { maxFileBytes }: TestLimits = {},
  ): Promise<TestServer> {
    const serve = [process.execPath, await builtProgram(), 'serve'];
    const limited = `ulimit -f ${(maxFileBytes ?? 0) / 1024} && exec "$@"`;
    const [program, ...parameters] =
      maxFileBytes === undefined ? serve : ['bash', '-c', limited, 'bash', ...serve];
    const child = spawn(program, parameters, {
      env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', VYGODA_DATA: data, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const log: string[] = [];
    createInterface(child.stderr).on('line', (line) => log.push(line));
    const base = await new Promise<string>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`no server: ${log.join('\n')}`)), READY_MS);
      createInterface(child.stdout).on('line', (line) => {
        clearTimeout(late);
        resolve(`http://127.0.0.1:${new URL(line.replace('Vygoda: ', '')).port}`);
      });
      child.once('exit', () => {
        clearTimeout(late);
        reject(new Error(`the server ended: ${log.join('\n')}`));
      });
    });
    return new TestServer(base, data, log, child);
  }

  /** Sends a signal; the exit code once it has ended, null when the signal ended it. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.process.exitCode !== null || this.process.signalCode !== null)
      return this.process.exitCode;
    const ended = once(this.process, 'exit');
    this.process.kill(signal);
    const [code] = (await ended) as [number | null];
    return code;
  }

  async kill(): Promise<void> {
    await this.stop('SIGKILL');
  }

  /** Ends it and removes its data. */
  async end(): Promise<void> {
    await this.kill();
    rmSync(join(this.data, '..'), { recursive: true, force: true });
  }
}

/** A folder that is gone when the test is over. */
export const tempFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'vygoda-server-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A server for one test. */
export const testServer = async (
  env: Readonly<Record<string, string>> = {},
  limits: TestLimits = {},
): Promise<TestServer> => {
  const server = await TestServer.start(join(tempFolder(), 'data'), env, limits);
  onTestFinished(() => server.end());
  return server;
};

/** A server for several tests: `end` it after them. */
export const tempServer = (env: Readonly<Record<string, string>> = {}): Promise<TestServer> =>
  TestServer.start(join(mkdtempSync(join(tmpdir(), 'vygoda-server-')), 'data'), env);
