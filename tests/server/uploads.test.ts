import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask, form } from './tools/ask.ts';
import { smallDemo } from './tools/demo.ts';
import { tempServer, type TestServer } from './tools/test-server.ts';

const { clients, transactions } = smallDemo();
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 1, 2, 3]);
/** Its end alone: a list of no files. */
const EMPTY_ZIP = Uint8Array.from([0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0)]);
const aFew =
  'client_code,name,status,age,city,avg_monthly_balance_KZT\n1,Айгерим,Студент,20,Алматы,5\n';

let server: TestServer;
const upload = (kind: string, body: FormData, query = '') =>
  ask(server.base, `POST /upload/${kind}${query}`, { body });
const inFolder = (name: string): string[] => readdirSync(join(server.data, name));

beforeAll(async () => {
  server = await tempServer();
});
afterAll(() => server.end());
beforeEach(() => ask(server.base, 'DELETE /data'));

describe('an upload', () => {
  it('says what was received', async () => {
    const { status, json } = await upload('clients', form(['clients.csv', clients]));
    expect(status).toBe(200);
    expect(json).toMatchObject({
      total_records: 40,
      breakdown: { clients: 40, transactions: 0, transfers: 0 },
      columns: [
        'client_code',
        'name',
        'status',
        'age',
        'city',
        'avg_monthly_balance_KZT',
        'language',
      ],
      files: [{ name: 'clients.csv', kind: 'clients', encoding: 'utf-8', records: 40, faults: [] }],
    });
    const [, first] = clients.split('\n');
    const sample = json!.sample as Record<string, string>[];
    expect(sample).toHaveLength(5);
    expect(Object.values(sample[0]).join(',')).toBe(first);
  });

  it('takes the place of the one before, or stands beside it', async () => {
    await upload('clients', form(['clients.csv', clients]));
    expect((await upload('clients', form(['few.csv', aFew]))).json!.total_records).toBe(1);
    expect(inFolder('uploads')).toHaveLength(1);
    const added = await upload('clients', form(['clients.csv', clients]), '?append=1');
    expect(added.json!.total_records).toBe(41);
    expect(inFolder('uploads')).toHaveLength(2);
    for (const query of ['?append=true', '?append=0', '?append=']) {
      const unclear = await upload('clients', form(['few.csv', aFew]), query);
      expect([query, unclear.status, unclear.json!.code]).toEqual([query, 400, 'bad-parameter']);
    }
    expect(inFolder('uploads')).toHaveLength(2);
  });

  it('takes several files, packed or not, and tells those of one name apart', async () => {
    const body = form(
      ['a.csv', aFew],
      ['a.csv', aFew.replace('1,', '2,')],
      ['b.csv.gz', gzip(clients)],
    );
    const { json } = await upload('clients', body);
    expect(json).toMatchObject({
      total_records: 42,
      files: [{}, {}, { name: 'b.csv.gz', records: 40 }],
    });
    expect((await ask(server.base, 'GET /health')).json).toMatchObject({ files: { clients: 3 } });
  });

  it('reads headings that were mapped by hand', async () => {
    const strange = aFew.replace('client_code', 'Foo').replace('avg_monthly_balance_KZT', 'Bar');
    expect((await upload('clients', form(['s.csv', strange]))).status).toBe(400);
    const body = form(['s.csv', strange]);
    body.append(
      'reading',
      JSON.stringify({ headings: { Foo: 'client_code', Bar: 'avg_monthly_balance_KZT' } }),
    );
    expect((await upload('clients', body)).json).toMatchObject({ total_records: 1 });
  });

  it('keeps names for people and makes no paths of them', async () => {
    const body = form(['../../../тест клиенты.csv', aFew]);
    const { json } = await upload('clients', body);
    expect(json).toMatchObject({ files: [{ name: 'тест клиенты.csv' }] });
    expect(inFolder('uploads').every((name) => /^[0-9a-f-]{36}$/.test(name))).toBe(true);
    const hostile = `client_code,__proto__,status\n7,evil,Студент\n`;
    const { text } = await upload('clients', form(['h.csv', hostile]));
    expect(text).toContain('"sample":[{"client_code":"7","__proto__":"evil","status":"Студент"}]');
  });
});

describe('a file that is refused', () => {
  it.each([
    ['no file at all', 'clients', new FormData(), 'no-file'],
    ['another field', 'clients', otherField(), 'unexpected-part'],
    ['a picture', 'clients', form(['clients.csv', PNG]), 'wrong-file'],
    ['an empty file', 'clients', form(['clients.csv', '']), 'wrong-file'],
    ['an archive without files', 'clients', form(['c.zip', EMPTY_ZIP]), 'wrong-file'],
    ['a table of something else', 'clients', form(['x.csv', 'a,b\n1,2\n']), 'wrong-file'],
    ['a damaged archive', 'clients', form(['x.gz', gzip(clients).slice(0, 300)]), 'wrong-file'],
    ['a file of another kind', 'clients', form(['t.csv', transactions]), 'wrong-kind'],
    [
      'one wrong among right ones',
      'clients',
      form(['c.csv', clients], ['p.png', PNG]),
      'wrong-file',
    ],
  ])('%s changes nothing', async (_, kind, body, code) => {
    await upload('clients', form(['before.csv', aFew]));
    const { status, json } = await upload(kind, body);
    expect([status, json!.code]).toEqual([400, code]);
    if (code === 'wrong-file') expect((json!.faults as unknown[]).length).toBeGreaterThan(0);
    expect(inFolder('incoming')).toEqual([]);
    expect(inFolder('uploads')).toHaveLength(1);
    expect((await ask(server.base, 'GET /health')).json).toMatchObject({ files: { clients: 1 } });
  });

  it('is named as what it is', async () => {
    const { json } = await upload('clients', form(['clients.csv', PNG]));
    expect(json!.error).toMatch(/clients\.csv.*PNG/);
    const wrong = await upload('transfers', form(['t.csv', transactions]));
    expect(wrong.json!.error).toContain('send it to /upload/transactions');
  });
});

function gzip(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gzipSync(text));
}

function otherField(): FormData {
  const body = form(['clients.csv', clients]);
  body.append('attachment', new Blob([clients]), 'more.csv');
  return body;
}
