/**
 * How texts are compared. White space is what Unicode calls so (NBSP and narrow NBSP included);
 * invisible marks are zero-width characters, direction marks and the BOM.
 */

const INVISIBLE = '\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF';
const EDGE = new RegExp(`[\\s${INVISIBLE}]`, 'u');
const INNER_SPACE = /\s+/gu;
const HEADING_NOISE = new RegExp(`[\\s_\\-\\u2010\\u2011${INVISIBLE}]+`, 'gu');

/** A cell without white space and invisible marks at its ends; the inside is untouched. */
export const trimCell = (text: string): string => {
  let start = 0;
  let end = text.length;
  while (start < end && isEdge(text, start)) start++;
  while (end > start && isEdge(text, end - 1)) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
};

const isEdge = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  return EDGE.test(text[at]);
};

/** A value as it is kept and shown: trimmed, composed (NFC), runs of white space made one space. */
export const tidyText = (text: string): string =>
  trimCell(text).normalize('NFC').replace(INNER_SPACE, ' ');

/** What two spellings of one value share: categories, types, directions, statuses match by it. */
export const valueKey = (text: string): string =>
  tidyText(text).toUpperCase().toLowerCase().normalize('NFC');

/** What two spellings of one heading share: as `valueKey`, without spaces, underscores, hyphens. */
export const headingKey = (text: string): string => valueKey(text).replace(HEADING_NOISE, '');
