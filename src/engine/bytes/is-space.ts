/**
 * Whether a code point may surround a cell without being part of it: white space of any width,
 * none included, and the BOM.
 */
export const isSpace = (code: number): boolean => {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0xa0) return false;
  return (code >= 0x2000 && code <= 0x200d) || WIDER_SPACES.has(code);
};

const WIDER_SPACES: ReadonlySet<number> = new Set([
  0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x2060, 0x3000, 0xfeff,
]);
