import { execFile } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../src/engine/export/explanations.ts';
import { ask, form } from './tools/ask.ts';
import { json, KINDS, smallDemo } from './tools/demo.ts';
import { builtProgram } from './tools/program.ts';
import { tempFolder, testServer } from './tools/test-server.ts';

const run = promisify(execFile);

const REALISTIC = join(import.meta.dirname, '../../../shared/data/realistic');
/** The example with curl on a page of the documentation. */
const exampleOn = (page: string): string => {
  const text = readFileSync(join(import.meta.dirname, '../..', page), 'utf8');
  return [...text.matchAll(/```sh\n([^]*?)```/g)].find(([, code]) => code.includes('curl'))![1];
};
const hasCurl = await run('curl', ['--version']).then(
  () => true,
  () => false,
);

const demoFolder = (): string => {
  const folder = tempFolder();
  const files = smallDemo();
  for (const kind of KINDS) writeFileSync(join(folder, `${kind}.csv`), files[kind]);
  return folder;
};

const realisticFolder = (): string => {
  const folder = tempFolder();
  for (const kind of KINDS) cpSync(join(REALISTIC, `${kind}.csv`), join(folder, `${kind}.csv`));
  return folder;
};

/** What the command line makes of the same files. */
const commandLine = async (folder: string, ...flags: string[]): Promise<void> => {
  const files = KINDS.map((kind) => `${kind}.csv`);
  await run(process.execPath, [await builtProgram(), 'score', ...files, ...flags], { cwd: folder });
};

describe.skipIf(!hasCurl)('the curl example', () => {
  const sets = [
    ['demo data', demoFolder],
    ['realistic data', realisticFolder],
  ] as const;

  it.for(
    ['README.md', 'src/server/routes/README.md'].flatMap((page) =>
      sets.map(([name, folderOf]) => ({ page, name, folderOf })),
    ),
  )(
    'of $page gives the bytes of the command line on $name',
    async ({ page, name, folderOf }, { skip }) => {
      skip(name === 'realistic data' && !existsSync(REALISTIC), 'the data are not here');
      const folder = folderOf();
      const { base } = await testServer();
      // Not all data have a client of the example's code.
      const [client] = /(?<=\n)[^,\n]+/.exec(readFileSync(join(folder, 'clients.csv'), 'utf8'))!;
      const script = exampleOn(page).replace('recommendations/1"', `recommendations/${client}"`);
      await run('bash', ['-e', '-c', script], {
        cwd: folder,
        env: { ...process.env, VYGODA_API: base },
      });
      await commandLine(folder, '--out', 'expected.csv');
      const offers = readFileSync(join(folder, 'offers.csv'));
      expect(offers.length).toBeGreaterThan(1000);
      expect(offers.equals(readFileSync(join(folder, 'expected.csv')))).toBe(true);
    },
  );
});

describe('options of /process', () => {
  it.each([
    [{ catalogue: 'seed' }, ['--catalogue', 'seed']],
    [{ catalogue: 'case-2025', language: 'kk' }, ['--catalogue', 'case-2025', '--language', 'kk']],
    [{ months: 2, fx: { usd: 400, EUR: 700.5 } }, ['--months', '2', '--fx', 'USD=400,EUR=700.5']],
  ])('%j means what the flags mean', async (options, flags) => {
    const folder = demoFolder();
    const { base } = await testServer();
    for (const kind of KINDS) {
      const body = form([`${kind}.csv`, readFileSync(join(folder, `${kind}.csv`))]);
      await ask(base, `POST /upload/${kind}`, { body });
    }
    expect((await ask(base, 'POST /process', json(options))).status).toBe(200);
    await commandLine(folder, '--out', 'expected.csv', '--explain', 'explained.json', ...flags);
    const { text } = await ask(base, 'GET /export/csv');
    expect(text).toBe(readFileSync(join(folder, 'expected.csv'), 'utf8'));

    const explained = JSON.parse(
      readFileSync(join(folder, 'explained.json'), 'utf8'),
    ) as Explanation[];
    for (const { client_code, send, no_offer, top, products } of explained.slice(0, 10)) {
      const { json: told } = await ask(base, `GET /recommendations/${client_code}`);
      expect(told).toMatchObject({ client_code: Number(client_code), send, no_offer });
      expect(told!.recommendations).toEqual(
        top.map(({ rank, product, lead }) => {
          const { benefit, expected, ...why } = products.find(
            (other) => other.product === product,
          )!;
          return {
            ...why,
            rank,
            lead,
            benefit_kzt_per_month: benefit,
            expected_kzt_per_month: expected,
          };
        }),
      );
    }
  });
});

describe('holdings', () => {
  it('mean what --holdings means, as rows or as a file', async () => {
    const folder = demoFolder();
    const { base } = await testServer();
    for (const kind of KINDS) {
      const body = form([`${kind}.csv`, readFileSync(join(folder, `${kind}.csv`))]);
      await ask(base, `POST /upload/${kind}`, { body });
    }
    await ask(base, 'POST /process');
    const { json: offered } = await ask(base, 'POST /push-notifications?limit=20');
    const rows = offered!.notifications as { client_code: number; product: string }[];
    const csv = `product;client_code\n${rows.map((row) => `${row.product};${row.client_code}\n`).join('')}nothing;\n`;
    writeFileSync(join(folder, 'held.csv'), csv);
    await commandLine(folder, '--out', 'expected.csv', '--holdings', 'held.csv');
    const expected = readFileSync(join(folder, 'expected.csv'), 'utf8');

    const asRows = await ask(base, 'POST /process', json({ holdings: rows }));
    expect(asRows.json!.holdings).toEqual({ pairs: 20, skipped: 0 });
    const { text } = await ask(base, 'GET /export/csv');
    expect(text).toBe(expected);
    // What was offered before is held now, and is not offered again.
    const { json: again } = await ask(base, 'POST /push-notifications');
    const offers = (again!.notifications as typeof rows).map(
      ({ client_code, product }) => `${client_code} ${product}`,
    );
    for (const { client_code, product } of rows) {
      expect(offers).not.toContain(`${client_code} ${product}`);
    }

    const body = new FormData();
    body.append('options', JSON.stringify({ catalogue: 'standard' }));
    body.append('holdings', new Blob([csv]), 'held.csv');
    const asFile = await ask(base, 'POST /process', { body });
    expect(asFile.json!.holdings).toEqual({ pairs: 20, skipped: 1 });
    expect((await ask(base, 'GET /export/csv')).text).toBe(expected);
  });
});
