import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, form } from './tools/ask.ts';
import { open, raw, rawPost } from './tools/raw.ts';
import { tempServer, type TestServer } from './tools/test-server.ts';

const MAX_UPLOAD = 300_000;
const FORM = 'multipart/form-data; boundary=xyz';

let server: TestServer;
beforeAll(async () => {
  server = await tempServer({ VYGODA_MAX_UPLOAD: String(MAX_UPLOAD) });
});
afterAll(() => server.end());

const part = (
  content: string,
  disposition = 'form-data; name="file"; filename="a.csv"',
  more = '',
): string => `--xyz\r\nContent-Disposition: ${disposition}\r\n${more}\r\n${content}\r\n`;
const END = '--xyz--\r\n';
const CSV = 'client_code,name\n1,Анна\n';

/** Whatever was sent: the server is well, holds nothing of it, and left no bug in its log. */
const expectUnharmed = async (): Promise<void> => {
  const { json } = await ask(server.base, 'GET /health');
  expect(json).toMatchObject({ files: { clients: 0 } });
  expect(readdirSync(join(server.data, 'incoming'))).toEqual([]);
  expect(readdirSync(join(server.data, 'uploads'))).toEqual([]);
  expect(server.log.filter((line) => line.includes('"bug"'))).toEqual([]);
};

describe('forms that are none', () => {
  const cases: readonly (readonly [
    name: string,
    type: string,
    body: string,
    status: number,
    code: string,
  ])[] = [
    ['no boundary', 'multipart/form-data', part(CSV) + END, 400, 'bad-multipart'],
    ['an empty boundary', 'multipart/form-data; boundary=', part(CSV) + END, 400, 'bad-multipart'],
    [
      'another boundary',
      'multipart/form-data; boundary=abc',
      part(CSV) + END,
      400,
      'bad-multipart',
    ],
    ['another type', 'application/json', '{}', 415, 'unsupported-type'],
    [
      'a type that only begins alike',
      'multipart/form-data-x; boundary=xyz',
      part(CSV) + END,
      415,
      'unsupported-type',
    ],
    ['an address form', 'application/x-www-form-urlencoded', 'file=a', 415, 'unsupported-type'],
    ['nothing', FORM, '', 400, 'bad-multipart'],
    ['only an end', FORM, END, 400, 'no-file'],
    ['no end', FORM, part(CSV), 400, 'bad-multipart'],
    [
      'a part that stops in its headers',
      FORM,
      '--xyz\r\nContent-Disposition: form-da',
      400,
      'bad-multipart',
    ],
    ['a part without headers', FORM, `--xyz\r\n\r\n${CSV}\r\n${END}`, 400, 'no-file'],
    [
      'a part without a name',
      FORM,
      part(CSV, 'form-data; filename="a.csv"') + END,
      400,
      'unexpected-part',
    ],
    [
      'a part of another disposition',
      FORM,
      part(CSV, 'attachment; name="file"; filename="a.csv"') + END,
      400,
      'no-file',
    ],
    [
      'a text field of the right name',
      FORM,
      part(CSV, 'form-data; name="file"') + END,
      400,
      'no-file',
    ],
    [
      'a file without name and content',
      FORM,
      part('', 'form-data; name="file"; filename=""') + END,
      400,
      'no-file',
    ],
    ['too many fields', FORM, part('1', 'form-data; name="a"').repeat(20) + END, 413, 'too-large'],
    [
      'a field too long',
      FORM,
      part('1'.repeat(70_000), 'form-data; name="reading"') + END,
      413,
      'too-large',
    ],
    [
      'a reading that is not JSON',
      FORM,
      part('{', 'form-data; name="reading"') + part(CSV) + END,
      400,
      'bad-json',
    ],
    [
      'a part whose header goes on and on',
      FORM,
      part(CSV).replace('--xyz', `--xyz\r\nX: ${'x'.repeat(100_000)}`) + END,
      400,
      'no-file',
    ],
    ['more bytes than may be sent', FORM, part('1'.repeat(MAX_UPLOAD)) + END, 413, 'too-large'],
  ];

  it.each(cases)('%s', async (_, type, body, status, code) => {
    const answer = await rawPost(server.port, '/upload/clients', type, body);
    const { code: answered, error } = JSON.parse(answer.body) as { code: string; error: string };
    expect([answer.status, answered]).toEqual([status, code]);
    expect(error).not.toMatch(/node_modules|\.[jt]s\b|\/tmp|[0-9a-f]{8}-/);
    await expectUnharmed();
  });

  it('too many files', { timeout: 30_000 }, async () => {
    const names = Array.from({ length: 2001 }, (_, at) => [`${at}.csv`, 'a'] as const);
    const { status, json } = await ask(server.base, 'POST /upload/clients', {
      body: form(...names),
    });
    expect([status, json!.code]).toEqual([413, 'too-large']);
    await expectUnharmed();
  });

  it('more bytes than may be sent, without saying how many', async () => {
    const chunk = `ffff\r\n${'1'.repeat(0xffff)}\r\n`;
    const head = `POST /upload/clients HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${FORM}\r\nTransfer-Encoding: chunked\r\n\r\n`;
    const first = part('').slice(0, -2);
    const start = `${first.length.toString(16)}\r\n${first}\r\n`;
    const answer = await raw(server.port, head + start + chunk.repeat(20), 8000);
    expect(answer.status).toBe(413);
    await expectUnharmed();
  });

  it('whatever bytes stand where a form should', { timeout: 60_000 }, async () => {
    const pieces = fc.constantFrom(
      '--xyz',
      '--',
      '\r\n',
      '\r\n\r\n',
      'Content-Disposition: form-data; name="file"; filename="a"',
      '"',
      ';',
      '\0',
      'a',
      END,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 12 }), fc.nat(40), async (texts, missing) => {
        const body = texts.join('');
        const length = Math.max(0, Buffer.byteLength(body) - missing);
        const answer = await rawPost(server.port, '/upload/clients', FORM, body, length);
        expect(answer.status).toBe(400);
      }),
      { numRuns: 60 },
    );
    await expectUnharmed();
  });
});

describe('a client that goes away', () => {
  it('in the middle of a file leaves nothing', async () => {
    for (let at = 0; at < 5; at++) {
      const socket = await open(server.port);
      socket.on('error', () => undefined);
      socket.write(
        `POST /upload/clients HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${FORM}\r\nContent-Length: 200000\r\n\r\n`,
      );
      socket.write(part('1'.repeat(1000 * (at + 1))).slice(0, -2));
      while (readdirSync(join(server.data, 'incoming')).length === 0) await wait(2);
      socket.destroy();
      while (readdirSync(join(server.data, 'incoming')).length > 0) await wait(2);
    }
    await expectUnharmed();
  });
});

describe('too many uploads at once', () => {
  it('are told to come again, and the others are served', { timeout: 20_000 }, async () => {
    const head = `POST /upload/clients HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${FORM}\r\nContent-Length: 200000\r\n\r\n`;
    const sockets = [];
    for (let at = 1; at <= 16; at++) {
      const socket = await open(server.port);
      socket.on('error', () => undefined);
      socket.write(head + part('1'.repeat(1000)).slice(0, -2));
      sockets.push(socket);
    }
    while (readdirSync(join(server.data, 'incoming')).length < 16) await wait(5);
    const refused = await ask(server.base, 'POST /upload/clients', { body: form(['a.csv', CSV]) });
    expect([refused.status, refused.json!.code]).toEqual([503, 'busy']);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect((await ask(server.base, 'GET /health')).status).toBe(200);
    for (const socket of sockets) socket.destroy();
    while (readdirSync(join(server.data, 'incoming')).length > 0) await wait(5);
    const taken = await ask(server.base, 'POST /upload/clients', { body: form(['a.csv', CSV]) });
    expect(taken.status).toBe(200);
    await ask(server.base, 'DELETE /data');
    await expectUnharmed();
  });
});
