import type { CsvCell } from '../bytes/csv-row.ts';
import { escapeCell, NULL_CELL } from './tsv-cell.ts';

/** One row of a result as a line, its line feed included. What has no figure is null. */
export const tsvRow = (cells: readonly CsvCell[]): string =>
  `${cells.map((cell) => (cell === '' ? NULL_CELL : escapeCell(String(cell)))).join('\t')}\n`;
