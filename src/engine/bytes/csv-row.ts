import { trimCell } from './trim-cell.ts';

/** A number is written as it is; a text is quoted where needed and kept from being a formula. */
export type CsvCell = string | number;

/** One row of a CSV as text, with its line feed. */
export const csvRow = (cells: readonly CsvCell[], delimiter: string): string => {
  const texts = cells.map((cell) => (typeof cell === 'number' ? numberText(cell) : defuse(cell)));
  // A row of empty cells would be a blank line, which readers skip.
  const isBlank = texts.every((text) => text === '');
  const fields = texts.map((text, i) =>
    (isBlank && i === 0) || needsQuotes(text, delimiter) ? quoted(text) : text,
  );
  return `${fields.join(delimiter)}\n`;
};

/** The same of texts that must be read as they are: quoted where needed, formulas or not. */
export const plainCsvRow = (texts: readonly string[], delimiter: string): string =>
  `${texts.map((text) => (needsQuotes(text, delimiter) ? quoted(text) : text)).join(delimiter)}\n`;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const numberText = (value: number): string => (Number.isFinite(value) ? String(value) : '');

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe in front. What programs skip
 * before a formula (control and zero-width characters, spaces of any width, BOM, quotes) is looked
 * through, and a text that starts with TAB, CR, LF or NUL is never passed on as it is.
 */
export const defuse = (text: string): string =>
  FORMULA.test(text) || /^[\t\r\n\0]/.test(text) ? `'${text}` : text;

/** `= + - @`, then their full-width and small forms, after anything that is looked through. */
const FORMULA = new RegExp(
  '^[\\p{Cc}\\p{Cf}\\p{Z}"]*[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20\\ufe66\\ufe62\\ufe63\\ufe6b]',
  'u',
);

const needsQuotes = (text: string, delimiter: string): boolean =>
  text.includes(delimiter) ||
  /["\r\n]/.test(text) ||
  text.startsWith('#') ||
  trimCell(text) !== text;
