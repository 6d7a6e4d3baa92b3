import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standard } from '../../src/presets/catalogues/standard.ts';
import { demoFiles } from '../../src/presets/demo/demo-files.ts';
import { ask, form } from './tools/ask.ts';
import { json, KINDS, uploadDemo } from './tools/demo.ts';
import { tempServer, type TestServer } from './tools/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await tempServer();
});
afterAll(() => server.end());

const health = async () => (await ask(server.base, 'GET /health')).json!;
const CROWD = 1000;

/** Enough to be seen at work. */
const uploadCrowd = async (): Promise<void> => {
  const files = demoFiles({ clients: CROWD, seed: 5 });
  for (const kind of KINDS) {
    await ask(server.base, `POST /upload/${kind}`, { body: form([`${kind}.csv`, files[kind]]) });
  }
};

/** Starts processing; resolves once it is under way, with a function that waits for its answer. */
const startProcessing = async (): Promise<() => ReturnType<typeof ask>> => {
  const answer = ask(server.base, 'POST /process');
  while ((await health()).processing === null) await wait(2);
  return () => answer;
};

describe('processing', () => {
  it('is seen at work, lets others be answered, and is alone', { timeout: 60_000 }, async () => {
    await uploadCrowd();
    const answer = await startProcessing();
    const second = await ask(server.base, 'POST /process');
    expect([second.status, second.json!.code]).toEqual([409, 'processing']);
    const early = await ask(server.base, 'GET /clients');
    expect([early.status, early.json!.code]).toEqual([409, 'processing']);
    const seen: { phase: string; bytes_done: number; bytes_total: number }[] = [];
    for (;;) {
      const { processing } = await health();
      if (processing === null) break;
      seen.push(processing as (typeof seen)[number]);
      await wait(5);
    }
    expect(
      seen.some(({ bytes_done, bytes_total }) => bytes_done > 0 && bytes_done <= bytes_total),
    ).toBe(true);
    expect(seen.map(({ phase }) => phase)).toContain('scoring');
    expect((await answer()).json!.clients_count).toBe(CROWD);
  });

  it(
    'reads what was there when it started, whatever is uploaded meanwhile',
    { timeout: 60_000 },
    async () => {
      await uploadCrowd();
      const answer = await startProcessing();
      await uploadDemo(server.base);
      expect(await answer().then(({ json: body }) => body!.clients_count)).toBe(CROWD);
      expect((await ask(server.base, 'POST /process')).json!.clients_count).toBe(40);
      // What was replaced is gone, once nobody reads it.
      expect(readdirSync(join(server.data, 'uploads'))).toHaveLength(3);
      expect(readdirSync(join(server.data, 'results'))).toHaveLength(1);
    },
  );

  it('can be cancelled; the results before it stand', { timeout: 60_000 }, async () => {
    await uploadCrowd();
    const before = (await ask(server.base, 'GET /export/csv')).text;
    const answer = await startProcessing();
    expect((await ask(server.base, 'DELETE /process')).status).toBe(204);
    const cancelled = await answer();
    expect([cancelled.status, cancelled.json!.code]).toEqual([409, 'cancelled']);
    expect((await health()).processing).toBeNull();
    expect(readdirSync(join(server.data, 'incoming'))).toEqual([]);
    expect((await ask(server.base, 'GET /export/csv')).text).toBe(before);
    expect((await ask(server.base, 'DELETE /process')).status).toBe(204);
  });

  it('ends when everything is to be forgotten', { timeout: 60_000 }, async () => {
    const answer = await startProcessing();
    expect((await ask(server.base, 'DELETE /data')).status).toBe(204);
    expect((await answer()).json!.code).toBe('cancelled');
    expect(await health()).toMatchObject({ processed: false, files: { clients: 0 } });
    expect(readdirSync(join(server.data, 'results'))).toEqual([]);
  });
});

describe('options that cannot be used', () => {
  it.each([
    [{ catalogue: 'none' }, 400, 'bad-request'],
    [{ catalogue: { ...standard, products: [] } }, 400, 'bad-catalogue'],
    [{ catalogue: 7 }, 400, 'bad-catalogue'],
    [{ language: 'en' }, 400, 'bad-request'],
    [{ fx: { USD: 0 } }, 400, 'bad-request'],
    [{ fx: { DOLLAR: 5 } }, 400, 'bad-request'],
    [{ fx: [] }, 400, 'bad-request'],
    [{ months: 0 }, 400, 'bad-request'],
    [{ months: 1.5 }, 400, 'bad-request'],
    [{ months: 121 }, 400, 'bad-request'],
    [{ reading: { decimal: ';' } }, 400, 'bad-request'],
    [{ reading: { headings: { a: 'b' } } }, 400, 'bad-request'],
    [{ holdings: {} }, 400, 'bad-request'],
    [{ holdings: [7] }, 400, 'bad-request'],
    [{ holdings: [{ client_code: 1.5, product: 'a' }] }, 400, 'bad-request'],
    [{ holdings: [{ client_code: '7' }] }, 400, 'bad-request'],
    [{ unknown: 1 }, 400, 'bad-request'],
    [JSON.parse('{"__proto__": 1}') as object, 400, 'bad-request'],
    [[], 400, 'bad-request'],
    ['text', 400, 'bad-request'],
  ])('%j', async (options, status, code) => {
    const answer = await ask(server.base, 'POST /process', json(options));
    expect([answer.status, answer.json!.code]).toEqual([status, code]);
  });

  it('a body that is not JSON, not said to be, or far too long', async () => {
    const post = async (type: string, body: string) => {
      const answer = await ask(server.base, 'POST /process', {
        headers: { 'Content-Type': type },
        body,
      });
      return [answer.status, answer.json!.code];
    };
    expect(await post('application/json', '{')).toEqual([400, 'bad-json']);
    expect(await post('application/json', '['.repeat(100_000))).toEqual([400, 'bad-json']);
    expect(await post('text/plain', '{}')).toEqual([415, 'unsupported-type']);
    expect(await post('application/json', ' '.repeat(5_000_000))).toEqual([413, 'too-large']);
  });

  it('a form that is not as described, or with a file that is none', async () => {
    await uploadDemo(server.base);
    const send = async (...parts: readonly (readonly [name: string, value: string | Blob])[]) => {
      const body = new FormData();
      for (const [name, value] of parts) {
        if (typeof value === 'string') body.append(name, value);
        else body.append(name, value, 'held.csv');
      }
      const { status, json: answer } = await ask(server.base, 'POST /process', { body });
      expect(readdirSync(join(server.data, 'incoming'))).toEqual([]);
      return [status, answer!.code];
    };
    const held = new Blob(['client_code,product\n1,x\n']);
    expect(await send(['file', held])).toEqual([400, 'unexpected-part']);
    expect(await send(['holdings', held], ['holdings', held])).toEqual([400, 'unexpected-part']);
    expect(await send(['holdings', held], ['options', '{'])).toEqual([400, 'bad-json']);
    expect(await send(['holdings', held], ['options', '{"months": 0}'])).toEqual([
      400,
      'bad-request',
    ]);
    expect(await send(['holdings', held])).toEqual([200, undefined]);
    expect(await send(['holdings', new Blob(['client_code\n1\n'])])).toEqual([400, 'bad-holdings']);
    expect(await send(['options', '{"language": "kk"}'])).toEqual([200, undefined]);
  });

  it('a catalogue from the outside is taken as the preset of the same content', async () => {
    await uploadDemo(server.base);
    await ask(server.base, 'POST /process', json({ catalogue: 'standard' }));
    const before = (await ask(server.base, 'GET /export/csv')).text;
    expect((await ask(server.base, 'POST /process', json({ catalogue: standard }))).status).toBe(
      200,
    );
    expect((await ask(server.base, 'GET /export/csv')).text).toBe(before);
  });
});
