import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, form } from './tools/ask.ts';
import { json, processDemo, smallDemo } from './tools/demo.ts';
import { tempFolder, tempServer, TestServer } from './tools/test-server.ts';

let server: TestServer;
const get = (path: string) => ask(server.base, `GET ${path}`);
type Row = Readonly<Record<string, unknown>>;

beforeAll(async () => {
  server = await tempServer();
});
afterAll(() => server.end());

const RESULTS = [
  'GET /clients',
  'GET /recommendations/1',
  'POST /push-notifications',
  'GET /export/csv',
  'GET /export/csv?format=json',
  'GET /stats',
];

describe('before anything is processed', () => {
  it.each(RESULTS)('%s says so', async (request) => {
    const { status, json: body } = await ask(server.base, request);
    expect([status, body!.code]).toEqual([400, 'not-processed']);
  });

  it('processing nothing is refused with the reason', async () => {
    const { status, json: body } = await ask(server.base, 'POST /process');
    expect([status, body!.code]).toEqual([400, 'refused']);
    expect(body!.faults).toMatchObject([{ code: 'no-clients' }]);
  });
});

describe('results of the demo data', () => {
  beforeAll(() => processDemo(server.base));

  it('list the clients in natural order', async () => {
    const { json: body } = await get('/clients');
    const clients = body!.clients as Row[];
    expect(body!.total_count).toBe(40);
    expect(clients.map(({ client_code }) => client_code)).toEqual(
      Array.from({ length: 40 }, (_, at) => at + 1),
    );
    const [, first] = smallDemo().clients.split('\n');
    expect(`${Object.values(clients[0]).join(',')},ru`).toBe(first);
  });

  it.each([
    ['/clients', 'clients'],
    ['/push-notifications', 'notifications'],
  ])('of %s come by pages', async (path, name) => {
    const method = name === 'clients' ? 'GET' : 'POST';
    const rowsOf = async (query: string): Promise<unknown[]> =>
      (await ask(server.base, `${method} ${path}${query}`)).json![name] as unknown[];
    const all = await rowsOf('');
    const pages = [];
    for (let offset = 0; offset < 45; offset += 7)
      pages.push(...(await rowsOf(`?limit=7&offset=${offset}`)));
    expect(pages).toEqual(all);
    expect(all.length).toBeGreaterThan(30);
    expect(await rowsOf('?limit=0')).toEqual([]);
    expect(await rowsOf('?offset=1000')).toEqual([]);
    expect(await rowsOf('?offset=39&limit=99999999999')).toEqual(all.slice(39));
    for (const query of [
      '?limit=-1',
      '?limit=1.5',
      '?offset=x',
      '?limit=',
      '?limit=9999999999999999',
    ]) {
      const { status, json: body } = await ask(server.base, `${method} ${path}${query}`);
      expect([query, status, body!.code]).toEqual([query, 400, 'bad-parameter']);
    }
  });

  it('say the same in every form', async () => {
    const { text } = await get('/export/csv');
    const { json: wrapped } = await get('/export/csv?format=json');
    const { json: push } = await ask(server.base, 'POST /push-notifications');
    const { json: stats } = await get('/stats');
    const notifications = push!.notifications as Row[];
    expect(wrapped!.csv_content).toBe(text);
    expect(wrapped!.sample).toEqual(notifications.slice(0, 5));
    expect(text.trim().split('\n')).toHaveLength(1 + notifications.length);
    expect(push!.total_count).toBe(notifications.length);
    expect(stats).toMatchObject({ total_clients: 40, notifications_count: notifications.length });
    const distribution = Object.values(stats!.product_distribution as Record<string, number>);
    const without = Object.values(stats!.clients_without_recommendations as Record<string, number>);
    const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
    expect(distribution).toHaveLength(10);
    expect(sum(distribution)).toBe(stats!.clients_with_recommendations);
    expect(sum(distribution) + sum(without)).toBe(40);
    for (const { client_code, product } of notifications) {
      const { json: why } = await get(`/recommendations/${client_code as number}`);
      expect(why).toMatchObject({
        client_code,
        send: true,
        recommendations: [{ product, rank: 1 }, {}, {}, {}],
      });
    }
  });

  it('have headers to save them by, and the same for HEAD', async () => {
    const { headers, text } = await get('/export/csv');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="vygoda-offers.csv"');
    expect(headers.get('content-length')).toBe(String(Buffer.byteLength(text)));
    for (const path of ['/export/csv', '/clients', '/health', '/stats', '/openapi.json']) {
      const head = await ask(server.base, `HEAD ${path}`);
      expect([path, head.status, head.text]).toEqual([path, 200, '']);
      expect(head.headers.get('content-type')).toBe((await get(path)).headers.get('content-type'));
    }
  });

  it('stand until the next processing has succeeded', async () => {
    const before = (await get('/export/csv')).text;
    const few = 'client_code,name\n1,Анна\n';
    await ask(server.base, 'POST /upload/clients', { body: form(['few.csv', few]) });
    expect((await get('/export/csv')).text).toBe(before);
    const operations = { body: form(['t.csv', 'client_code,category,amount\n1,Такси,"1,289"\n']) };
    await ask(server.base, 'POST /upload/transactions', operations);
    const refused = await ask(server.base, 'POST /process');
    expect(refused.json).toMatchObject({
      code: 'refused',
      faults: [{ code: 'decimal-ambiguous', file: 't.csv' }],
    });
    expect(refused.json!.error).toContain('"decimal" in "reading"');
    expect((await get('/export/csv')).text).toBe(before);
    const answered = await ask(server.base, 'POST /process', json({ reading: { decimal: ',' } }));
    expect(answered.json!.clients_count).toBe(1);
    expect((await get('/clients')).json).toMatchObject({ total_count: 1 });
  });

  it('are forgotten with the data', async () => {
    expect((await ask(server.base, 'DELETE /data')).status).toBe(204);
    expect((await get('/clients')).json!.code).toBe('not-processed');
    const left = readdirSync(server.data, { recursive: true, encoding: 'utf8' }).sort();
    expect(left).toEqual(['incoming', 'index.json', 'lock', 'results', 'uploads']);
  });
});

describe('codes of clients', () => {
  const CODES = [
    '0',
    '7',
    '007',
    '9007199254740991',
    '9007199254740992',
    'KZ-7F',
    '__proto__',
    'a/b',
    '-5',
    '1e3',
    'ы я',
    '%41',
  ];

  it('are numbers exactly where a number says the same, and found by any spelling of the address', async () => {
    const clients = `client_code,name\n${CODES.map((code) => `${code},Анна\n`).join('')}`;
    const transactions = `client_code,category,amount\n${CODES.map((code) => `${code},Такси,50000\n`).join('')}`;
    await ask(server.base, 'POST /upload/clients', { body: form(['c.csv', clients]) });
    await ask(server.base, 'POST /upload/transactions', { body: form(['t.csv', transactions]) });
    expect((await ask(server.base, 'POST /process')).status).toBe(200);
    const { json: body } = await get('/clients');
    const codes = (body!.clients as Row[]).map(({ client_code }) => client_code);
    expect(new Set(codes)).toEqual(
      new Set([0, 7, '007', 9007199254740991, '9007199254740992', ...CODES.slice(5)]),
    );
    for (const code of CODES) {
      const found = await get(`/recommendations/${encodeURIComponent(code)}`);
      expect([code, String(found.json!.client_code)]).toEqual([code, code]);
    }
    for (const code of ['1', '07', 'constructor', '%', '%FF', 'a']) {
      const found = await get(`/recommendations/${code}`);
      expect([code, found.status, found.json!.code]).toEqual([code, 404, 'unknown-client']);
    }
  });
});

describe('a restart', () => {
  it('loses nothing', async () => {
    const data = join(tempFolder(), 'data');
    const first = await TestServer.start(data);
    await processDemo(first.base);
    const before = await ask(first.base, 'GET /export/csv');
    expect(await first.stop()).toBe(0);
    expect(readdirSync(data).sort()).toEqual(['index.json', 'results', 'uploads']);
    const second = await TestServer.start(data);
    try {
      expect((await ask(second.base, 'GET /export/csv')).text).toBe(before.text);
      expect((await ask(second.base, 'GET /recommendations/7')).status).toBe(200);
      expect((await ask(second.base, 'POST /process')).json!.clients_count).toBe(40);
    } finally {
      await second.stop();
    }
  });
});
