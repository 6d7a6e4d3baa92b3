import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClientTable } from '../../src/engine/features/client-table.ts';
import { VOCABULARY } from '../../src/presets/vocabulary.ts';
import { readClients } from '../../src/project/clients/read-clients.ts';
import { writeClients } from '../../src/project/clients/write-clients.ts';
import { demoFiles } from '../../src/presets/demo/demo-files.ts';
import {
  observe,
  populationOf,
  RATES,
  readTexts,
  type Ready,
  type Texts,
} from '../fixtures/ingest-texts.ts';

/** Written, read again, and looked at as the scorer looks. */
const again = (read: Ready): unknown => {
  const back = readClients(writeClients(read, VOCABULARY), VOCABULARY);
  if (!back.ok) return back.fault;
  const population = observe(populationOf({ ...read, ...back.value }));
  return { report: back.value.report, population, codes: back.value.clients.codes };
};
const asRead = (read: Ready): unknown => ({
  report: read.report,
  population: observe(populationOf(read)),
  codes: read.clients.codes,
});
const expectSame = async (texts: Texts): Promise<void> => {
  const read = await readTexts(texts);
  expect(again(read)).toEqual(asRead(read));
};

const PEOPLE = 'client_code,name,status,age,city,avg_monthly_balance_KZT';
const SPENT = 'client_code,date,category,amount,currency,product';
const SENT = 'client_code,date,type,direction,amount,currency';
const ODD: Texts = {
  'clients.csv': `${PEOPLE}\n7,Анна,VIP,35,Алматы,92643.55\n007,"О'Нил, =1",,,,-5\n__proto__,,Зарплатный клиент,0,,1e9\n𝟕,Ы,,120,,\n`,
  'transactions.csv':
    `${SPENT}\n7,2025-06-01,Такси,100.01,KZT,Карта\n7,2025-07-02,такси ,-3,USD,Карта\n` +
    `007,2025-08-31,Своя категория,7,EUR,\n007,2025-08-31,СВОЯ КАТЕГОРИЯ,7,EUR,\n` +
    `__proto__,2025-08-31,Такси,99999999999.99,KZT,constructor\n`,
  'transfers.csv': `${SENT}\n7,2025-06-03,salary_in,in,1000,KZT\n7,2025-06-03,novelty,out,5,RUB\n`,
};

describe('clients in a project', () => {
  it('are those of the sample, to the last bit', async () => {
    const { clients, transactions, transfers } = demoFiles({ clients: 200, seed: 3 });
    await expectSame({
      ...{ 'clients.csv': clients, 'transactions.csv': transactions },
      'transfers.csv': transfers,
    });
  });

  it('keep odd codes, unknown categories, foreign money, refunds and what was reported', async () => {
    await expectSame(ODD);
  });

  it('keep rows without dates, and months with nothing left in them', async () => {
    const spent = 'client_code,category,amount,currency';
    await expectSame({
      'clients.csv': `${PEOPLE}\n1,А,,30,,5\n2,Б,,30,,5\n`,
      'transactions.csv': `${spent}\n1,Такси,5,KZT\n1,Такси,-5,KZT\n1,Иное,5,USD\n`,
    });
    await expectSame({
      'clients.csv': `${PEOPLE}\n1,А,,30,,5\n`,
      'transactions.csv': `${SPENT}\n1,2025-06-01,Такси,5,KZT,\n1,2025-06-01,Такси,-5,KZT,\n1,2025-07-01,Такси,1,KZT,\n`,
    });
  });

  it('keep sums that no double holds, and counts beyond 16 bits', async () => {
    const row = '1,2025-06-01,Такси,9999999999999.99,KZT,\n';
    const foreign = '1,2025-06-01,Такси,9999999999999.99,USD,\n';
    await expectSame({
      'clients.csv': `${PEOPLE}\n1,А,,30,,5\n`,
      'transactions.csv': `${SPENT}\n${row.repeat(70_000)}${foreign.repeat(30)}1,2025-06-01,Такси,0.01,KZT,\n`,
    });
    // Large enough to be carried, small enough for the last hundredth to be seen.
    const last = row.replace('9999999999999.99', '0.01');
    await expectSame({
      'clients.csv': `${PEOPLE}\n1,А,,30,,5\n`,
      'transactions.csv': `${SPENT}\n${row.repeat(5)}${foreign.repeat(5)}${last}${last.replace('KZT', 'USD')}`,
    });
  });

  it('are any that can be read', async () => {
    const row = fc
      .tuple(
        fc.constantFrom('1', '2', 'x'),
        fc.constantFrom('2025-06-01', '2025-07-09', '2024-06-30', ''),
        fc.constantFrom('Такси', 'Иное', 'ИНОЕ', '"Кафе и рестораны"', ''),
        fc.oneof(fc.integer({ min: -999, max: 10 ** 9 }), fc.constantFrom('x', 9999999999999.99)),
        fc.constantFrom(...Object.keys(RATES), 'XXX'),
      )
      .map((cells) => `${cells.join(',')},`);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
        await expectSame({
          'clients.csv': `${PEOPLE}\n1,А,,30,,5\n2,Б,,,,\n`,
          'transactions.csv': [SPENT, '1,2025-06-02,Такси,1,KZT,', ...rows, ''].join('\n'),
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('damaged or hostile clients', () => {
  it('are refused by name, or are clients after all, and never more', async () => {
    const odd = await readTexts(ODD);
    const whole = writeClients(odd, VOCABULARY);
    const outcomes = new Set<string>();
    for (let at = 0; at < whole.length; at++) {
      const cut = readClients(whole.slice(0, at), VOCABULARY);
      expect(cut.ok).toBe(false);
      for (const by of [1, 0x80, 0xff]) {
        const bent = whole.slice();
        bent[at] ^= by;
        const read = readClients(bent, VOCABULARY);
        outcomes.add(read.ok ? 'read' : read.fault.replace(/\W.*/, ''));
        if (read.ok) observe(populationOf({ ...odd, ...read.value }));
      }
    }
    for (const part of ['columns', 'report', 'codes', 'names', 'sums', 'months', 'end']) {
      expect(outcomes).toContain(part);
    }
    expect(({} as Record<string, unknown>).length).toBeUndefined();
  });

  it('cannot promise more than their bytes hold', async () => {
    const read = await readTexts(ODD);
    const whole = writeClients(read, VOCABULARY);
    const longer = new Uint8Array(whole.length + 1);
    longer.set(whole);
    expect(readClients(longer, VOCABULARY)).toEqual({ ok: false, fault: 'end' });
    const { report } = read;
    const many = { ...report, totals: { ...report.totals, clients: 9_000_000 } };
    const promised = writeClients({ ...read, report: many }, VOCABULARY);
    expect(readClients(promised, VOCABULARY)).toEqual({ ok: false, fault: 'clients' });
    const { names, statuses, cities, languages } = read.clients;
    const liar = { names, statuses, cities, languages, size: 9_000_000, codes: [] };
    const clients = liar as unknown as ClientTable;
    const both = writeClients({ ...read, report: many, clients }, VOCABULARY);
    // Before there is a place for any of them, not at the end of the bytes.
    expect(readClients(both, VOCABULARY)).toEqual({ ok: false, fault: 'clients' });
  });

  it('cannot have a code twice, or months that no import has', async () => {
    const two = { ...ODD, 'clients.csv': `${PEOPLE}\naa1,А,,30,,5\naa2,Б,,30,,5\n7,В,,,,\n` };
    const read = await readTexts(two);
    const bytes = writeClients(read, VOCABULARY);
    const at = Buffer.from(bytes).lastIndexOf('aa2');
    expect(at).toBeGreaterThan(0);
    bytes[at + 2] = '1'.charCodeAt(0);
    expect(readClients(bytes, VOCABULARY)).toEqual({ ok: false, fault: 'codes' });
    read.aggregates.spend.seeMonth(2050 * 12);
    const far = writeClients(read, VOCABULARY);
    expect(readClients(far, VOCABULARY)).toEqual({ ok: false, fault: 'months' });
  });

  it.each([
    ['outcome', 'refused', 'report.outcome'],
    ['months', 1e9, 'report.months'],
    ['files', [], 'report.files'],
    ['faults', [{ code: 'toString' }], 'report.faults[0].code'],
    ['more', 1, 'report.more'],
  ])('with %s %j in their report are refused', async (name, value, path) => {
    const read = await readTexts(ODD);
    const report = { ...read.report, [name]: value };
    expect(readClients(writeClients({ ...read, report }, VOCABULARY), VOCABULARY)).toEqual({
      ...{ ok: false, fault: path },
    });
  });

  it('summed by other lists than ours are not taken for ours', async () => {
    const bytes = writeClients(await readTexts(ODD), VOCABULARY);
    const categories = [...VOCABULARY.categories].reverse();
    const other = readClients(bytes, { ...VOCABULARY, categories });
    expect(other).toEqual({ ok: false, fault: 'columns' });
  });
});
