import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoFiles } from '../../src/presets/demo/demo-files.ts';
import { ask, form } from './tools/ask.ts';
import { processDemo } from './tools/demo.ts';
import { post, raw } from './tools/raw.ts';
import { testServer } from './tools/test-server.ts';

const KB = 1024;

describe('where there is no room', () => {
  it('an upload that says it is larger than the disk is refused before it begins', async () => {
    const server = await testServer({ VYGODA_MAX_UPLOAD: String(Number.MAX_SAFE_INTEGER) });
    const answer = await raw(
      server.port,
      post(
        '/upload/clients',
        'Content-Type: multipart/form-data; boundary=x',
        `Content-Length: ${10 ** 15}`,
        'Connection: close',
      ),
      8000,
    );
    expect([answer.status, (JSON.parse(answer.body) as { code: string }).code]).toEqual([
      507,
      'disk-full',
    ]);
  });

  // The system's limit on one file fails a write as a full disk does.
  it.skipIf(process.platform === 'win32')(
    'uploads and processing are refused, leave nothing, and the results before stand',
    { timeout: 60_000 },
    async () => {
      const server = await testServer({}, { maxFileBytes: 1024 * KB });
      await processDemo(server.base);
      const right = (await ask(server.base, 'GET /export/csv')).text;

      const large = form(['clients.csv', `client_code,name\n${'1,Анна\n'.repeat(160_000)}`]);
      const refused = await ask(server.base, 'POST /upload/clients', { body: large });
      expect([refused.status, refused.json!.code]).toEqual([507, 'disk-full']);

      // Small files of which large results are made.
      const files = demoFiles({ clients: 400, seed: 5 });
      const rows = files.transactions.split('\n');
      const few = form(['t.csv', rows.slice(0, 1000).join('\n')]);
      await ask(server.base, 'POST /upload/clients', { body: form(['c.csv', files.clients]) });
      await ask(server.base, 'POST /upload/transactions', { body: few });
      const processed = await ask(server.base, 'POST /process');
      expect([processed.status, processed.json!.code]).toEqual([507, 'disk-full']);

      expect(readdirSync(join(server.data, 'incoming'))).toEqual([]);
      expect((await ask(server.base, 'GET /export/csv')).text).toBe(right);
      expect(server.log.filter((line) => line.includes('"bug"'))).toEqual([]);
      await processDemo(server.base);
      expect((await ask(server.base, 'GET /export/csv')).text).toBe(right);
    },
  );
});
