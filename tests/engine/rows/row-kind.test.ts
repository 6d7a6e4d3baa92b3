import { describe, expect, it } from 'vitest';
import {
  cellCountFault,
  isRepeatedHeader,
  isTotalsRow,
} from '../../../src/engine/rows/row-kind.ts';
import { VOCABULARY } from '../../../src/presets/vocabulary.ts';

const cells = (line: string): string[] => line.split(',');

describe('isRepeatedHeader', () => {
  const header = cells('client_code,category,amount');

  it.each([
    ['client_code,category,amount', true],
    [' Client Code,CATEGORY,amount', true],
    ['client_code,category', false],
    ['client_code,category,amount,', false],
    ['client_code,amount,category', false],
    ['1,Такси,500', false],
  ])('%s: %s', (line, expected) => {
    expect(isRepeatedHeader(cells(line), header)).toBe(expected);
  });
});

describe('isTotalsRow', () => {
  it.each([
    ['Итого,,500', 0, true],
    ['ИТОГО:,,500', 0, true],
    ['Итого по клиенту,,500', 0, true],
    ['Всего 12 строк', 0, true],
    ['Total (KZT),,500', 0, true],
    ['Барлығы,,500', 0, true],
    [',Итого,500', 0, true],
    [',Итого,500', 3, true],
    ['Total,Такси,7', 2, false],
    ['Total,Такси, ', 2, true],
    ['итоговый,,5', 0, false],
    ['total7,Такси,5', 0, false],
    ['total-7,Такси,5', 0, false],
    ['7,Итого,500', 0, false],
    ['7,Такси,500', 0, false],
    [',,', 0, false],
    ['', 0, false],
  ])('%j with the code in column %i: %s', (line, codeColumn, expected) => {
    expect(isTotalsRow(cells(line), codeColumn, VOCABULARY)).toBe(expected);
  });
});

describe('cellCountFault', () => {
  it.each([
    ['1,Такси,500,KZT', null],
    ['1,Такси,500,KZT,', null],
    ['1,Такси,500,KZT, ,\u200B', null],
    ['1,Такси,500,KZT,x', 'extra-cells'],
    ['1,Такси,500,KZT,,0', 'extra-cells'],
    ['1,Такси,500', 'short-row'],
    ['1,Такси', 'missing-cells'],
    ['1', 'missing-cells'],
  ])('%j → %s', (line, expected) => {
    expect(cellCountFault(cells(line), 4, [0, 1, 2])).toBe(expected);
  });
});
