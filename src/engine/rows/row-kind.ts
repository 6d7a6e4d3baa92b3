import { headingKey, trimCell, valueKey } from '../kernel/text-key.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordIndex } from './word-index.ts';

/** Whether a row of the data is the header once more: the same headings in the same columns. */
export const isRepeatedHeader = (cells: readonly string[], header: readonly string[]): boolean =>
  cells.length === header.length &&
  cells.every((cell, column) => headingKey(cell) === headingKey(header[column]));

/**
 * Whether a row is a total and no record: its first filled cell starts with a totals word, and it
 * has no client code, or that word stands there.
 */
export const isTotalsRow = (
  cells: readonly string[],
  codeColumn: number,
  vocabulary: Vocabulary,
): boolean => {
  const first = cells.findIndex((cell) => trimCell(cell) !== '');
  if (first < 0) return false;
  if (first !== codeColumn && trimCell(cells[codeColumn] ?? '') !== '') return false;
  const key = valueKey(cells[first]);
  const { totals } = wordIndex(vocabulary);
  for (const word of totals) {
    if (key.startsWith(word) && BEHIND_WORD.test(key.slice(word.length))) return true;
  }
  return false;
};

/** Not a hyphen or a digit: `total-7` is a code. */
const BEHIND_WORD = /^(?:$|[\s:.,;(=])/u;

/**
 * What is wrong with the number of cells: too many of them filled rejects a row, as does a needed
 * one that is not there; any other missing cell is read as empty and reported.
 */
export const cellCountFault = (
  cells: readonly string[],
  width: number,
  neededColumns: readonly number[],
): 'extra-cells' | 'missing-cells' | 'short-row' | null => {
  if (cells.slice(width).some((cell) => trimCell(cell) !== '')) return 'extra-cells';
  if (neededColumns.some((column) => column >= cells.length)) return 'missing-cells';
  return cells.length < width ? 'short-row' : null;
};
