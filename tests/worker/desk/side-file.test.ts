import { describe, expect, it } from 'vitest';
import { VOCABULARY } from '../../../src/presets/vocabulary.ts';
import { readSideFile } from '../../../src/worker/desk/side-file.ts';

const read = (text: string | Uint8Array) =>
  readSideFile(typeof text === 'string' ? new TextEncoder().encode(text) : text, VOCABULARY);

const TWO = [
  ['1', 'Ипотека'],
  ['007', 'Обмен, валют'],
];

describe('readSideFile', () => {
  it.each([
    ['commas', 'client_code,product\n1,Ипотека\n007,"Обмен, валют"\n'],
    ['semicolons, CRLF and a mark', '\uFEFFclient_code;product\r\n1;Ипотека\r\n007;Обмен, валют'],
    [
      'other columns, other order',
      'kind\tproduct\tclient_code\nx\tИпотека\t1\nx\tОбмен, валют\t007',
    ],
    ['no headings', '1;Ипотека\n 007 ; Обмен, валют \n\n'],
  ])('reads %s', (_, text) => {
    expect(read(text)).toEqual({ ok: true, value: { pairs: TWO, skipped: 0 } });
  });

  it('reads the encodings of spreadsheets', () => {
    const wide = new Uint8Array(10);
    Array.from('\uFEFF1,Ә\n').forEach((letter, i) => {
      wide[2 * i] = letter.charCodeAt(0) & 0xff;
      wide[2 * i + 1] = letter.charCodeAt(0) >> 8;
    });
    expect(read(wide)).toMatchObject({ value: { pairs: [['1', 'Ә']] } });
    const big = wide.map((_, i) => wide[i ^ 1]);
    expect(read(big)).toMatchObject({ value: { pairs: [['1', 'Ә']] } });
    // «1;Да» in windows-1251.
    expect(read(Uint8Array.of(0x31, 0x3b, 0xc4, 0xe0))).toMatchObject({
      value: { pairs: [['1', 'Да']] },
    });
  });

  it('counts rows without a code or a product, and refuses what has none', () => {
    expect(read('client_code,product\n1,\n,b\n2,c\n3\n')).toMatchObject({
      value: { pairs: [['2', 'c']], skipped: 3 },
    });
    expect(read('')).toEqual({ ok: false, fault: 'no-rows' });
    expect(read('client_code,product\n')).toEqual({ ok: false, fault: 'no-rows' });
    expect(read('client_code,amount\n1,2\n')).toEqual({ ok: false, fault: 'no-columns' });
    expect(read('only one column\n')).toEqual({ ok: false, fault: 'no-columns' });
  });
});
