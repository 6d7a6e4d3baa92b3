import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  rejectedTables,
  writeRejected,
} from '../../../../src/engine/ingest/reread/rejected-table.ts';
import { isMendable } from '../../../../src/engine/rows/fault-codes.ts';
import { imports, textsOf } from '../../../fixtures/draw-import.ts';
import {
  chunkedSource,
  ingestTexts,
  observe,
  populationOf,
  readTexts,
  type Ready,
  type TextOptions,
  type Texts,
} from '../../../fixtures/ingest-texts.ts';

const CLIENTS = 'client_code,name,avg_monthly_balance_KZT\n1,Анна,5\n2,Ерлан,7\n';
const REASONS = { 'amount-unreadable': 'Сумма не читается' };

/** Name → text of every table of rejected rows. */
const rejectedOf = async ({ settled }: Ready): Promise<Record<string, string>> => {
  const texts: Record<string, string> = {};
  const hooks = { signal: new AbortController().signal, onBytes: () => undefined };
  for (const table of rejectedTables(settled.files)) {
    const chunks: Uint8Array[] = [];
    const rows = await writeRejected(settled, table, REASONS, (chunk) => chunks.push(chunk), hooks);
    const text = Buffer.concat(chunks).toString('utf8');
    if (rows !== 0) texts[table.name] = text;
  }
  return texts;
};

const rejectedIn = async (texts: Texts, options: TextOptions = {}) =>
  rejectedOf(await readTexts({ 'clients.csv': CLIENTS, ...texts }, options));

const MARKS = '\ufeffvygoda_file,vygoda_line,vygoda_reason';

describe('rejected rows', () => {
  it('stand verbatim behind where they were and why they were left out', async () => {
    const found = await rejectedIn({
      't.csv': 'client_code,"cat,egory",category,amount\n1,"x, ""y""",Такси,12O0\n2,,Кафе,5\n',
    });
    expect(found).toEqual({
      'rejected-transactions.csv':
        `${MARKS},client_code,"cat,egory",category,amount\n` +
        't.csv,2,Сумма не читается: amount,1,"x, ""y""",Такси,12O0\n',
    });
  });

  it('keep too few and too many cells as they are, in the delimiter of the file', async () => {
    const found = await rejectedIn({
      't.csv': 'client_code;category;amount\r\n1;Такси\r\n1;Такси;5;чужое\r\n1;Кафе;7\r\n',
    });
    const [, ...rows] = found['rejected-transactions.csv'].split('\n');
    expect(rows).toEqual([
      't.csv;2;missing-cells;1;Такси',
      't.csv;3;extra-cells;1;Такси;5;чужое',
      '',
    ]);
  });

  it('hold no row that is no data or is told better elsewhere', async () => {
    const clients = `${CLIENTS}# note\nИтого,,\n1,Анна-Мария,6\nclient_code,name,avg_monthly_balance_KZT\n`;
    const result = await readTexts({
      'clients.csv': clients,
      't.csv': 'client_code,category,amount\n1,Такси,5\n,Итого,5\n',
    });
    expect(result.report.totals.reported).toBeGreaterThan(3);
    expect(await rejectedOf(result)).toEqual({});
  });

  it('put a quote that never closes behind the last column, where it swallows no row', async () => {
    const texts = { 't.csv': 'client_code,category,amount\n1,"Такси,5\n9,Кафе,5\n1,Кафе,7\n' };
    const found = await rejectedIn(texts);
    const table = found['rejected-transactions.csv'];
    expect(table.split('\n').slice(1, 3)).toEqual([
      't.csv,2,unclosed-quote,,,,"1,""Такси,5"',
      't.csv,3,orphan-row: client_code,9,Кафе,5',
    ]);
    const again = await readTexts({ 'clients.csv': CLIENTS, ...texts, 'r.csv': table });
    expect(again.report.files.find(({ name }) => name === 'r.csv')).toMatchObject({
      records: 2,
      used: 0,
    });
  });

  it('of files that are alike fill one table, of others tables of their own', async () => {
    const found = await rejectedIn({
      'a.csv': 'client_code,category,amount\n1,Такси,x\n1,Такси,1\n',
      'b.csv': 'client_code,category,amount\n2,Такси,y\n',
      'c.csv': 'amount;client_code;category\nz;2;Такси\n',
    });
    expect(
      Object.entries(found).map(([name, text]) => [name, text.split('\n').length - 2]),
    ).toEqual([
      ['rejected-transactions.csv', 2],
      ['rejected-transactions-2.csv', 1],
    ]);
  });

  it('are UTF-8 whatever the file was, and read as such beside it whatever was chosen', async () => {
    const rows = 'client_code;category;amount\r\n1;Кафе и рестораны;5\r\n1;Такси;нет\r\n';
    const bytes = Uint8Array.from(rows, (letter) => {
      const code = letter.charCodeAt(0);
      return code < 0x80 ? code : code - 0x410 + 0xc0;
    });
    const options = { choices: { encoding: 'windows-1251' } as const };
    const clients = { 'clients.csv': 'client_code;age\n1;30\n' };
    const result = await readTexts({ ...clients, 't.csv': bytes }, options);
    const table = (await rejectedOf(result))['rejected-transactions.csv'];
    expect(table).toContain(';1;Такси;нет\n');
    const mended = table.replace('нет', '6');
    const again = await readTexts({ ...clients, 't.csv': bytes, 'r.csv': mended }, options);
    expect(again.report.totals.transactions).toBe(2);
    expect(again.report.files.find(({ name }) => name === 'r.csv')?.faultCounts).not.toHaveProperty(
      'unknown-category',
    );
  });

  it('are all there, however many more than the report lists', async () => {
    const bad = Array.from({ length: 100_000 }, (_, at) => `1,Такси,bad${at}\n`).join('');
    const text = `client_code,category,amount\n1,Кафе,1\n${bad}`;
    const result = await readTexts({ 'clients.csv': CLIENTS, 't.csv': text });
    const table = (await rejectedOf(result))['rejected-transactions.csv'];
    expect(result.report.files[1].faults.length).toBeLessThan(2000);
    expect(table.split('\n')).toHaveLength(100_002);
    expect(table).toContain(',1,Такси,bad99999\n');
  });

  it('are refused when the file is not what it was', async () => {
    const result = await readTexts({
      'clients.csv': CLIENTS,
      't.csv': 'client_code,category,amount\n1,Кафе,1\n1,Кафе,x\n',
    });
    const [, file] = result.settled.files;
    const changed = chunkedSource('t.csv', 'client_code,category,amount\n1,Кафе,x\n');
    const settled = { ...result.settled, files: [{ ...file, source: changed }] };
    await expect(rejectedOf({ ...result, settled })).rejects.toMatchObject({
      fault: { code: 'file-changed', file: 't.csv' },
    });
  });

  it('stop when nobody wants them any more', async () => {
    const { settled } = await readTexts({
      'clients.csv': CLIENTS,
      't.csv': 'client_code,category,amount\n1,Кафе,x\n',
    });
    const [table] = rejectedTables(settled.files);
    const hooks = { signal: AbortSignal.abort(), onBytes: () => undefined };
    expect(await writeRejected(settled, table, {}, () => undefined, hooks)).toBeNull();
  });

  it('are as many as the report says, and stay out when nobody mended them', async () => {
    await fc.assert(
      fc.asyncProperty(imports, fc.integer({ min: 1, max: 400 }), async (drawn, chunk) => {
        const texts = textsOf(drawn);
        const result = await ingestTexts(texts, { chunk });
        if (result.outcome !== 'ready') return;
        const counts = result.report.files.map(({ faultCounts }) => Object.entries(faultCounts));
        const expected = counts
          .flat()
          .reduce((sum, [code, count]) => sum + (isMendable(code) ? count : 0), 0);
        const tables = await rejectedOf(result);
        const again = await ingestTexts({ ...texts, ...tables });
        // A few rows may leave open what the whole file had decided: then a person is asked.
        if (again.outcome === 'refused' && again.fault.code.endsWith('-ambiguous')) {
          expect(tables).toHaveProperty([again.fault.file]);
          return;
        }
        if (again.outcome !== 'ready') throw new Error(again.outcome);
        const files = again.report.files.filter(({ name }) => Object.hasOwn(tables, name));
        expect(files.reduce((sum, { records }) => sum + records, 0)).toBe(expected);
        // A row that is out for its month is weighed once more when it comes a second time.
        if (counts.flat().some(([code]) => code === 'date-outside-window')) return;
        expect(files.map(({ used }) => used)).toEqual(files.map(() => 0));
        expect(observe(populationOf(again))).toEqual(observe(populationOf(result)));
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

/** What can happen to a row of a clean file, and costs it its place. */
const DAMAGES: readonly ((row: string) => string)[] = [
  (row) => row.replace(/^[^,]*/, '404'),
  (row) => row.replace(/^[^,]*/, ''),
  (row) => row.replace(/,[0-9]+\.[0-9]{2},KZT/, ',1OO,KZT'),
  (row) => row.replace(/2025-0/, '2025-9'),
  (row) => row.replace('KZT', 'тугрик'),
  (row) => `${row},лишнее`,
  (row) => row.slice(0, row.indexOf(',', 14)),
];

describe('a mended table', () => {
  it('with the rest of the file is the clean file', async () => {
    const rows = fc.array(
      fc.record({
        client: fc.constantFrom('1', '2'),
        day: fc.integer({ min: 1, max: 28 }),
        month: fc.integer({ min: 6, max: 8 }),
        category: fc.constantFrom('Такси', '"Кафе и рестораны"', '"Чужая ""x"", y"'),
        tiyn: fc.integer({ min: -1_000, max: 10_000_000 }),
        damage: fc.option(fc.nat(DAMAGES.length - 1), { freq: 2, nil: null }),
      }),
      { minLength: 1, maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(rows, async (drawn) => {
        const clean = drawn.map(
          ({ client, day, month, category, tiyn }) =>
            `${client},2025-0${month}-${String(day).padStart(2, '0')},${category},${(tiyn / 100).toFixed(2)},KZT`,
        );
        const damaged = clean.map((row, at) => {
          const { damage } = drawn[at];
          return damage === null ? row : DAMAGES[damage](row);
        });
        const head = 'client_code,date,category,amount,currency';
        const fileOf = (lines: readonly string[]): Texts => ({
          'clients.csv': CLIENTS,
          't.csv': [head, ...lines, ''].join('\n'),
        });
        const whole = await readTexts(fileOf(clean));
        const half = await ingestTexts(fileOf(damaged));
        if (half.outcome !== 'ready') return;
        const table = (await rejectedOf(half))['rejected-transactions.csv'] ?? '';
        const mended = table
          .split('\n')
          .map((row) => {
            const line = /^t\.csv,([0-9]+),/.exec(row)?.[1];
            return line === undefined ? row : `t.csv,${line},,${clean[Number(line) - 2]}`;
          })
          .join('\n');
        const tables: Texts = mended === '' ? {} : { 'r.csv': mended };
        const again = await readTexts({ ...fileOf(damaged), ...tables });
        expect(again.report.totals.transactions).toBe(clean.length);
        expect(observe(populationOf(again))).toEqual(observe(populationOf(whole)));
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
