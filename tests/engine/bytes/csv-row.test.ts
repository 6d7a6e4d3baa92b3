import { describe, expect, it } from 'vitest';
import { csvRow, defuse } from '../../../src/engine/bytes/csv-row.ts';

describe('csvRow', () => {
  it.each([
    [['a', 'b'], 'a,b\n'],
    [['a,b', 'c'], '"a,b",c\n'],
    [['a"b'], '"a""b"\n'],
    [['a\nb', 'c\rd'], '"a\nb","c\rd"\n'],
    [[' a', 'b\u00a0'], '" a","b\u00a0"\n'],
    [['\ufeffa'], '"\ufeffa"\n'],
    [['#1', 'a#'], '"#1",a#\n'],
    [[''], '""\n'],
    [['', ''], '"",\n'],
    [[], '\n'],
    [['a;b'], 'a;b\n'],
  ])('%j is %j', (cells, row) => {
    expect(csvRow(cells, ',')).toBe(row);
  });

  it('quotes its own delimiter only', () => {
    expect(csvRow(['a,b', 'a;b'], ';')).toBe('a,b;"a;b"\n');
  });

  it('leaves numbers numbers', () => {
    expect(csvRow([-1.5, 0, 1e21, Number.NaN, Number.POSITIVE_INFINITY], ',')).toBe(
      '-1.5,0,1e+21,,\n',
    );
  });
});

describe('defuse', () => {
  const signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫'];
  const before = ['', ' ', '\u00a0', '\ufeff', '\u200b', '\u2060', '"', '\u0001', '\u007f', '\t'];
  before.push('\r\n', '\0', '\u00ad', '\u2028', '\u3000', ' "\u200b');

  it.each(signs)('puts an apostrophe before %j, whatever stands before it', (sign) => {
    for (const prefix of before) expect(defuse(`${prefix}${sign}1`)).toBe(`'${prefix}${sign}1`);
  });

  it.each(['\t', '\r', '\n', '\0'])('lets no text start with %j', (control) => {
    expect(defuse(`${control}a`)).toBe(`'${control}a`);
  });

  it.each(['', 'a', '7', 'Қанат', 'a=1', "'=1", '1-2', '₸', '(5)', ' a', '"a"', '\u0001a'])(
    'leaves %j alone',
    (text) => {
      expect(defuse(text)).toBe(text);
    },
  );

  it('does nothing twice', () => {
    expect(defuse(defuse('=1'))).toBe("'=1");
  });
});
