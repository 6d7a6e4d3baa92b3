import { failed, done, type Outcome } from '../kernel/fault.ts';

/** How "no such column" is written, as Hive and Spark write NULL. */
export const NULL_CELL = '\\N';

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};
const CHARACTERS: Readonly<Record<string, string>> = { '\\': '\\', t: '\t', n: '\n', r: '\r' };

/** A text as one cell of a line: backslash, tab and both line ends are escaped, nothing else. */
export const escapeCell = (text: string): string =>
  /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character]) : text;

/** The text of a cell that is not null; the fault is the first escape that there is none of. */
export const unescapeCell = (cell: string): Outcome<string, string> => {
  let at = cell.indexOf('\\');
  if (at < 0) return done(cell);
  let text = '';
  let from = 0;
  for (; at >= 0; at = cell.indexOf('\\', from)) {
    const letter = cell.charAt(at + 1);
    if (letter === '' || !Object.hasOwn(CHARACTERS, letter)) return failed(`\\${letter}`);
    text += cell.slice(from, at) + CHARACTERS[letter];
    from = at + 2;
  }
  return done(text + cell.slice(from));
};
