import { describe, expect, it } from 'vitest';
import { detectDialect } from '../../../src/engine/bytes/dialect.ts';
import type { Dialect, DialectFault } from '../../../src/engine/bytes/dialect.ts';
import type { Outcome } from '../../../src/engine/kernel/fault.ts';
import { bytesOf } from './records.ts';

const HEADINGS = new Set(['client_code', 'category', 'amount', 'date', 'name', 'код клиента']);

const headerScore = (cells: readonly string[]): number =>
  cells.filter((cell) => HEADINGS.has(cell.toLowerCase())).length;

const detect = (
  text: string,
  { complete = true, override }: { complete?: boolean; override?: string } = {},
): Outcome<Dialect, DialectFault> =>
  detectDialect(bytesOf(text), complete, headerScore, override?.charCodeAt(0));

const found = (text: string, options?: { complete?: boolean; override?: string }): Dialect => {
  const outcome = detect(text, options);
  if (!outcome.ok) throw new Error(outcome.fault.code);
  return outcome.value;
};

const delimiterOf = (text: string, options?: { complete?: boolean; override?: string }): string =>
  String.fromCharCode(found(text, options).delimiter);

describe('the delimiter', () => {
  it.each([',', ';', '\t', '|'])('%j is told by the header', (delimiter) => {
    const rows = [
      ['client_code', 'category', 'amount'],
      ['7', 'a,b;c\td|e', '1'],
    ];
    const text = rows.map((cells) => cells.map((cell) => `"${cell}"`).join(delimiter)).join('\n');
    const dialect = found(text);
    expect(String.fromCharCode(dialect.delimiter)).toBe(delimiter);
    expect(dialect.header).toEqual(rows[0]);
  });

  it('is not the decimal comma of every row', () => {
    expect(delimiterOf('client_code;amount\n1;2,50\n2;3,50\n')).toBe(';');
  });

  it('is told by the better header, however uneven the rows', () => {
    expect(delimiterOf('name,x;client_code;amount\n1,2;3\n4,5;6\n')).toBe(';');
  });

  it('is told by even rows when headers tell nothing', () => {
    const text = 'amount\nx;y,1\nx;y\nx;y,1,1\n';
    const score = (cells: readonly string[]): number => (cells[0].startsWith('x') ? 1 : 0);
    const outcome = detectDialect(bytesOf(text), true, score);
    expect(outcome.ok && String.fromCharCode(outcome.value.delimiter)).toBe(';');
  });

  it('is the comma when there is a single column', () => {
    expect(delimiterOf('client_code\n1\n2\n')).toBe(',');
  });

  it('may be given', () => {
    expect(delimiterOf('client_code^amount\n1^2\n', { override: '^' })).toBe('^');
    expect(detect('client_code,amount\n', { override: ';' }).ok).toBe(false);
  });
});

describe('a sep= line', () => {
  it.each([
    ['sep=;\nclient_code;amount\n', ';'],
    ['SEP=|\r\nclient_code|amount', '|'],
    ['"sep=;"\rclient_code;amount', ';'],
    ['sep=\t\nclient_code\tamount', '\t'],
    ['sep=^\nclient_code^amount', '^'],
  ])('%j is believed', (text, delimiter) => {
    const dialect = found(text);
    expect(String.fromCharCode(dialect.delimiter)).toBe(delimiter);
    expect([dialect.sepLine, dialect.headerLine, dialect.preambleLines]).toEqual([true, 2, []]);
    expect(dialect.header).toEqual(['client_code', 'amount']);
  });

  it.each([
    ['sep=;\nclient_code,amount\n', 'wrong'],
    ['sep=\nclient_code,amount\n', 'empty'],
    ['sep=a\nclient_code,amount\n', 'a letter'],
    ['sep=ж\nclient_code,amount\n', 'not ASCII'],
  ])('%j is passed over: %s', (text) => {
    expect(delimiterOf(text)).toBe(',');
    expect(found(text).headerLine).toBe(2);
  });

  it('gives way to a person’s choice', () => {
    const dialect = found('sep=,\nclient_code;amount\n', { override: ';' });
    expect([dialect.delimiter, dialect.sepLine]).toEqual([0x3b, true]);
    expect(detect('sep=;\nclient_code;amount\n', { override: '|' }).ok).toBe(false);
  });

  it('alone is an empty file', () => {
    expect(detect('sep=;')).toEqual({ ok: false, fault: { code: 'empty-file', guess: null } });
  });

  it.each(['sep', 'separator=;', `sep=${' '.repeat(100)}`])('%j is none', (line) => {
    expect(found(`${line}\nclient_code,amount\n`).sepLine).toBe(false);
  });
});

describe('the header', () => {
  it('is placed by offset and physical line', () => {
    const text = '\r\n\r\nclient_code,"date",\u00a0amount \r\n1,2,3\r\n';
    expect(found(text)).toEqual({
      delimiter: 0x2c,
      headerStart: 4,
      headerLine: 3,
      header: ['client_code', 'date', 'amount'],
      dataStart: text.indexOf('1,2,3') + 1, // the NBSP takes two bytes
      firstDataLine: 4,
      preambleLines: [],
      sepLine: false,
    });
  });

  it('is found below a preamble, comments and blank lines', () => {
    const text = [
      'Выписка, за квартал', // 1
      '', // 2
      '# made by hand', // 3
      '"a cell', // 4
      'of two lines"', // 5
      ';;', // 6
      'client_code,amount', // 7
      '1,2', // 8
    ].join('\n');
    const dialect = found(text);
    expect([dialect.headerLine, dialect.firstDataLine]).toEqual([7, 8]);
    expect(dialect.preambleLines).toEqual([
      { line: 1, text: 'Выписка, за квартал' },
      { line: 4, text: '"a cell\nof two lines"' },
    ]);
  });

  it('is the first of equals and the best of all', () => {
    expect(found('name\nclient_code,amount\n1,2\nclient_code,amount\n').headerLine).toBe(2);
  });

  it('survives a quote left open before it', () => {
    for (const complete of [true, false]) {
      const dialect = found('"Bank\nreport\nclient_code,amount\n1,2\n', { complete });
      expect(dialect.headerLine).toBe(3);
      expect(dialect.preambleLines.map(({ text }) => text)).toEqual(['"Bank', 'report']);
    }
  });

  it('may be all there is', () => {
    const dialect = found('client_code,amount');
    expect([dialect.dataStart, dialect.firstDataLine]).toEqual([18, 1]);
  });

  it('is not looked for in a row that the head cuts off', () => {
    expect(detect('x,y\nclient_code,amo', { complete: false }).ok).toBe(false);
    expect(detect('client_code,"amount', { complete: true }).ok).toBe(false);
    expect(detect('# client_code', { complete: false }).ok).toBe(false);
    expect(detect('# client_code', { complete: true }).ok).toBe(false);
  });

  it('is not looked for everywhere', () => {
    expect(detect(`${'x,y\n'.repeat(50)}client_code,amount\n`).ok).toBe(false);
    expect(detect(`${'x,y\n'.repeat(49)}client_code,amount\n`).ok).toBe(true);
  });

  it('shortens what stood before it', () => {
    const [line] = found(`${'x'.repeat(5000)}\nclient_code,amount\n`).preambleLines;
    expect(line.text).toBe('x'.repeat(400));
  });
});

describe('what has no header', () => {
  it.each(['', '\n\n', '# only a comment\n', ',,\n'])('%j is empty', (text) => {
    expect(detect(text)).toEqual({ ok: false, fault: { code: 'empty-file', guess: null } });
  });

  it('comes with a guess for mapping by hand', () => {
    const outcome = detect('Kunde;Betrag\n1;2,5\n2;3\n');
    expect(outcome).toMatchObject({
      ok: false,
      fault: { code: 'no-header', guess: { delimiter: 0x3b, header: ['Kunde', 'Betrag'] } },
    });
  });
});
