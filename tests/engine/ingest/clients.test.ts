import { describe, expect, it } from 'vitest';
import { createLedger } from '../../../src/engine/features/create-ledger.ts';
import {
  fileOf,
  ingestTexts,
  observe,
  populationOf,
  readTexts,
} from '../../fixtures/ingest-texts.ts';

const HEADER = 'client_code,name,status,age,city,avg_monthly_balance_KZT\n';
const ROWS = 'client_code,category,amount\n1,Кино,5\n';

const faultsOf = async (
  texts: Record<string, string>,
  name = 'clients.csv',
): Promise<(string | number)[][]> => {
  const { report } = await readTexts({ ...texts, 't.csv': ROWS });
  return fileOf(report, name).faults.map(({ code, line, column, text, count = 1 }) => [
    code,
    line,
    column,
    text,
    count,
  ]);
};

const profilesOf = async (texts: Record<string, string>): Promise<unknown> => {
  const population = populationOf(await readTexts({ ...texts, 't.csv': ROWS }));
  const { clients } = observe(population) as { clients: [string, { profile: unknown }][] };
  return clients.map(([code, { profile }]) => [code, profile]);
};

describe('a clients file', () => {
  it('is read with what is doubtful in it', async () => {
    const rows = [
      '1,Анна,vip,20,Алматы,10.5',
      '2,,VIP ,,,',
      '3,Б,студент,200,,x',
      '4,В,Студент,30,,12 $',
      '5,Г,Студент,30,,"1 234,5"',
    ];
    expect(await faultsOf({ 'clients.csv': `${HEADER}${rows.join('\n')}\n` })).toEqual([
      ['unknown-status', 2, 'status', 'vip', 2],
      ['age-missing', 3, 'age', '', 1],
      ['balance-missing', 3, 'avg_monthly_balance_KZT', '', 1],
      ['invalid-age', 4, 'age', '200', 1],
      ['invalid-balance', 4, 'avg_monthly_balance_KZT', 'x', 1],
      ['invalid-balance', 5, 'avg_monthly_balance_KZT', '12 $', 1],
      ['amount-repaired', 6, 'avg_monthly_balance_KZT', '1 234,5', 1],
    ]);
    expect(await profilesOf({ 'clients.csv': `${HEADER}${rows.join('\n')}\n` })).toEqual([
      ['1', ['Анна', 'vip', '', 20, 10.5].map((x) => (x === '' ? 'Алматы' : x))],
      ['2', ['', 'VIP', '', NaN, 0]],
      ['3', ['Б', 'Студент', '', NaN, 0]],
      ['4', ['В', 'Студент', '', 30, 0]],
      ['5', ['Г', 'Студент', '', 30, 1234.5]],
    ]);
  });

  it('says in which language a client is written to, when it is known', async () => {
    const texts = {
      'clients.csv': 'client_code,name,Язык\n1,А,қаз\n2,Б,RU\n3,В,\n4,Г,de\n5,Д,de\n',
    };
    const population = populationOf(await readTexts({ ...texts, 't.csv': ROWS }));
    const ledger = createLedger(population.frame);
    const languages = [0, 1, 2, 3, 4].map((client) => {
      population.open(client, ledger);
      return ledger.language;
    });
    expect(languages).toEqual(['kk', 'ru', '', '', '']);
    expect(await faultsOf(texts)).toContainEqual(['unknown-language', 5, 'Язык', 'de', 2]);
  });

  it('leaves out what is no client', async () => {
    const rows = [
      HEADER.trim(),
      'Итого,,,,,5',
      ',Б,Студент,30,,1',
      '6,Б,Студент,30,,1,extra',
      '#7,x',
      '"#7",x',
      '1,Анна,Студент,20,Алматы,10',
    ];
    expect(await faultsOf({ 'clients.csv': `${HEADER}${rows.join('\n')}\n` })).toEqual([
      ['repeated-header', 2, '', '', 1],
      ['totals-row', 3, '', 'Итого     5', 1],
      ['client-code-missing', 4, 'client_code', '', 1],
      ['extra-cells', 5, '', '6 Б Студент 30  1 extra', 1],
      ['comment', 6, '', '#7,x', 1],
      ['age-missing', 7, 'age', '', 1],
      ['balance-missing', 7, 'avg_monthly_balance_KZT', '', 1],
      ['short-row', 7, '', '', 1],
    ]);
  });

  it('needs a code in every row, and may have nothing but codes and names', async () => {
    expect(await profilesOf({ 'clients.csv': 'name,client_code\nА,1\nБ\n' })).toEqual([
      ['1', ['А', '', '', NaN, 0]],
    ]);
    expect((await faultsOf({ 'clients.csv': 'name,client_code\nА,1\nБ\n' })).at(-1)).toEqual([
      'missing-cells',
      3,
      '',
      'Б',
      1,
    ]);
  });

  it('has doubtful balances settled by the others, or asks', async () => {
    const doubtful = `${HEADER}1,А,,20,,"1,289"\n2,Б,,20,,"2,5"\n`;
    expect(await profilesOf({ 'clients.csv': doubtful })).toEqual([
      ['1', ['А', '', '', 20, 1.29]],
      ['2', ['Б', '', '', 20, 2.5]],
    ]);
    const open = `${HEADER}1,А,,20,,"1,289"\n`;
    expect(await ingestTexts({ 'clients.csv': open, 't.csv': ROWS })).toMatchObject({
      fault: { code: 'decimal-ambiguous', column: 'avg_monthly_balance_KZT', text: '1,289' },
    });
    const result = await readTexts(
      { 'clients.csv': open, 't.csv': ROWS },
      { choices: { decimal: '.' } },
    );
    expect(fileOf(result.report, 'clients.csv')).toMatchObject({
      sums: { KZT: '1289.00' },
      faultCounts: { 'amount-repaired': 1 },
    });
  });

  it('names odd bytes, twice-told columns and their conflicts', async () => {
    expect(await faultsOf({ 'clients.csv': 'client_code,name\n1,"А"Б\n2,\0\n' })).toContainEqual([
      'malformed-quote',
      2,
      'name',
      '"А"Б',
      1,
    ]);
    const twice = { 'clients.csv': 'client_code,name,client_code\n1,А,1\n2,Б,3\n', 't.csv': ROWS };
    expect(await ingestTexts(twice)).toMatchObject({
      fault: { code: 'needed-column-twice', line: 3, text: '3' },
    });
  });
});

describe('the same client twice', () => {
  const one = `${HEADER}1,А,,20,,100\n2,Б,,20,,7\n1,В,,30,,200\n`;

  it('keeps the later row, and books the earlier one as reported', async () => {
    const { report } = await readTexts({ 'clients.csv': one, 't.csv': ROWS });
    expect(fileOf(report, 'clients.csv')).toMatchObject({
      records: 3,
      used: 2,
      reported: 1,
      sums: { KZT: '207.00' },
      faultCounts: { 'superseded-client': 1 },
    });
    expect(await faultsOf({ 'clients.csv': one })).toContainEqual([
      'superseded-client',
      2,
      'client_code',
      '1',
      1,
    ]);
    expect(await profilesOf({ 'clients.csv': one })).toContainEqual(['1', ['В', '', '', 30, 200]]);
  });

  it('keeps the row of the later file by name, in whatever order they are given', async () => {
    const a = `${HEADER}1,А,,20,,100\n2,Б,,20,,7\n`;
    const b = `${HEADER}1,В,,30,,200\n`;
    for (const texts of [
      { 'a.csv': a, 'b.csv': b, 't.csv': ROWS },
      { 't.csv': ROWS, 'b.csv': b, 'a.csv': a },
    ]) {
      const result = await readTexts(texts);
      expect(fileOf(result.report, 'a.csv')).toMatchObject({
        records: 2,
        used: 1,
        sums: { KZT: '7.00' },
        faultCounts: { 'superseded-client': 1 },
      });
      expect(fileOf(result.report, 'b.csv')).toMatchObject({ used: 1, sums: { KZT: '200.00' } });
      expect(result.report.totals).toMatchObject({ clients: 2, records: 4, used: 3, reported: 1 });
    }
  });
});
