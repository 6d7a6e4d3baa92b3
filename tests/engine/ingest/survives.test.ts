import { describe, expect, it } from 'vitest';
import { createTranscoder } from '../../../src/engine/bytes/transcoder.ts';
import { WINDOWS_1251 } from '../../../src/engine/bytes/windows-1251.ts';
import {
  bytesOf,
  fileOf,
  ingestTexts,
  observe,
  populationOf,
  readTexts,
  type TextOptions,
  type Texts,
} from '../../fixtures/ingest-texts.ts';

const CLIENTS = `client_code,name,status,age,city,avg_monthly_balance_KZT
1,Анна,Студент,20,Алматы,1000.50
2,Ержан,Зарплатный клиент,35,Астана,250000
`;
const TRANSACTIONS = `client_code,date,category,amount,currency
1,2025-06-01,Такси,1500.25,KZT
1,2025-06-02,Кино,2000,KZT
2,2025-07-03,Продукты питания,12345.67,KZT
2,2025-08-04,Отели,120.5,USD
`;
const TRANSFERS = `client_code,date,type,direction,amount,currency
1,2025-06-05,salary_in,in,300000.00,KZT
2,2025-08-06,p2p_out,out,7500.5,KZT
`;
const CLEAN: Texts = {
  'clients.csv': CLIENTS,
  'transactions.csv': TRANSACTIONS,
  'transfers.csv': TRANSFERS,
};

/** What every reading of the same data must agree on. */
const totalsOf = async (texts: Texts, options: TextOptions = {}): Promise<unknown> => {
  const result = await readTexts(texts, options);
  const { clients } = observe(populationOf(result, options)) as { clients: unknown };
  return clients;
};

const clean = totalsOf(CLEAN);

const windows1251 = (text: string): Uint8Array =>
  Uint8Array.from(text, (char) => WINDOWS_1251.indexOf(char.codePointAt(0)!));
const utf16 = (text: string, bigEndian = false, bom = true): Uint8Array => {
  const units = `${bom ? '\ufeff' : ''}${text}`;
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < units.length; i++) view.setUint16(i * 2, units.charCodeAt(i), !bigEndian);
  return bytes;
};

const everyFile = (mutate: (text: string) => string | Uint8Array): Texts =>
  Object.fromEntries(Object.entries(CLEAN).map(([name, text]) => [name, mutate(String(text))]));
const transactions = (text: string | Uint8Array): Texts => ({ ...CLEAN, 'transactions.csv': text });
const swap = (from: string | RegExp, to: string): Texts =>
  transactions(TRANSACTIONS.replace(from, to));
const rows = (mutate: (cells: string[]) => string): Texts => {
  const [header, ...lines] = TRANSACTIONS.trimEnd().split('\n');
  return transactions(`${[header, ...lines.map((line) => mutate(line.split(',')))].join('\n')}\n`);
};
const withDelimiter = (delimiter: string): Texts =>
  everyFile((text) => text.replaceAll(',', delimiter));
const reversed = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.split(',').reverse().join(','))
    .join('\n');
const sameCells = (cells: readonly string[], at: number, cell: string): string =>
  cells.map((old, i) => (i === at ? cell : old)).join(',');

describe('the same result as the clean file', () => {
  const tables: Readonly<Record<string, Texts>> = {
    semicolons: withDelimiter(';'),
    tabs: withDelimiter('\t'),
    bars: withDelimiter('|'),
    'sep= line': everyFile((text) => `sep=;\n${text.replaceAll(',', ';')}`),
    'CRLF line ends': everyFile((text) => text.replaceAll('\n', '\r\n')),
    'CR line ends': everyFile((text) => text.replaceAll('\n', '\r')),
    'line ends mixed': transactions(
      TRANSACTIONS.replace('KZT\n1', 'KZT\r\n1').replace('KZT\n2', 'KZT\r2'),
    ),
    'no last line end': everyFile((text) => text.trimEnd()),
    'blank lines': everyFile((text) => text.replaceAll('\n', '\n\n , ,\n\n')),
    'a BOM': everyFile((text) => `\ufeff${text}`),
    'windows-1251': everyFile(windows1251),
    'UTF-16LE with BOM': everyFile((text) => utf16(text)),
    'UTF-16BE with BOM': everyFile((text) => utf16(text, true)),
    'UTF-16LE without BOM': everyFile((text) => utf16(text, false, false)),
    'UTF-16BE without BOM': everyFile((text) => utf16(text, true, false)),
    'every cell in quotes': everyFile((text) => text.replace(/[^,\n]+/g, '"$&"')),
    'columns in another order': everyFile(reversed),
    'headings in capitals': everyFile((text) =>
      text.replace(/^.*/, (header) => header.toUpperCase()),
    ),
    'headings with spaces': everyFile((text) =>
      text.replace(/^.*/, (header) => header.replaceAll('_', ' ').replaceAll(',', ' , ')),
    ),
    'Russian headings': transactions(
      TRANSACTIONS.replace(/^.*/, 'Код клиента;Дата;Категория;Сумма;Валюта').replaceAll(',', ';'),
    ),
    'spaces around cells': everyFile((text) => text.replaceAll(',', ' ,\u00a0')),
    'words in another case': swap('Такси', 'тАКСИ'),
    'words with wide spaces': swap('Продукты питания', 'продукты \u00a0 питания'),
    'words in decomposed letters': swap('Такси', 'Такси'.normalize('NFD')),
    'an extra column': transactions(
      TRANSACTIONS.replaceAll('\n', ',x\n').replace('currency,x', 'currency,note'),
    ),
    'extra empty cells': transactions(TRANSACTIONS.replaceAll('KZT\n', 'KZT,,\n')),
    'a column doubled': transactions(
      TRANSACTIONS.replace('currency\n', 'currency,currency\n')
        .replaceAll('KZT\n', 'KZT,KZT\n')
        .replace('USD\n', 'USD,USD\n'),
    ),
    'a needed column doubled with the same values': transactions(
      TRANSACTIONS.split('\n')
        .map((line) => line && `${line.split(',')[0]},${line}`)
        .join('\n'),
    ),
    'decimal commas': transactions(
      TRANSACTIONS.replaceAll(',', ';').replace(/(\d)\.(\d)/g, '$1,$2'),
    ),
    'thousands by space': swap('12345.67', '12 345.67'),
    'thousands by NBSP': swap('12345.67', '12\u00a0345.67'),
    'thousands by narrow NBSP': swap('12345.67', '12\u202f345.67'),
    'thousands by apostrophe': swap('12345.67', "12'345.67"),
    'thousands by comma': swap('12345.67', '"12,345.67"'),
    'thousands by point': swap('12345.67', '"12.345,67"'),
    'currency signs in the amount': swap('12345.67', '12345.67 ₸'),
    'a dollar sign in the amount': swap('120.5,USD', '$120.5,'),
    'a plus': swap('12345.67', '+12345.67'),
    'scientific notation': swap('12345.67', '1.234567e4'),
    'leading zeros in an amount': swap('12345.67', '0012345.67'),
    'many decimals': swap('12345.67', '12345.6650000001'),
    'currencies by sign': swap(/,USD/, ',$'),
    'currencies in small letters': transactions(TRANSACTIONS.replaceAll('KZT', 'kzt')),
    'tenge by sign': transactions(TRANSACTIONS.replaceAll('KZT', '₸')),
    'an empty currency': transactions(TRANSACTIONS.replaceAll(',KZT', ',')),
    'dates with a T': rows((cells) => sameCells(cells, 1, `${cells[1]}T10:20:30Z`)),
    'dates with an offset': rows((cells) => sameCells(cells, 1, `${cells[1]} 10:20:30.123+05:00`)),
    'dates with points': rows((cells) =>
      sameCells(cells, 1, cells[1].split('-').reverse().join('.')),
    ),
    'compact dates': rows((cells) => sameCells(cells, 1, cells[1].replaceAll('-', ''))),
    'dates with slashes and a day over 12': transactions(
      TRANSACTIONS.replace(/(\d{4})-(\d\d)-(\d\d)/g, '$3/$2/$1').replace('01/06', '15/06'),
    ),
    comments: everyFile((text) => text.replaceAll('\n', '\n# "a comment, with a quote\n')),
    'a preamble': everyFile((text) => `Выгрузка за июнь\n\nОтдел розницы\n${text}`),
    'a repeated header': everyFile((text) => `${text}${text.split('\n')[0]}\n`),
    'a totals row': transactions(`${TRANSACTIONS}Итого,,,15966.42,\n`),
    'a file in two': {
      ...CLEAN,
      'transactions.csv': TRANSACTIONS.split('\n').slice(0, 3).join('\n'),
      'transactions-2.csv': `client_code,date,category,amount,currency\n${TRANSACTIONS.split('\n').slice(3).join('\n')}`,
    },
    'the same file twice': { ...CLEAN, 'transactions-copy.csv': TRANSACTIONS },
    'files under other names': {
      'a.txt': CLIENTS,
      'clients.csv': TRANSACTIONS,
      'b.dat': TRANSFERS,
    },
    'columns of the client repeated in every row': rows((cells) => cells.join(',')),
    'three-byte characters beside the words': transactions(
      TRANSACTIONS.replaceAll('\n', ',№ 5 — «Магазин»\n').replace(
        'currency,№ 5 — «Магазин»',
        'currency,shop',
      ),
    ),
  };

  it.each(Object.keys(tables))('%s', async (name) => {
    expect(await totalsOf(tables[name])).toEqual(await clean);
  });

  it.each(Object.keys(tables))('%s, in the complete lane and in single bytes', async (name) => {
    expect(await totalsOf(tables[name], { fastLane: false, chunk: 1 })).toEqual(await clean);
  });
});

describe('the same result with a warning', () => {
  const reported = async (
    texts: Texts,
    name: string,
    options: TextOptions = {},
  ): Promise<[unknown, unknown]> => {
    const result = await readTexts(texts, options);
    const { faults } = fileOf(result.report, name);
    const { clients } = observe(populationOf(result)) as { clients: unknown };
    return [clients, faults.map(({ code, line, column, text }) => [code, line, column, text])];
  };
  const T = 'transactions.csv';
  const cases: Readonly<Record<string, [Texts, (string | number)[]]>> = {
    'an amount that is no number': [
      transactions(`${TRANSACTIONS}1,2025-06-09,Кино,abc,KZT\n`),
      ['amount-unreadable', 6, 'amount', 'abc'],
    ],
    'no amount': [
      transactions(`${TRANSACTIONS}1,2025-06-09,Кино,,KZT\n`),
      ['amount-missing', 6, 'amount', ''],
    ],
    'an infinite amount': [
      transactions(`${TRANSACTIONS}1,2025-06-09,Кино,NaN,KZT\n`),
      ['amount-not-finite', 6, 'amount', 'NaN'],
    ],
    'an amount beyond belief': [
      transactions(`${TRANSACTIONS}1,2025-06-09,Кино,10000000000000.01,KZT\n`),
      ['amount-too-large', 6, 'amount', '10000000000000.01'],
    ],
    'an exponent beyond belief': [
      transactions(`${TRANSACTIONS}1,2025-06-09,Кино,1e16,KZT\n`),
      ['amount-exponent', 6, 'amount', '1e16'],
    ],
    'an impossible date': [
      transactions(`${TRANSACTIONS}1,2025-02-30,Кино,5,KZT\n`),
      ['date-impossible', 6, 'date', '2025-02-30'],
    ],
    'no date': [transactions(`${TRANSACTIONS}1,,Кино,5,KZT\n`), ['date-missing', 6, 'date', '']],
    'a date far away': [
      transactions(`${TRANSACTIONS}1,2019-06-01,Кино,5,KZT\n`),
      ['date-outside-window', 6, 'date', '2019-06-01'],
    ],
    'no category': [
      transactions(`${TRANSACTIONS}1,2025-06-09, ,5,KZT\n`),
      ['category-missing', 6, 'category', ''],
    ],
    'no client': [
      transactions(`${TRANSACTIONS},2025-06-09,Кино,5,KZT\n`),
      ['client-code-missing', 6, 'client_code', ''],
    ],
    'nobody known': [
      transactions(`${TRANSACTIONS}3,2025-06-09,Кино,5,KZT\n`),
      ['orphan-row', 6, 'client_code', '3'],
    ],
    'a code with a leading zero is another client': [
      transactions(`${TRANSACTIONS}01,2025-06-09,Кино,5,KZT\n`),
      ['orphan-row', 6, 'client_code', '01'],
    ],
    'a currency without a rate': [
      transactions(`${TRANSACTIONS}1,2025-06-09,Кино,5,CHF\n`),
      ['currency-without-rate', 6, 'currency', 'CHF'],
    ],
    'a currency unknown': [
      transactions(`${TRANSACTIONS}1,2025-06-09,Кино,5,шекель\n`),
      ['currency-unknown', 6, 'currency', 'шекель'],
    ],
    'two currencies in a row': [
      transactions(`${TRANSACTIONS}1,2025-06-09,Кино,5 $,KZT\n`),
      ['currency-contradiction', 6, 'amount', '5 $'],
    ],
    'a row cut short': [
      transactions(`${TRANSACTIONS}1,2025-06-09`),
      ['missing-cells', 6, '', '1 2025-06-09'],
    ],
    'a row too long': [
      transactions(`${TRANSACTIONS}1,2025-06-09,Кино,5,KZT,x\n`),
      ['extra-cells', 6, '', '1 2025-06-09 Кино 5 KZT x'],
    ],
    'an unclosed quote': [
      transactions(TRANSACTIONS.replace('1,2025-06-02', '1,2025-06-09,"Кино,5,KZT\n1,2025-06-02')),
      ['unclosed-quote', 3, '', '1,2025-06-09,"Кино,5,KZT'],
    ],
    'a line of five megabytes': [
      transactions(`${TRANSACTIONS}${'x'.repeat(5_000_000)}\n`),
      ['missing-cells', 6, '', `${'x'.repeat(79)}…`],
    ],
  };

  it.each(Object.keys(cases))('%s', async (name) => {
    const [texts, fault] = cases[name];
    const [clients, faults] = await reported(texts, T);
    expect(clients).toEqual(await clean);
    expect(faults).toEqual([fault]);
    expect(await reported(texts, T, { fastLane: false, chunk: 977 })).toEqual([clients, faults]);
  });

  it('a control character, damaged bytes and text behind a quote are named and used', async () => {
    const odd = bytesOf(
      `${TRANSACTIONS.replace('currency', 'currency,note')}1,2025-06-09,Кино,-5,KZT,a\0b\n1,2025-06-09,Кино,5,KZT,"a"b\n1,2025-06-09,Кино,0,KZT,@\n`,
    );
    odd[odd.lastIndexOf(0x40)] = 0xd0;
    const [clients, faults] = await reported(transactions(odd.subarray()), T);
    expect(clients).not.toEqual(await clean);
    expect(faults).toEqual([
      ['unrecognised-column', 1, 'note', 'note'],
      ['short-row', 2, '', ''],
      ['short-row', 3, '', ''],
      ['short-row', 4, '', ''],
      ['short-row', 5, '', ''],
      ['control-character', 6, 'note', 'a\0b'],
      ['refund', 6, 'amount', '-5'],
      ['malformed-quote', 7, 'note', '"a"b'],
      ['bad-utf8', 8, 'note', '\ufffd'],
    ]);
  });

  it('a cell of ten megabytes is one cell', async () => {
    const long = 'x'.repeat(10_000_000);
    const texts = transactions(
      TRANSACTIONS.replace('currency', 'currency,note')
        .replaceAll('KZT\n', 'KZT,\n')
        .replace('USD\n', `USD,"${long}\n"\n`),
    );
    expect(await totalsOf(texts)).toEqual(await clean);
  });

  it('a hundred thousand bad rows are all counted and the first thousand listed', async () => {
    const result = await readTexts(
      transactions(`${TRANSACTIONS}${'1,2025-06-09,Кино,abc,KZT\n'.repeat(100_000)}`),
    );
    const file = fileOf(result.report, T);
    expect(file.faultCounts).toEqual({ 'amount-unreadable': 100_000 });
    expect(file.faults.length).toBe(1000);
    expect(file.faults[999].line).toBe(1005);
    expect([file.records, file.used, file.reported]).toEqual([100_004, 4, 100_000]);
  });
});

describe('refused with a fault', () => {
  const refusal = async (texts: Texts, options: TextOptions = {}): Promise<unknown> => {
    const result = await ingestTexts(texts, options);
    if (result.outcome !== 'refused') throw new Error(result.outcome);
    expect(result.report.outcome).toBe('refused');
    const { code, file, column, text } = result.fault;
    return [code, file, column, text];
  };
  const T = 'transactions.csv';
  const cases: Readonly<Record<string, [Texts, string[]]>> = {
    'no clients file': [{ [T]: TRANSACTIONS }, ['no-clients', '', '', '']],
    'clients alone': [{ 'clients.csv': CLIENTS }, ['no-operations', '', '', '']],
    'an empty file': [transactions(''), ['empty-file', T, '', '']],
    'a picture': [
      transactions(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0)),
      ['not-csv', T, '', 'PNG'],
    ],
    'a PDF': [transactions('%PDF-1.7\n1 0 obj'), ['not-csv', T, '', 'PDF']],
    'a page': [
      transactions('<!doctype html><html><body>404</body></html>'),
      ['not-csv', T, '', 'HTML'],
    ],
    JSON: [transactions('{"rows": []}'), ['not-csv', T, '', 'JSON']],
    'another table': [transactions('a,b\n1,2\n'), ['no-header', T, '', 'a | b']],
    'a needed column missing': [
      swap('amount', 'quantity'),
      ['needed-column-missing', T, 'amount', 'client_code | date | category | quantity | currency'],
    ],
    'a needed column twice with different values': [
      transactions(
        TRANSACTIONS.replace(',currency', ',amount').replaceAll(',KZT', ',1').replace(',USD', ',2'),
      ),
      ['needed-column-twice', T, 'amount', '1'],
    ],
    'only doubtful amounts': [
      rows((cells) => sameCells(cells, 3, '"1,289"')),
      ['decimal-ambiguous', T, 'amount', '1,289'],
    ],
    'marks that contradict each other': [
      rows((cells) => sameCells(cells, 3, { Такси: '"1,289"', Кино: '"1,5"' }[cells[2]] ?? '1.5')),
      ['decimal-conflict', T, 'amount', '1,289'],
    ],
    'only doubtful dates': [
      rows((cells) => sameCells(cells, 1, '03/04/2025')),
      ['date-order-ambiguous', T, 'date', '03/04/2025'],
    ],
    'date orders that contradict each other': [
      rows((cells) =>
        sameCells(cells, 1, { Такси: '03/04/2025', Кино: '13/04/2025' }[cells[2]] ?? '04/13/2025'),
      ),
      ['date-order-conflict', T, 'date', '03/04/2025'],
    ],
    'KOI8-R': [
      transactions(
        Uint8Array.from([
          ...bytesOf('client_code,category,amount\n'),
          ...[
            0xf0, 0xd2, 0xcf, 0xc4, 0xd5, 0xcb, 0xd4, 0xd9, 0x20, 0xd0, 0xc9, 0xd4, 0xc1, 0xce,
            0xc9, 0xd1,
          ],
          ...bytesOf(',1,5\n'),
        ]),
      ),
      ['encoding-unsupported', T, '', 'KOI8-R'],
    ],
    'a first line of many megabytes': [
      transactions('x'.repeat(3_000_000)),
      ['no-header', T, '', ''],
    ],
  };

  it.each(Object.keys(cases))('%s', async (name) => {
    const [texts, fault] = cases[name];
    expect(await refusal(texts)).toEqual(fault);
    expect(await refusal(texts, { fastLane: false, chunk: 4096 })).toEqual(fault);
  });

  it('but what was found in a folder is skipped with a warning', async () => {
    const result = await readTexts(
      { ...CLEAN, 'readme.txt': 'a,b\n1,2\n', 'photo.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47) },
      { nested: ['readme.txt', 'photo.png'] },
    );
    expect(observe(populationOf(result))).toEqual(observe(populationOf(await readTexts(CLEAN))));
    expect(result.report.outcome).toBe('warned');
    expect(fileOf(result.report, 'photo.png')).toMatchObject({ kind: null, records: 0 });
  });
});

describe('questions show what each answer would make of a value', () => {
  const readingsOf = async (texts: Texts): Promise<unknown> => {
    const result = await ingestTexts(texts);
    return result.outcome === 'refused' && result.fault.readings;
  };

  it('of an amount, also of a balance', async () => {
    const doubtful = rows((cells) => sameCells(cells, 3, '"-1,289"'));
    expect(await readingsOf(doubtful)).toEqual({ '.': '-1289.00', ',': '-1.29' });
    const balances = CLIENTS.replace('1000.50', '7').replace('250000', '1.289');
    expect(await readingsOf({ ...CLEAN, 'clients.csv': balances })).toEqual({
      '.': '1.29',
      ',': '1289.00',
    });
  });

  it('of a date', async () => {
    const doubtful = rows((cells) => sameCells(cells, 1, '03/04/2025'));
    expect(await readingsOf(doubtful)).toEqual({ dmy: '2025-04-03', mdy: '2025-03-04' });
  });

  it('of letters, in their line', async () => {
    const clients = windows1251('client_code,name\n1,Ян\n2,Bob\n');
    expect(await readingsOf({ ...CLEAN, 'clients.csv': clients })).toEqual({
      'utf-8': '1,\uFFFD\uFFFD',
      'windows-1251': '1,Ян',
    });
  });

  it('of letters that come late', async () => {
    const many = '1,2025-06-09,Cinema,5,KZT\n'.repeat(12_000);
    const koi8 = Uint8Array.of(0xf0, 0xd2, 0xcf, 0xc4, 0xd5, 0xcb, 0xd4, 0xd9);
    const late = Uint8Array.from([
      ...bytesOf(`${TRANSACTIONS.split('\n')[0]}\n${many}`),
      ...Array.from({ length: 20 }, () => [
        ...bytesOf('1,2025-06-01,'),
        ...koi8,
        ...bytesOf(',7,KZT\n'),
      ]).flat(),
    ]);
    expect(await readingsOf(transactions(late))).toMatchObject({
      'windows-1251': '1,2025-06-01,рТПДХЛФЩ,7,KZT',
    });
  });

  it('and what was made of an amount that was put right', async () => {
    const result = await readTexts(swap('12345.67', '"(12 345,67)"'));
    expect(fileOf(result.report, 'transactions.csv').faults).toContainEqual(
      expect.objectContaining({ code: 'amount-repaired', text: '(12 345,67)', amount: -1_234_567 }),
    );
  });
});

describe('questions that a choice answers', () => {
  it.each([
    ['.', 1.29],
    [',', 1289],
  ] as const)('1,289 under decimal %s', async (decimal, inverse) => {
    const texts = rows((cells) => sameCells(cells, 3, '"1,289"'));
    const amount = decimal === ',' ? '1.29' : '1289.00';
    expect(inverse).not.toBe(Number(amount));
    const result = await readTexts(texts, { choices: { decimal } });
    const cents = Math.round(Number(amount) * 300);
    expect(fileOf(result.report, 'transactions.csv').sums.KZT).toBe((cents / 100).toFixed(2));
  });

  it('1,289 beside proof for a comma, however late', async () => {
    const many = '1,2025-06-09,Кино,"1,289",KZT\n'.repeat(30_000);
    const result = await readTexts(
      transactions(`${TRANSACTIONS.split('\n')[0]}\n${many}2,2025-06-09,Кино,"1,5",KZT\n`),
    );
    expect(fileOf(result.report, 'transactions.csv')).toMatchObject({
      decimal: ',',
      sums: { KZT: '38701.50' },
    });
  });

  it('proof in a row of nobody counts', async () => {
    const texts = rows((cells) => sameCells(cells, 3, '"1,289"'));
    const more = `${String(texts['transactions.csv'])}9,2025-06-09,Кино,"1,5",KZT\n`;
    const result = await readTexts(transactions(more));
    expect(fileOf(result.report, 'transactions.csv').sums.KZT).toBe('3.87');
  });

  it('a doubtful amount keeps the currency in its cell', async () => {
    const result = await readTexts(transactions(TRANSACTIONS.replace('120.5,USD', '"1,289 $",')));
    expect(fileOf(result.report, 'transactions.csv').sums).toEqual({
      KZT: '15845.92',
      USD: '1289.00',
    });
  });

  it.each([
    ['dmy', ['2025-04']],
    ['mdy', ['2025-03']],
  ] as const)('03/04/2025 under order %s', async (dateOrder, period) => {
    const { 'transactions.csv': dated } = rows((cells) => sameCells(cells, 1, '03/04/2025'));
    const two = { 'clients.csv': CLIENTS, 'transactions.csv': dated };
    const result = await readTexts(two, { choices: { dateOrder } });
    expect(result.report.period).toEqual(period);
  });

  it('letters beyond ASCII that come late', async () => {
    const many = 'abc,2025-06-09,Cinema,5,KZT\n'.repeat(12_000);
    const head = 'client_code,date,category,amount,currency\n';
    const clients = 'client_code,name\nabc,A\n1,B\n';
    const late = windows1251(`${head}${many}${'1,2025-06-01,Продукты питания,7,KZT\n'.repeat(20)}`);
    const result = await readTexts({ 'clients.csv': clients, 't.csv': late });
    expect(fileOf(result.report, 't.csv')).toMatchObject({
      encoding: 'windows-1251',
      faultCounts: { 'unknown-category': 1, 'identical-row': 12_018 },
    });
  });

  it('8-bit letters that nothing vouches for are asked about', async () => {
    const clients = windows1251('client_code,name\n1,Ян\n');
    const texts = { 'clients.csv': clients, 'transactions.csv': TRANSACTIONS };
    expect(await ingestTexts(texts)).toMatchObject({ fault: { code: 'encoding-ambiguous' } });
    const result = await readTexts(
      { 'clients.csv': clients, 'transfers.csv': TRANSFERS.split('\n').slice(0, 2).join('\n') },
      { choices: { encoding: 'windows-1251' } },
    );
    expect(observe(populationOf(result))).toMatchObject({
      clients: [['1', { profile: ['Ян', '', '', NaN, 0] }]],
    });
  });

  it('headings that nobody knows, behind other lines, are the ones to be mapped', async () => {
    const texts = transactions(
      `Выгрузка за июнь\n\nОтдел, розница\n${TRANSACTIONS.replace(/^.*/, 'a,b,c,d,e')}`,
    );
    const result = await ingestTexts(texts);
    expect(result).toMatchObject({
      fault: { code: 'no-header', line: 4, text: 'a | b | c | d | e' },
    });
  });

  it('headings mapped by hand', async () => {
    const texts = swap('client_code,date,category,amount', 'a,b,c,d');
    expect(await ingestTexts(texts)).toMatchObject({ outcome: 'refused' });
    const headings = { a: 'client_code', b: 'date', c: 'category', d: 'amount' } as const;
    expect(await totalsOf(texts, { choices: { headings } })).toEqual(await clean);
  });
});

it('transcoders are what the fixtures think they are', () => {
  const text = createTranscoder('windows-1251').push(windows1251('Такси №5'));
  expect(new TextDecoder().decode(text)).toBe('Такси №5');
});
