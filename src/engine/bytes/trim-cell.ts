import { isSpace } from './is-space.ts';

/** A cell without the spaces, NBSP, zero-width characters and BOMs around it. */
export const trimCell = (cell: string): string => {
  let start = 0;
  let end = cell.length;
  while (start < end && isSpace(cell.charCodeAt(start))) start++;
  while (end > start && isSpace(cell.charCodeAt(end - 1))) end--;
  return start === 0 && end === cell.length ? cell : cell.slice(start, end);
};
