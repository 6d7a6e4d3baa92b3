/**
 * How texts are compared. White space is what Unicode calls so (NBSP and narrow NBSP included);
 * zero-width characters and the BOM count as white space at the ends of a cell.
 */

/** A cell without white space and zero-width characters at its ends; the inside is untouched. */
export const trimCell = (text: string): string => {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
};

const isBlank = (unit: number): boolean => {
  if (unit < 0xa0) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  return RARE_BLANKS.has(unit) || (unit >= 0x2000 && unit <= 0x200d);
};

const RARE_BLANKS: ReadonlySet<number> = new Set([
  0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x2060, 0x3000, 0xfeff,
]);

const WHITE_SPACE = /\s+/gu;
const HEADING_NOISE = /[\s_\-\u2010\u2011\u200B-\u200D\u2060]+/gu;

/**
 * No word is longer. A longer text is only trimmed and matches nothing but itself: a 10 MB cell
 * costs nothing, and does not exhaust the stack of a regular expression.
 */
export const MAX_WORD = 1000;

/**
 * Most words: ASCII and Russian letters with single spaces between them. Nothing in them is trimmed,
 * composed or joined, and their cases are pairs.
 */
const isSimple = (text: string): boolean => text.length <= MAX_WORD && SIMPLE.test(text);

const SIMPLE = /^[!-~\u0401\u0410-\u044F\u0451]+(?: [!-~\u0401\u0410-\u044F\u0451]+)*$/;

/** A value as it is kept and shown: trimmed, composed (NFC), runs of white space made one space. */
export const tidyText = (text: string): string => {
  if (isSimple(text)) return text;
  const trimmed = trimCell(text);
  if (trimmed.length > MAX_WORD) return trimmed;
  return trimmed.normalize('NFC').replace(WHITE_SPACE, ' ');
};

/** What two spellings of one value share: categories, types, directions, statuses match by it. */
export const valueKey = (text: string): string => {
  if (isSimple(text)) return text.toLowerCase();
  const tidy = tidyText(text);
  if (tidy.length > MAX_WORD) return tidy;
  return tidy.toUpperCase().toLowerCase().normalize('NFC');
};

/** What two spellings of one heading share: as `valueKey`, without spaces, underscores, hyphens. */
export const headingKey = (text: string): string => {
  const key = valueKey(text);
  return key.length > MAX_WORD ? key : key.replace(HEADING_NOISE, '');
};
