import { describe, expect, it } from 'vitest';
import { suggestFields } from '../../../src/engine/rows/suggest-fields.ts';
import type { Field } from '../../../src/engine/rows/vocabulary.ts';
import { VOCABULARY } from '../../../src/presets/vocabulary.ts';

const suggest = (...lines: readonly string[]): (Field | null)[] => {
  const [headings, ...rows] = lines.map((line) => line.split('|').map((cell) => cell.trim()));
  return suggestFields(headings, rows, VOCABULARY);
};

describe('suggestFields', () => {
  it.each([
    ['сумма операции', 'amount'],
    ['Итоговая сумма', 'amount'],
    ['ID категории: категория', 'category'],
    ['tran_amount', 'amount'],
    ['ｘ', null],
    ['id', null],
    ['Филиал', null],
  ] as const)('knows part of a heading: %s', (heading, field) => {
    expect(suggest(heading)).toEqual([field]);
  });

  it('takes Cyrillic letters for the Latin ones they look like', () => {
    expect(suggest('tran_аmоunt')).toEqual(['amount']);
  });

  it('believes the longest word in common', () => {
    expect(suggest('client_code of the amount')).toEqual(['client_code']);
  });

  it('knows values that are all of one field', () => {
    expect(
      suggest(
        'a          | b                 | c           | d         | e',
        '2025-06-01 | Такси             | salary_in   | 1 500,25  | 17',
        '           | продукты  питания | p2p_out     | -20.50    | 18',
        '2025-06-03 | Кино              | card_in     |           | x',
      ),
    ).toEqual(['date', 'category', 'type', 'amount', null]);
  });

  it('suggests nothing for values of which one is something else', () => {
    expect(
      suggest(
        'a          | b      | c         | d',
        '2025-06-01 | Такси  | salary_in | 1500.25',
        'вчера      | Пицца  | зарплата? | 7',
      ),
    ).toEqual([null, null, null, null]);
  });

  it('suggests a field once, for the first column', () => {
    expect(suggest('a | b', '2025-06-01 | 2025-06-02')).toEqual(['date', null]);
  });

  it('has no idea of a column without values, or that no row reaches', () => {
    expect(suggest('a | b', ' | ', '')).toEqual([null, null]);
    expect(suggest('a | b | c', 'x')).toEqual([null, null, null]);
  });
});
