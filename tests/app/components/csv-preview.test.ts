import { expect, it } from 'vitest';
import { previewCsv } from '../../../src/app/components/exporting/csv-preview.ts';

it('understands quotes, doubled quotes, line ends inside and the BOM', () => {
  expect(previewCsv('\uFEFFa;b\n"1;2";"x ""y""\nz"\n', ';', 9, false)).toEqual([
    ['a', 'b'],
    ['1;2', 'x "y"\nz'],
  ]);
});

it('shows so many records, and none that was cut in the middle', () => {
  expect(previewCsv('a\n1\n2\n3\n', ',', 2, false)).toEqual([['a'], ['1']]);
  expect(previewCsv('a\n1\n"2 is cu', ',', 9, true)).toEqual([['a'], ['1']]);
  expect(previewCsv('a\n1', ',', 9, false)).toEqual([['a'], ['1']]);
});
