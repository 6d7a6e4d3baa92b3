import { describe, expect, it } from 'vitest';
import {
  bytesOf,
  fileOf,
  ingestTexts,
  observe,
  populationOf,
  readTexts,
  type Texts,
} from '../../fixtures/ingest-texts.ts';

const HEADER = 'client_code,date,category,amount,currency';
const CLIENTS = 'client_code,name,status,age,city,avg_monthly_balance_KZT\n';
const clientsOf = (codes: readonly string[]): string =>
  CLIENTS + codes.map((code) => `${code},Анна,Студент,20,Алматы,1000.50\n`).join('');
const operations = (...rows: readonly string[]): string => `${[HEADER, ...rows].join('\n')}\n`;
const T = 'transactions.csv';
const withRows = (...rows: readonly string[]): Texts => ({
  'clients.csv': clientsOf(['1']),
  [T]: operations(...rows),
});

const both = [{}, { fastLane: false, chunk: 7 }] as const;
const clientsIn = async (texts: Texts, options = {}): Promise<[string, { spend: number[] }][]> => {
  const population = populationOf(await readTexts(texts, options));
  return (observe(population) as { clients: [string, { spend: number[] }][] }).clients;
};
const faultsIn = async (texts: Texts, name = T, options = {}): Promise<unknown> =>
  fileOf((await readTexts(texts, options)).report, name).faults.map(
    ({ code, line, column, text }) => [code, line, column, text],
  );

describe('client codes are text', () => {
  const codes = [
    '7',
    '000007',
    '18446744073709551615',
    '18446744073709551616',
    '9007199254740993',
    '9007199254740992',
    '550e8400-e29b-41d4-a716-446655440000',
    '__proto__',
    'constructor',
    'KZ-7F',
    'Ә-1',
    '7.0',
    '1e3',
  ];

  it.each(both)('of any shape, each a client of its own: %o', async (options) => {
    const rows = codes.map((code, at) => `${code},2025-06-01,Такси,${at + 1},KZT`);
    const texts = { 'clients.csv': clientsOf(codes), [T]: operations(...rows) };
    const spent = (await clientsIn(texts, options)).map(([code, { spend }]) => [
      code,
      spend.reduce((sum, part) => sum + part, 0),
    ]);
    expect(spent.sort()).toEqual(codes.map((code, at) => [code, at + 1]).sort());
  });

  it.each(['\u00a07\u00a0', '\u200b7', '\ufeff7', '\t7 ', '\u20037\u200d'])(
    'trimmed of every white space: %j',
    async (code) => {
      const texts = {
        'clients.csv': clientsOf(['7']),
        [T]: operations(`${code},2025-06-01,Такси,1,KZT`),
      };
      for (const options of both) expect(await faultsIn(texts, T, options)).toEqual([]);
    },
  );
});

describe('an amount below zero', () => {
  const spentOn = async (amount: string, options = {}): Promise<number[]> => {
    const [[, { spend }]] = await clientsIn(
      withRows(`1,2025-06-01,Такси,"${amount}",KZT`),
      options,
    );
    return spend.filter((sum) => sum !== 0);
  };

  it.each([
    '-1500.25',
    '\u22121500.25',
    '\u20131500.25',
    '1500.25-',
    '(1500.25)',
    '(1 500,25)',
    '- 1 500.25 ₸',
    '-₸1,500.25',
    '-1.50025e3',
  ])('is a refund however it is written: %s', async (amount) => {
    for (const options of both) expect(await spentOn(amount, options)).toEqual([-1500.25]);
  });

  it.each(['١٥٠٠', '１５００', '(1500.25', '--1500', '1500.25-₸-', '1 50 0', '0x5DC'])(
    'nothing else is one: %s',
    async (amount) => {
      expect(await faultsIn(withRows(`1,2025-06-01,Такси,${amount},KZT`))).toEqual([
        ['amount-unreadable', 2, 'amount', amount],
      ]);
    },
  );
});

describe('a quote', () => {
  it('holds delimiters, line ends and quotes; lines behind it are counted as they stand', async () => {
    const note = '"a ""b"",;\n\r\n\rc"';
    const texts = {
      'clients.csv': clientsOf(['1']),
      [T]: `${HEADER},note\n1,2025-06-01,Такси,1,KZT,${note}\n1,2025-06-02,Кино,x,KZT,\n`,
    };
    const expected = [
      ['unrecognised-column', 1, 'note', 'note'],
      ['amount-unreadable', 6, 'amount', 'x'],
    ];
    for (const options of both) expect(await faultsIn(texts, T, options)).toEqual(expected);
  });
});

describe('columns', () => {
  it('may have Kazakh or English names, and odd spaces, hyphens and underscores', async () => {
    const rows = '1,2025-06-01,Такси,1500.25,KZT\n';
    const expected = await clientsIn(withRows(rows.trimEnd()));
    const headers = [
      'Client-Code,DATE,Category,Amount,Currency',
      ' client code ,da_te,CATEGORY,a-mount,cur rency',
      'Клиент коды,Күні,Санат,Сомасы,Валюта',
    ];
    for (const header of headers) {
      const texts = { 'clients.csv': clientsOf(['1']), [T]: `${header}\n${rows}` };
      expect(await clientsIn(texts)).toEqual(expected);
    }
  });

  it('with letters that only look alike are understood and pointed out', async () => {
    const texts = {
      'clients.csv': clientsOf(['1']),
      [T]: `${HEADER.replace('amount', 'аmоunt')}\n1,2025-06-01,Такси,5,KZT\n`,
    };
    expect(await faultsIn(texts)).toEqual([['look-alike-heading', 1, 'аmоunt', 'аmоunt']]);
  });

  it('that are expected and missing are named, with what is assumed', async () => {
    const texts = {
      'clients.csv': 'client_code,name\n1,Анна\n',
      [T]: 'client_code,category,amount\n1,Такси,5\n',
      'x.csv': 'client_code,type,amount\n1,salary_in,5\n',
    };
    const codes = async (name: string): Promise<unknown[]> =>
      ((await faultsIn(texts, name)) as unknown[][]).map(([code]) => code);
    expect(await codes('clients.csv')).toEqual([
      'no-age-column',
      'no-balance-column',
      'no-city-column',
      'no-status-column',
    ]);
    expect(await codes(T)).toEqual(['no-currency-column', 'no-date-column']);
    expect(await codes('x.csv')).toEqual([
      'no-currency-column',
      'no-date-column',
      'no-direction-column',
    ]);
  });
});

describe('words that nobody knows', () => {
  it('are listed once each, and their rows count', async () => {
    const texts = {
      ...withRows(
        '1,2025-06-01,Марки,1,KZT',
        '1,2025-06-02,марки,2,KZT',
        '1,2025-06-03,Такси,4,KZT',
      ),
      'x.csv':
        'client_code,date,type,direction,amount\n1,2025-06-01,зарплата?,in,1\n1,2025-06-01,p2p_out,куда-то,2\n1,2025-06-01,p2p_out,in,3\n',
    };
    for (const options of both) {
      const { report } = await readTexts(texts, options);
      expect(report.totals).toMatchObject({ records: 7, used: 7 });
      expect(await faultsIn(texts, T, options)).toEqual([
        ['unknown-category', 2, 'category', 'Марки'],
      ]);
      expect(await faultsIn(texts, 'x.csv', options)).toEqual([
        ['no-currency-column', 1, 'currency', ''],
        ['unknown-type', 2, 'type', 'зарплата?'],
        ['unknown-direction', 3, 'direction', 'куда-то'],
        ['direction-contradiction', 4, 'direction', 'p2p_out / in'],
      ]);
    }
  });

  it('of neither type nor direction leave the row without a meaning', async () => {
    const texts = {
      ...withRows('1,2025-06-01,Такси,1,KZT'),
      'x.csv': 'client_code,type,direction,amount\n1,,,5\n',
    };
    expect(await faultsIn(texts, 'x.csv')).toContainEqual([
      'direction-missing',
      2,
      'direction',
      '',
    ]);
  });
});

describe('hundreds of files', () => {
  it('of one client each say what one file of all says', async () => {
    const codes = Array.from({ length: 300 }, (_, at) => String(at));
    const row = (code: string): string =>
      `${code},2025-06-0${1 + (Number(code) % 9)},Такси,${code}.5,KZT`;
    const many: Texts = {
      'clients.csv': clientsOf(codes),
      ...Object.fromEntries(
        codes.map((code) => [`client_${code}_transactions_3m.csv`, operations(row(code))]),
      ),
    };
    const one = { 'clients.csv': clientsOf(codes), [T]: operations(...codes.map(row)) };
    expect(await clientsIn(many)).toEqual(await clientsIn(one));
    expect((await readTexts(many)).report.totals).toMatchObject({ files: 301, transactions: 300 });
  });
});

describe('what is no text of ours', () => {
  const cp866 = (text: string): Uint8Array =>
    Uint8Array.from(text, (char) => {
      const at = char.codePointAt(0)! - 0x410;
      if (at < 0) return char.codePointAt(0)!;
      return at < 48 ? 0x80 + at : 0xe0 + at - 48;
    });
  const utf32 = (text: string): Uint8Array =>
    Uint8Array.from(text, (char) => char.charCodeAt(0)).reduce<Uint8Array>(
      (out, byte, at) => {
        out[4 + at * 4] = byte;
        return out;
      },
      new Uint8Array(4 + text.length * 4).fill(0).map((_, at) => (at < 2 ? [0xff, 0xfe][at] : 0)),
    );
  const rows = 'Продукты питания и всё, что за ними стоит в этой большой выгрузке';

  it.each([
    ['CP866', cp866(`client_code,category,amount\n1,${rows},5\n`), 'encoding-unsupported'],
    ['UTF-32', utf32('client_code,category,amount\n1,a,5\n'), 'encoding-unsupported'],
    [
      'XLSX',
      Uint8Array.from([...bytesOf('PK\u0003\u0004'), ...bytesOf('xl/workbook.xml')]),
      'not-csv',
    ],
  ])('is refused by its name: %s', async (name, bytes, code) => {
    const result = await ingestTexts({ ...withRows(), [T]: bytes });
    expect(result).toMatchObject({ outcome: 'refused', fault: { code, file: T } });
    expect(result.outcome === 'refused' && result.fault.text.toUpperCase()).toContain(name);
  });
});
