import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiError } from '../../src/server/api-error.ts';
import { allowedHosts } from '../../src/server/http/allowed-hosts.ts';
import { ask } from './tools/ask.ts';
import { raw, rawGet } from './tools/raw.ts';
import { tempServer, type TestServer } from './tools/test-server.ts';

const FRIEND = 'https://crm.bank.example';
let server: TestServer;
beforeAll(async () => {
  server = await tempServer({
    VYGODA_ORIGINS: `${FRIEND}, http://other.example:8080`,
    VYGODA_HOSTS: 'Vygoda.Bank.Example',
  });
});
afterAll(() => server.end());

const codeOf = (body: string): unknown =>
  body === '' ? '' : (JSON.parse(body) as { code?: unknown }).code;

describe('the host that is asked for', () => {
  it.each([
    ['localhost', 200],
    ['localhost:1234', 200],
    ['LOCALHOST', 200],
    ['127.0.0.1', 200],
    ['[::1]:80', 200],
    ['vygoda.bank.example', 200],
    ['evil.example', 421],
    ['localhost.evil.example', 421],
    ['evil.example:8080', 421],
    ['127.0.0.1.nip.io', 421],
    ['192.168.0.1', 421],
    ['0.0.0.0', 421],
    ['localhost@evil.example', 400],
    ['local host', 400],
    ['', 400],
  ])('%j is answered with %i', async (host, status) => {
    const answer = await rawGet(server.port, '/health', `Host: ${host}`);
    expect([answer.status, codeOf(answer.body)]).toEqual([
      status,
      { 200: undefined, 421: 'unknown-host', 400: 'bad-request' }[status],
    ]);
  });

  it('counts in the request line, too', async () => {
    const named = (host: string) => rawGet(server.port, `http://${host}/health`, 'Host: localhost');
    expect((await named('localhost')).status).toBe(200);
    expect((await named('evil.example')).status).toBe(421);
    expect(
      (await rawGet(server.port, 'http://localhost/health', 'Host: evil.example')).status,
    ).toBe(421);
    expect((await rawGet(server.port, '/health')).status).toBe(400);
  });

  it.each([
    ['0.0.0.0', '192.168.0.7', '192.168.0.7:8080', true],
    ['0.0.0.0', '::ffff:192.168.0.7', '192.168.0.7', true],
    ['::', 'fd00::7', '[fd00::7]:8080', true],
    ['0.0.0.0', '192.168.0.7', '192.168.0.8', false],
    ['0.0.0.0', '192.168.0.7', '0.0.0.0', false],
    ['::', 'fd00::7', '[::]', false],
  ])('listening on %s, reached at %s, asked for %s', async (host, localAddress, asked, known) => {
    const app = new Hono<{ Bindings: HttpBindings }>();
    app.use(allowedHosts(host, [])).get('/', (context) => context.text(''));
    app.onError((error, context) => context.text('', (error as ApiError).status));
    const incoming = new IncomingMessage(new Socket());
    incoming.headers.host = asked;
    Object.defineProperty(incoming.socket, 'localAddress', { value: localAddress });
    const { status } = await app.request(`http://${asked}/`, {}, { incoming });
    expect(status).toBe(known ? 200 : 421);
  });
});

describe('pages of other sites', () => {
  const preflight = {
    'Access-Control-Request-Method': 'DELETE',
    'Access-Control-Request-Headers': 'content-type',
  };

  it('may call when their origin is listed, letter for letter', async () => {
    const { status, headers } = await ask(server.base, 'GET /health', {
      headers: { Origin: FRIEND },
    });
    expect([status, headers.get('access-control-allow-origin')]).toEqual([200, FRIEND]);
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('vary')).toContain('Origin');
    const asked = await fetch(`${server.base}/data`, {
      method: 'OPTIONS',
      headers: { Origin: FRIEND, ...preflight },
    });
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, FRIEND]);
    expect(asked.headers.get('access-control-allow-methods')).toContain('DELETE');
  });

  it.each([
    'https://evil.example',
    'https://crm.bank.example.evil.example',
    'https://crm.bank.example:8443',
    'http://crm.bank.example',
    'HTTPS://CRM.BANK.EXAMPLE',
    'null',
    'http://localhost:1',
  ])('%s is refused before anything is done', async (Origin) => {
    for (const request of ['GET /health', 'POST /process', 'DELETE /data', 'GET /']) {
      const { status, json, headers } = await ask(server.base, request, { headers: { Origin } });
      expect([request, status, json!.code]).toEqual([request, 403, 'foreign-origin']);
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
    const asked = await fetch(`${server.base}/data`, {
      method: 'OPTIONS',
      headers: { Origin, ...preflight },
    });
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });

  it('the page of this server is no other site', async () => {
    expect(
      (await ask(server.base, 'POST /process', { headers: { Origin: server.base } })).json!.code,
    ).toBe('refused');
  });
});

describe('the page', () => {
  it('is served with the right type, caching and policy', async () => {
    const { status, headers, text } = await page('/');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toContain('<title>Vygoda</title>');
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(headers.get('content-encoding')).toBe('gzip');
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*frame-ancestors 'none'/,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const script = await page('/assets/main-1a2b3c.js');
    expect(script.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('is not sent again to who has it, nor unpacked to who cannot', async () => {
    const etag = (await page('/')).headers.get('etag')!;
    const again = await page('/', { 'If-None-Match': etag });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await page('/', { 'If-None-Match': '"other"' })).status).toBe(200);
    const plain = await page('/', { 'Accept-Encoding': 'identity' });
    expect([plain.headers.get('content-encoding'), plain.text.length > 2000]).toEqual([null, true]);
  });

  it.each([
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/../../dist-node/vygoda.js',
    '/assets/..%5c..%5cvygoda.js',
    '/..\\..\\package.json',
    '//etc/passwd',
    '/assets//../../../../../../../../etc/passwd',
    '/....//....//etc/passwd',
    '/%00',
    '/index.html%00.js',
    '/assets',
    '/assets/',
    '/.env',
    '/%2e%2e%2f'.repeat(20),
    '/dist-node/vygoda.js',
    `/${'a'.repeat(8000)}`,
  ])('%s leads nowhere', async (path) => {
    const { status, body } = await rawGet(server.port, path, 'Host: localhost');
    expect([400, 404]).toContain(status);
    expect(['not-found', 'bad-request']).toContain(codeOf(body));
    expect(body).not.toMatch(/root:|"name"|\/work|\/home|node_modules/);
  });
});

describe('requests that are none', () => {
  it.each([
    ['noise', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    ['no version', 'GET /health\r\n\r\n', 400],
    [
      'two lengths',
      'POST /process HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
      400,
    ],
    [
      'length and chunks',
      'POST /process HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    [
      'a bad chunk',
      'POST /process HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      400,
    ],
    [
      'a line of header too long',
      `GET /health HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
    ],
    ['an address too long', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, 431],
  ])('%s', async (_, request, status) => {
    const answer = await raw(server.port, Buffer.from(request, 'latin1'), 8000);
    expect(answer.status).toBe(status);
    expect(Object.keys(JSON.parse(answer.body) as object)).toEqual(['error', 'code']);
    expect((await ask(server.base, 'GET /health')).status).toBe(200);
  });

  it.each([
    ['GET /nothing', 404, 'not-found'],
    ['POST /nothing', 404, 'not-found'],
    ['POST /health', 405, 'method-not-allowed'],
    ['PUT /upload/clients', 405, 'method-not-allowed'],
    ['GET /process', 405, 'method-not-allowed'],
    ['GET /upload/other', 404, 'not-found'],
    ['PATCH /recommendations/7', 405, 'method-not-allowed'],
  ])('%s is answered with %i %s', async (request, status, code) => {
    const { status: answered, json, headers } = await ask(server.base, request);
    expect([answered, json!.code]).toEqual([status, code]);
    expect(headers.get('allow') !== null).toBe(status === 405);
  });

  it('a GET that brings a body does not hold the connection', async () => {
    const request = 'GET /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\nabc';
    const start = performance.now();
    expect((await raw(server.port, request, 8000)).status).toBe(200);
    expect(performance.now() - start).toBeLessThan(4000);
  });
});

const page = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
  const response = await fetch(`${server.base}${path}`, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
};
