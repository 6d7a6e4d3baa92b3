import { describe, expect, it } from 'vitest';
import { setTimeout as wait } from 'node:timers/promises';
import { bugLine } from '../../src/server/http/request-log.ts';
import { ask, form } from './tools/ask.ts';
import { processDemo } from './tools/demo.ts';
import { open } from './tools/raw.ts';
import { testServer } from './tools/test-server.ts';

describe('the log', () => {
  it('has one line a request, and nothing about anybody', async () => {
    const server = await testServer();
    await processDemo(server.base);
    await ask(server.base, 'GET /recommendations/7?name=secret', {
      headers: { 'User-Agent': 'secret' },
    });
    await ask(server.base, 'GET /recommendations/secret');
    await ask(server.base, 'POST /upload/clients', { body: form(['secret.csv', 'secret']) });
    await ask(server.base, 'GET /secret');
    const socket = await open(server.port);
    socket.write('POST /process HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{');
    await wait(100);
    socket.destroy();
    while (server.log.length < 9) await wait(5);
    const lines = server.log.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(
      lines.map(({ method, route, status, complete }) => [method, route, status, complete]),
    ).toEqual([
      ['POST', '/upload/clients', 200, true],
      ['POST', '/upload/transactions', 200, true],
      ['POST', '/upload/transfers', 200, true],
      ['POST', '/process', 200, true],
      ['GET', '/recommendations/:client_code', 200, true],
      ['GET', '/recommendations/:client_code', 404, true],
      ['POST', '/upload/clients', 400, true],
      ['GET', '/*', 404, true],
      ['POST', '/process', 499, false],
    ]);
    for (const line of lines) {
      expect(Object.keys(line)).toEqual(['time', 'method', 'route', 'status', 'ms', 'complete']);
    }
    expect(server.log.join('\n')).not.toMatch(/secret|127\.0\.0\.1|Айгерим/);
  });

  it('tells a bug by its place, for its message may quote what it was handed', () => {
    const line = bugLine(new TypeError('Айгерим\nhas no balance'));
    expect(line).toMatchObject({ bug: 'TypeError' });
    expect(JSON.stringify(line)).not.toMatch(/Айгерим|balance/);
    expect(JSON.stringify(line)).toContain('request-log.test.ts');
  });
});
