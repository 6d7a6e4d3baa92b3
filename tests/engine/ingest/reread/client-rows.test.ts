import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLedger } from '../../../../src/engine/features/create-ledger.ts';
import {
  readClientRows,
  type ClientRows,
  type RowFilter,
} from '../../../../src/engine/ingest/reread/client-rows.ts';
import { imports, textsOf } from '../../../fixtures/draw-import.ts';
import {
  chunkedSource,
  ingestTexts,
  populationOf,
  RATES,
  readTexts,
  type Ready,
} from '../../../fixtures/ingest-texts.ts';

const ALL: RowFilter = { kind: null, what: null, direction: null, month: null };

const rowsOf = async (
  { settled }: Ready,
  client: number,
  filter: Partial<RowFilter> = {},
  maxRows = 1000,
): Promise<ClientRows> => {
  const hooks = { signal: new AbortController().signal, onBytes: () => undefined };
  const found = await readClientRows(settled, client, { ...ALL, ...filter }, maxRows, hooks);
  if (found === null) throw new Error('stopped');
  return found;
};

const TEXTS = {
  'clients.csv': 'client_code,name\n7,Анна\n007,Ерлан\n',
  'a.csv':
    'client_code,date,category,amount,currency\n' +
    '7,2025-06-01,Такси,100.50,KZT\n' +
    '007,2025-06-01,Такси,1,KZT\n' +
    ' "7" ,2025-07-02,ТАКСИ,10,USD\n' +
    '7,2025-07-03,Аптека,5,KZT\n' +
    '7,2025-07-03,Аптека,пять,KZT\n',
  'b.csv':
    'client_code,date,type,direction,amount\n' +
    '7,2025-06-05,salary_in,in,300000\n' +
    '7,2025-06-06,p2p_out,out,40\n' +
    '7,2025-06-07,непонятно,out,2\n',
};

describe("a client's own rows", () => {
  it('are all that were used, in order of file and line', async () => {
    const found = await rowsOf(await readTexts(TEXTS), 0);
    expect(found.rows.map(({ file, line, date, what }) => [file, line, date, what])).toEqual([
      ['a.csv', 2, '2025-06-01', 'Такси'],
      ['a.csv', 4, '2025-07-02', 'Такси'],
      ['a.csv', 5, '2025-07-03', 'Аптека'],
      ['b.csv', 2, '2025-06-05', 'salary_in'],
      ['b.csv', 3, '2025-06-06', 'p2p_out'],
      ['b.csv', 4, '2025-06-07', 'other_out'],
    ]);
    expect(found).toMatchObject({ count: 6, rejected: 1 });
    expect(Object.fromEntries(found.sums)).toEqual({ KZT: 10050n + 500n + 30004200n, USD: 1000n });
  });

  it.each([
    [{ what: 'такси' }, [2, 4]],
    [{ kind: 'transfers' as const, direction: 'out' as const }, [3, 4]],
    [{ what: 'salary_in' }, [2]],
    [{ month: '2025-07' }, [4, 5]],
    [{ month: '2025-06', what: 'Аптека' }, []],
  ])('are those that %j asks for', async (filter, lines) => {
    const found = await rowsOf(await readTexts(TEXTS), 0, filter);
    expect(found.rows.map(({ line }) => line)).toEqual(lines);
    expect(found.count).toBe(lines.length);
  });

  it('are counted and added up to the last one, however few are listed', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `1,Такси,${at}\n`).join('');
    const text = `client_code,category,amount\n${rows}`;
    const result = await readTexts({ 'c.csv': 'client_code,age\n1,30\n', 't.csv': text });
    const found = await rowsOf(result, 0, {}, 10);
    expect(found.rows).toHaveLength(10);
    expect(found.count).toBe(20_000);
    expect(found.sums).toEqual([['KZT', BigInt((19_999 * 20_000) / 2) * 100n]]);
  });

  it('are refused when a file is not what it was', async () => {
    const result = await readTexts(TEXTS);
    const files = result.settled.files.map((file) =>
      file.source.name === 'a.csv'
        ? { ...file, source: chunkedSource('a.csv', `${TEXTS['a.csv']}7,2025-07-03,Такси,1,KZT\n`) }
        : file,
    );
    const changed = { ...result, settled: { ...result.settled, files } };
    await expect(rowsOf(changed, 0)).rejects.toMatchObject({ fault: { code: 'file-changed' } });
  });

  it('add up to the numbers of the ledger, whatever the files', async () => {
    await fc.assert(
      fc.asyncProperty(imports, fc.nat(7), async (drawn, client) => {
        const result = await ingestTexts(textsOf(drawn));
        if (result.outcome !== 'ready') return;
        const population = populationOf(result);
        const { frame } = population;
        const ledger = createLedger(frame);
        population.open(client, ledger);
        const slots = frame.months.length;
        const sumOf = (table: Float64Array, row: number): number =>
          table.subarray(row * slots, (row + 1) * slots).reduce((sum, value) => sum + value, 0);
        const tenge = ({ sums }: ClientRows): number =>
          sums.reduce(
            (sum, [currency, hundredths]) =>
              sum + (Number(hundredths) * RATES[currency as keyof typeof RATES]) / 100,
            0,
          );
        let count = 0;
        for (let row = 0; row < ledger.categoryCount; row++) {
          if (ledger.spendCount[row] === 0) continue;
          const what = frame.categories[ledger.categoryIds[row]];
          const found = await rowsOf(result, client, { kind: 'transactions', what });
          expect(found.count).toBe(ledger.spendCount[row]);
          expect(tenge(found)).toBeCloseTo(sumOf(ledger.spend, row), 4);
          count += found.count;
        }
        for (const [column, { name }] of frame.transferTypes.entries()) {
          if (ledger.transferCount[column] === 0) continue;
          const found = await rowsOf(result, client, { kind: 'transfers', what: name });
          expect(found.count).toBe(ledger.transferCount[column]);
          expect(tenge(found)).toBeCloseTo(sumOf(ledger.transfers, column), 4);
          count += found.count;
        }
        expect((await rowsOf(result, client)).count).toBe(count);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
