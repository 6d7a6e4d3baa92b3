import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ask } from './tools/ask.ts';
import { processDemo, uploadDemo } from './tools/demo.ts';
import { open } from './tools/raw.ts';
import { tempFolder, testServer, TestServer } from './tools/test-server.ts';

const LIMIT_MS = 5000;

const stopTime = async (
  server: TestServer,
  signal: NodeJS.Signals = 'SIGTERM',
): Promise<number> => {
  const start = performance.now();
  expect(await server.stop(signal)).toBe(0);
  expect(readdirSync(server.data)).not.toContain('lock');
  expect(existsSync(join(server.data, 'incoming'))).toBe(false);
  return performance.now() - start;
};

describe('on SIGTERM', () => {
  it('an idle server ends at once, kept connections or not', async () => {
    const server = await testServer();
    await ask(server.base, 'GET /health');
    expect(await stopTime(server)).toBeLessThan(1000);
    expect(await stopTime(await testServer(), 'SIGINT')).toBeLessThan(1000);
  });

  it('processing that can end does, and its answer arrives', { timeout: 30_000 }, async () => {
    const server = await testServer();
    await uploadDemo(server.base);
    const answer = ask(server.base, 'POST /process');
    while ((await ask(server.base, 'GET /health')).json!.processing === null) await wait(2);
    expect(await stopTime(server)).toBeLessThan(LIMIT_MS);
    expect((await answer).json!.clients_count).toBe(40);
  });

  it('an upload that does not end is ended within five seconds', { timeout: 60_000 }, async () => {
    const server = await testServer();
    const upload = await open(server.port);
    upload.on('error', () => undefined);
    upload.write(
      'POST /upload/clients HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 9999\r\n\r\n',
    );
    upload.write(
      `--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n${'1'.repeat(999)}`,
    );
    while (readdirSync(join(server.data, 'incoming')).length === 0) await wait(5);
    expect(await stopTime(server)).toBeLessThan(LIMIT_MS);
  });
});

describe('kill -9', () => {
  it(
    'while uploading, inspecting, scoring or writing leaves a clean and right next start',
    { timeout: 120_000 },
    async () => {
      const data = join(tempFolder(), 'data');
      const first = await TestServer.start(data);
      await processDemo(first.base);
      const right = (await ask(first.base, 'GET /export/csv')).text;
      await first.stop();
      for (const delay of [5, 60, 200, 400, 700]) {
        const server = await TestServer.start(data);
        onTestFinished(() => server.kill());
        const work = processDemo(server.base).catch(() => undefined);
        await wait(delay);
        await server.stop('SIGKILL');
        await work;
        const next = await TestServer.start(data);
        onTestFinished(() => next.kill());
        expect(readdirSync(join(data, 'incoming'))).toEqual([]);
        expect((await ask(next.base, 'GET /export/csv')).text).toBe(right);
        expect((await ask(next.base, 'POST /process')).json!.clients_count).toBe(40);
        expect((await ask(next.base, 'GET /export/csv')).text).toBe(right);
        await next.stop();
      }
    },
  );
});

describe('a start that cannot be', () => {
  it('says why in one line, and ends with 2', async () => {
    const server = await testServer();
    const sameData = TestServer.start(server.data);
    await expect(sameData).rejects.toThrow(
      /in use by process \d+: name another one in VYGODA_DATA/,
    );
    const samePort = TestServer.start(join(tempFolder(), 'data'), { PORT: String(server.port) });
    await expect(samePort).rejects.toThrow(/Cannot listen on 127\.0\.0\.1 port \d+ \(EADDRINUSE\)/);
    await expect(TestServer.start(join(tempFolder(), 'x'), { PORT: 'x' })).rejects.toThrow(
      /PORT "x" is no port/,
    );
  });
});
