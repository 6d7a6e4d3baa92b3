import { describe, expect, it } from 'vitest';
import { createLedger } from '../../../src/engine/features/create-ledger.ts';
import type { Ledger } from '../../../src/engine/features/ledger.ts';
import {
  fileOf,
  observeResult,
  populationOf,
  type Ready,
  readTexts,
  type Texts,
} from '../../fixtures/ingest-texts.ts';

const C = 'client_code,name\n';
const T = 'client_code,date,category,amount,currency,product\n';
const X = 'client_code,date,type,direction,amount,currency\n';
/** No file is so small that its rows are told apart: all are added up where they are proved usual. */
const LARGE = { identicalUpTo: 0 };

const rows = (count: number, row: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => `${row(at)}\n`).join('');

const ledgerOf = (result: Ready, client: number): Ledger => {
  const population = populationOf(result);
  const ledger = createLedger(population.frame);
  population.open(client, ledger);
  return ledger;
};

/** Reads with and without the module; what both say. */
const readBothWays = async (texts: Texts): Promise<Ready> => {
  const result = await readTexts(texts, LARGE);
  const complete = await readTexts(texts, { ...LARGE, fastLane: false });
  expect(observeResult(result)).toEqual(observeResult(complete));
  return result;
};

const TAXI = 21;

describe('what usual rows add up to', () => {
  it('is exact where a count leaves 16 bits', async () => {
    const operations = T + rows(70_000, () => '1,2025-06-03,Такси,0.01,KZT,');
    const result = await readTexts({ 'clients.csv': `${C}1,Анна\n`, 't.csv': operations }, LARGE);
    const ledger = ledgerOf(result, 0);
    expect([ledger.spend[TAXI], ledger.spendCount[TAXI]]).toEqual([700, 70_000]);
  });

  it('is exact where a sum leaves 32 bits', async () => {
    const operations = T + rows(70_000, () => '1,2025-06-03,Такси,20000000.01,KZT,');
    const result = await readTexts({ 'clients.csv': `${C}1,Анна\n`, 't.csv': operations }, LARGE);
    const ledger = ledgerOf(result, 0);
    expect(ledger.spend[TAXI]).toBe(1_400_000_000_700);
    expect(ledger.spendCount[TAXI]).toBe(70_000);
    expect(result.report.files[1]).toMatchObject({ records: 70_000, used: 70_000 });
    expect(result.report.files[1].sums).toEqual({ KZT: '1400000000700.00' });
  });

  it('is taken over as often as its rows are full', async () => {
    // Three months of each client: more rows of sums than there is room for.
    const clients = 60_000;
    const operations =
      T +
      rows(
        clients * 3,
        (at) =>
          `${at % clients},2025-0${6 + Math.floor(at / clients)}-03,Такси,${1 + (at % 7)},KZT,`,
      );
    const result = await readTexts(
      { 'clients.csv': C + rows(clients, (at) => `${at},Анна`), 't.csv': operations },
      LARGE,
    );
    const population = populationOf(result);
    const ledger = createLedger(population.frame);
    let wrong = 0;
    for (let client = 0; client < clients; client++) {
      population.open(client, ledger);
      const code = Number(ledger.code);
      for (let month = 0; month < 3; month++) {
        const amount = 1 + ((code + month * clients) % 7);
        if (ledger.spend[TAXI * 3 + month] !== amount) wrong++;
      }
      if (ledger.spendCount[TAXI] !== 3) wrong++;
    }
    expect(wrong).toBe(0);
  });

  it('is the same in more months than have pages of their own', async () => {
    const month = (at: number): string =>
      `${2000 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    // The head says nothing of the months, the whole file says too much.
    const operations = T + rows(700, (at) => `1,${month(at % 70)}-11,Такси,${at},KZT,`);
    await readBothWays({ 'clients.csv': `${C}1,Анна\n`, 't.csv': operations });
  });

  it('is entered under the line it stands in', async () => {
    const operations = (more: number): string =>
      T +
      rows(50, (at) => {
        const category = at === 33 ? 'Нечто' : 'Такси';
        return `1,2025-06-0${1 + (at % 5)},${category},${more + (at % 40)},KZT,`;
      });
    // The word is known when the second file is read, and rows of both are told apart.
    const texts = {
      'clients.csv': `${C}1,Анна\n`,
      'a.csv': operations(0),
      'b.csv': operations(1000),
    };
    const result = await readTexts(texts);
    expect(observeResult(result)).toEqual(
      observeResult(await readTexts(texts, { fastLane: false })),
    );
    const lines = (code: string): unknown =>
      fileOf(result.report, 'b.csv')
        .faults.filter((fault) => fault.code === code)
        .map(({ line }) => line);
    expect(lines('unknown-category')).toEqual([35]);
    expect(lines('identical-row')).toEqual([42, 43, 44, 45, 46, 47, 48, 49, 50, 51]);
  });

  it('leaves to the sink what has no place in it, and notes what is met there', async () => {
    const operations =
      T +
      rows(800, (at) => {
        const product = at % 5 === 0 ? '' : `Карта № ${at % 90}`;
        const category = at % 7 === 0 ? 'Нечто' : 'Такси';
        return `${1 + (at % 4)},2025-06-1${at % 10},${category},${at}.25,${at % 11 === 0 ? 'USD' : 'KZT'},${product}`;
      });
    const transfers =
      X +
      rows(400, (at) => {
        const type = at % 13 === 0 ? 'за обед' : ['p2p_out', 'salary_in', 'atm'][at % 3];
        const direction = type === 'salary_in' ? 'in' : at % 17 === 0 ? `туда ${at % 12}` : 'out';
        return `${1 + (at % 3)},2025-07-1${at % 10},${type},${direction},${at}.75,KZT`;
      });
    const result = await readBothWays({
      'clients.csv': `${C}1,Анна\n2,Ержан\n3,Сая\n4,Ольга\n`,
      't.csv': operations,
      'x.csv': transfers,
    });
    const ledger = ledgerOf(result, 0);
    expect(ledger.traitCount).toBeGreaterThan(20);
    expect(result.report.files.flatMap(({ faults }) => faults.map(({ code }) => code))).toContain(
      'unknown-category',
    );
  });
});
