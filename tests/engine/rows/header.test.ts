import { describe, expect, it } from 'vitest';
import { headerSignature, readHeader, scoreHeader } from '../../../src/engine/rows/header.ts';
import type { Field } from '../../../src/engine/rows/vocabulary.ts';
import { VOCABULARY } from '../../../src/presets/vocabulary.ts';

const read = (line: string, map?: Record<string, Field | null>) =>
  readHeader(line.split(','), VOCABULARY, map && { map });

describe('readHeader: the kind', () => {
  it.each([
    ['client_code,category,amount', 'transactions'],
    ['client_code,amount,type', 'transfers'],
    ['client_code,amount,direction', 'transfers'],
    ['client_code,avg_monthly_balance_KZT', 'clients'],
    ['client_code,name', 'clients'],
    ['client_code,status', 'clients'],
    ['client_code,age', 'clients'],
    ['client_code,city', 'clients'],
    ['name,product,status,city,client_code,category,amount,date,currency', 'transactions'],
    ['client_code,name,product,status,city,date,type,direction,amount,currency', 'transfers'],
    ['client_code,category,type,amount', 'transactions'],
    ['client_code,name,type,avg_monthly_balance_KZT', 'clients'],
    ['client_code,name,category,avg_monthly_balance_KZT', 'clients'],
    ['Код клиента,Категория,Сумма', 'transactions'],
    ['Код клиента,Направление,Сумма', 'transfers'],
    ['Код клиента,Имя,Средний остаток', 'clients'],
    ['Клиент коды,Санаты,Сомасы', 'transactions'],
    ['client_code,category', 'transactions'],
    ['client_code,type', 'transfers'],
    ['category,amount', 'transactions'],
    ['avg_monthly_balance_KZT,name', 'clients'],
    ['client_code', null],
    ['client_code,amount,date', null],
    ['client_code,name,amount', null],
    ['name,age', null],
    ['a,b,c', null],
    ['', null],
  ])('%s → %s', (line, kind) => {
    expect(read(line).kind).toBe(kind);
  });
});

describe('readHeader: the columns', () => {
  it('finds them in any order, case, spacing and language', () => {
    const header = read('\uFEFFСУММА, Client Code ,x,КАТЕГОРИЯ,да_та,currency-code');
    expect(header).toEqual({
      kind: 'transactions',
      width: 6,
      columns: { amount: 0, client_code: 1, category: 3, date: 4, currency: 5 },
      duplicates: [],
      missingNeeded: [],
      missingExpected: [],
      unrecognised: [2],
      lookAlikes: [],
    });
  });

  it('does not list headings that are empty', () => {
    expect(read('client_code,category,amount, ,').unrecognised).toEqual([]);
  });

  it.each([
    ['client_code,category,amount', ['no-date-column', 'no-currency-column']],
    ['client_code,type,amount,date', ['no-direction-column', 'no-currency-column']],
    ['client_code,direction,amount,date,currency', ['no-type-column']],
    [
      'client_code,name',
      ['no-status-column', 'no-age-column', 'no-city-column', 'no-balance-column'],
    ],
    ['client_code,avg_monthly_balance_KZT,city,age,status', ['no-name-column']],
    ['client_code,amount', []],
  ])('%s: says what is assumed', (line, codes) => {
    expect(read(line).missingExpected.map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    ['category,amount', ['client_code']],
    ['category', ['client_code', 'amount']],
    ['client_code,direction', ['amount']],
    ['avg_monthly_balance_KZT', ['client_code']],
    ['client_code,category,amount', []],
    ['client_code,amount', ['category', 'direction', 'type', 'avg_monthly_balance_KZT']],
    ['x', ['client_code', 'amount', 'category', 'direction', 'type', 'avg_monthly_balance_KZT']],
  ])('%s: says what is needed', (line, fields) => {
    expect(read(line).missingNeeded).toEqual(fields);
  });

  it('reports columns that are there twice, and whether that can refuse', () => {
    const header = read('client_code,category,amount,Сумма,date,date,name,name');
    expect(header.columns).toMatchObject({ amount: 2, date: 4 });
    expect(header.duplicates).toEqual([
      { field: 'amount', columns: [2, 3], needed: true },
      { field: 'date', columns: [4, 5], needed: false },
    ]);
  });

  it.each([
    ['client_code,amount,type,type,direction,direction', [true, false]],
    ['client_code,amount,direction,direction', [true]],
    ['client_code,age,age,city,city', [false, false]],
  ])('%s: what decides a record may not be there twice', (line, needed) => {
    expect(read(line).duplicates.map((duplicate) => duplicate.needed)).toEqual(needed);
  });

  it('reports no duplicates when it does not know what is needed', () => {
    expect(read('amount,amount').duplicates).toEqual([]);
  });

  it('points out look-alike letters and recognises the heading all the same', () => {
    // Cyrillic С, а and о; Latin C, y and a in the Russian heading.
    const header = read('\u0421lient_\u0441\u043Ede,c\u0430tegory,Cymm\u0430,name');
    expect(header.kind).toBe('transactions');
    expect(header.columns).toEqual({ client_code: 0, category: 1, amount: 2, name: 3 });
    expect(header.lookAlikes).toEqual([0, 1, 2]);
    expect(header.unrecognised).toEqual([]);
  });

  it('is not upset by the names of object properties', () => {
    const header = read('__proto__,constructor,client_code,name', { __proto__: null });
    expect(header.kind).toBe('clients');
    expect(header.unrecognised).toEqual([0, 1]);
  });
});

describe('readHeader: a map by hand', () => {
  it('gives a heading its field, in any spelling of the heading', () => {
    const header = read('client_code,Rubric,amount', { rubric: 'category' });
    expect(header.kind).toBe('transactions');
    expect(header.columns.category).toBe(1);
    expect(header.unrecognised).toEqual([]);
  });

  it('wins over what was recognised', () => {
    const header = read('client_code,category,amount,Netto', { netto: 'amount' });
    expect(header.columns.amount).toBe(3);
    expect(header.duplicates).toEqual([]);
    expect(header.unrecognised).toEqual([2]);
  });

  it('can ignore a heading, without mention', () => {
    const header = read('client_code,name,type', { TYPE: null });
    expect(header.kind).toBe('clients');
    expect(header.unrecognised).toEqual([]);
  });

  it('maps two columns of one heading to one field: there twice', () => {
    const header = read('client_code,category,n,n', { n: 'amount' });
    expect(header.duplicates).toEqual([{ field: 'amount', columns: [2, 3], needed: true }]);
  });
});

describe('scoreHeader', () => {
  const score = (line: string, delimiter: string): number =>
    scoreHeader(line.split(delimiter), VOCABULARY);

  it.each([
    ['client_code,category,amount', ';'],
    ['1000,Такси,500,KZT', ','],
    ['1000,in,59629.9,KZT,salary', ','],
    ['Выписка за период,,', ','],
    ['client_code', ','],
    ['client_code,client_code', ','],
    ['', ','],
  ])('%s by %s is no header', (line, delimiter) => {
    expect(score(line, delimiter)).toBe(0);
  });

  it('needs two fields', () => {
    expect(score('client_code;name', ';')).toBe(3);
  });

  it('grows with the fields found and falls with the cells that are none', () => {
    const whole = score('client_code;category;amount', ';');
    expect(whole).toBeGreaterThan(score('client_code;category;x', ';'));
    expect(whole).toBeGreaterThan(score('client_code;category;amount;x', ';'));
    expect(score('client_code;category;amount;x', ';')).toBeGreaterThan(
      score('client_code;category', ';'),
    );
  });

  it('counts headings mapped by hand', () => {
    const options = { map: { rubric: 'category' } } as const;
    expect(scoreHeader(['client_code', 'Rubric'], VOCABULARY, options)).toBe(
      score('client_code;category', ';'),
    );
  });

  it('counts headings with look-alike letters', () => {
    expect(score('\u0421lient_code;category', ';')).toBe(score('client_code;category', ';'));
  });
});

describe('headerSignature', () => {
  it('is the same for the same headings in any order and spelling', () => {
    expect(headerSignature(['Client Code', 'B'])).toBe(headerSignature(['b', '\uFEFFclient_code']));
  });

  it('differs for other headings', () => {
    expect(headerSignature(['a', 'b'])).not.toBe(headerSignature(['a', 'b', 'b']));
    expect(headerSignature(['a,b'])).not.toBe(headerSignature(['a', 'b']));
  });
});
