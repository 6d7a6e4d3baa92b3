/** A cell without the spaces, NBSP, zero-width characters and BOMs around it. */
export const trimCell = (cell: string): string => {
  let start = 0;
  let end = cell.length;
  while (start < end && isSpace(cell.charCodeAt(start))) start++;
  while (end > start && isSpace(cell.charCodeAt(end - 1))) end--;
  return start === 0 && end === cell.length ? cell : cell.slice(start, end);
};

/** What surrounds a cell without being part of it: white space of any width, none included. */
const isSpace = (code: number): boolean => {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0xa0) return false;
  if (code >= 0x2000 && code <= 0x200d) return true;
  return (
    code === 0xa0 ||
    code === 0xfeff ||
    code === 0x202f ||
    code === 0x2060 ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0x1680
  );
};
