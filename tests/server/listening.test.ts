import { once } from 'node:events';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { ask } from './tools/ask.ts';
import { post, raw } from './tools/raw.ts';
import { testServer } from './tools/test-server.ts';

const [outer] = Object.values(networkInterfaces())
  .flat()
  .filter((address) => address !== undefined && !address.internal && address.family === 'IPv4');

const reaches = async (host: string, port: number): Promise<boolean> => {
  const socket = connect(port, host);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
};

describe('where it listens', () => {
  it.skipIf(outer === undefined)('is this machine alone, unless HOST says more', async () => {
    const alone = await testServer({ HOST: '' });
    expect(await reaches('127.0.0.1', alone.port)).toBe(true);
    expect(await reaches(outer!.address, alone.port)).toBe(false);
    const open = await testServer({ HOST: '0.0.0.0' });
    expect(await reaches(outer!.address, open.port)).toBe(true);
  });
});

describe('clients that feed a byte now and then', () => {
  const form = 'Content-Type: multipart/form-data; boundary=x';
  const beginnings = [
    '',
    'GET /health HTTP/1.1\r\nHost: localhost\r\nX-A: ',
    `${post('/upload/clients', form, 'Content-Length: 1000000')}--x\r\n`,
    post('/process', 'Content-Type: application/json', 'Content-Length: 1000000'),
    post('/process', 'Content-Type: application/json', 'Transfer-Encoding: chunked'),
    post('/push-notifications', 'Content-Length: 1000000'),
  ];

  it('are gone in twelve seconds, while a good one is served', { timeout: 60_000 }, async () => {
    const server = await testServer();
    const start = performance.now();
    const sockets = Array.from({ length: 60 }, async (_, at) => {
      const socket = connect(server.port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.resume();
      socket.write(beginnings[at % beginnings.length]);
      const drip = setInterval(() => socket.write('1'), 300);
      await once(socket, 'close');
      clearInterval(drip);
    });
    const allGone = Promise.all(sockets).then(() => true);
    const soon = (): Promise<false> => new Promise((resolve) => setTimeout(resolve, 100, false));
    do {
      expect((await ask(server.base, 'GET /health')).status).toBe(200);
    } while (!(await Promise.race([allGone, soon()])));
    expect(performance.now() - start).toBeLessThan(12_000);
  });
});

describe('connections', () => {
  it('beyond the cap are closed, and the others are served', async () => {
    const server = await testServer();
    const sockets = Array.from({ length: 1024 }, () => connect(server.port, '127.0.0.1'));
    for (const socket of sockets) socket.on('error', () => undefined);
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    const get = 'GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';
    expect((await raw(server.port, get)).status).toBe(0);
    sockets[0].end(get);
    const [answer] = (await once(sockets[0], 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 200/);
    for (const socket of sockets) socket.destroy();
  });
});
