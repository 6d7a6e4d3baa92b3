import { describe, expect, it } from 'vitest';
import { detectDialect } from '../../../src/engine/bytes/dialect.ts';
import { createTranscoder } from '../../../src/engine/bytes/transcoder.ts';
import spectrum from '../../fixtures/csv-spectrum/cases.json' with { type: 'json' };
import papaParse from '../../fixtures/papaparse/cases.json' with { type: 'json' };
import { bytesOf, cellsOf, readAll } from './records.ts';

/** What other people's tests of CSV readers want, and where ours is meant to differ. */

type Rows = readonly (readonly string[])[];
type RowObject = Readonly<Record<string, unknown>>;
interface PapaCase {
  readonly set: string;
  readonly description: string;
  readonly input: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly data: readonly unknown[];
}

/** UTF-8 as the engine hands it to the record reader: without its BOM. */
const transcoded = (text: string): Uint8Array =>
  createTranscoder('utf-8').push(bytesOf(text)).slice();

const read = (text: string, delimiter: string): Rows =>
  text === '' ? [] : cellsOf(readAll(transcoded(text), delimiter));

/** Rows by heading, as most readers give them; cells beyond the headings as Papa Parse names them. */
const byHeading = ([headings, ...rows]: Rows): RowObject[] =>
  rows.map((cells) => {
    const named = cells.slice(0, headings.length).map((cell, at) => [headings[at], cell] as const);
    const extra = cells.slice(headings.length);
    return { ...Object.fromEntries(named), ...(extra.length > 0 && { __parsed_extra: extra }) };
  });

describe('csv-spectrum', () => {
  it.each(spectrum)('$name', ({ name, csv, rows }) => {
    // One of them is not in an array, and has another number in its JSON than in its CSV.
    const expected: RowObject[] = [rows].flat();
    if (name === 'location_coordinates') {
      const phone = { 'Contact Phone Number': '2095257564' };
      expect(expected[0]).not.toMatchObject(phone);
      expected[0] = { ...expected[0], ...phone };
    }
    expect(byHeading(read(csv, ','))).toEqual(expected);
  });
});

/** Options of Papa Parse about what becomes of cells and rows once they are read. */
const OTHER_OPTIONS = new Set([
  ...['dynamicTyping', 'escapeChar', 'preview', 'quoteChar', 'skipEmptyLines', 'skipFirstNLines'],
  ...['transform', 'transformHeader'],
]);

/** Why some cases are none of the record reader's. */
const notOurs = ({ config: { comments, delimiter, ...others } }: PapaCase): string | null => {
  const option = Object.keys(others).find((name) => OTHER_OPTIONS.has(name));
  if (option !== undefined) return `it has no option \`${option}\``;
  if (comments !== undefined && comments !== true && comments !== '#') {
    return 'a comment begins with #, nothing else';
  }
  if (delimiter !== undefined && !/^[\t -~]$/.test(delimiter as string)) {
    return 'a delimiter is one character of ASCII';
  }
  return null;
};

const LAST_LINE_END = 'a line end ends a row; nothing behind the last one is no row';
const ONE_LINE_LOST =
  'a quote that is never closed costs its line and is reported; it does not swallow what follows';
const NO_QUOTED_FIELD =
  'a field with text behind its closing quote is no quoted field: it is kept as it stands, and flagged';
const SPACE_AROUND = 'spaces around a quoted field are no part of it';
const ANY_LINE_END = 'every line end is one, also where a file mixes them';
const BY_HEADINGS =
  'a delimiter is the one whose header is known best; here any row may be the header, and the longest is';
const SAME_HEADINGS =
  'headings are kept as they are; a doubled one is a fault with a code, not a new name';

/** By description: why ours differs, and what ours is. */
const DIFFERENCES: Readonly<Record<string, readonly [why: string, rows: Rows] | undefined>> = {
  'Quoted field with whitespace around quotes': [SPACE_AROUND, [['A', 'B', 'C']]],
  'Quoted field has no closing quote': [ONE_LINE_LOST, [['a'], ['d', 'e', 'f']]],
  'Quoted field has invalid trailing quote after new line': [
    ONE_LINE_LOST,
    [['a'], ['d"e', 'f', 'g']],
  ],
  'Quoted field has invalid trailing quote after delimiter with a valid closer': [
    NO_QUOTED_FIELD,
    [
      ['"a,"b', 'c"'],
      ['d', 'e', 'f'],
    ],
  ],
  'Quoted field has invalid trailing quote after delimiter': [
    NO_QUOTED_FIELD,
    [
      ['a', '"b,"c'],
      ['d', 'e', 'f'],
    ],
  ],
  'Quoted field has invalid trailing quote before delimiter': [
    NO_QUOTED_FIELD,
    [
      ['a', '"b"c', 'd'],
      ['e', 'f', 'g'],
    ],
  ],
  'Input with only a commented line and blank line after': [LAST_LINE_END, []],
  'One column input with empty fields': [
    LAST_LINE_END,
    [['a'], ['b'], [''], [''], ['c'], ['d'], ['e']],
  ],
  'Fast mode with blank line at end': [LAST_LINE_END, [['a', 'b', 'c']]],
  'Blank lines at end': [LAST_LINE_END, [['a', 'b', 'c'], ['d', 'e', 'f'], ['']]],
  'Empty lines': [LAST_LINE_END, [[''], ['a', 'b', 'c'], [''], ['d', 'e', 'f'], ['']]],
  'Mixed slash n and slash r should choose first as precident': [
    ANY_LINE_END,
    [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
      ['g', 'h', 'i'],
    ],
  ],
  'Simple duplicated header names': [
    SAME_HEADINGS,
    [
      ['A', 'A', 'A', 'A'],
      ['1', '2', '3', '4'],
    ],
  ],
  'Duplicated header names existing column': [
    SAME_HEADINGS,
    [
      ['c', 'c', 'c', 'c_1'],
      ['1', '2', '3', '4'],
    ],
  ],
  'Duplicate header names with __proto__ field': [
    SAME_HEADINGS,
    [
      ['__proto__', '__proto__', '__proto__'],
      ['1', '2', '3'],
    ],
  ],
  'Pipe delimiter is guessed correctly choose avgFildCount max one': [
    BY_HEADINGS,
    [['a,b,c'], ['a,b,c', 'd', 'e', 'f']],
  ],
};

describe('Papa Parse', () => {
  const cases = papaParse as readonly PapaCase[];
  const ours = cases.filter((given) => notOurs(given) === null);

  it.each(ours)('$set: $description', ({ description, input, config, data }) => {
    const isComment = ([first]: readonly string[]): boolean => first.startsWith('#');
    const all = read(input, delimiterOf(input, config));
    // Comments are told apart a layer above.
    const rows = config.comments === undefined ? all : all.filter((row) => !isComment(row));
    const difference = DIFFERENCES[description];
    if (difference === undefined) {
      const isObjects = config.header === true && !Array.isArray(data[0]);
      expect(isObjects ? byHeading(rows) : rows).toEqual(data);
    } else {
      expect(rows).toEqual(difference[1]);
      expect(rows).not.toEqual(data);
    }
  });

  it('has no case that is left out for another reason than an option', () => {
    const reasons = cases.flatMap((given) => notOurs(given) ?? []);
    expect(ours.length + reasons.length).toBe(cases.length);
    expect(ours.length).toBeGreaterThan(100);
    const names = new Set(ours.map(({ description }) => description));
    expect(Object.keys(DIFFERENCES).filter((name) => !names.has(name))).toEqual([]);
  });
});

/** What the case says, or what the first row proves where the case wants it found out. */
const delimiterOf = (input: string, { delimiter }: PapaCase['config']): string => {
  if (typeof delimiter === 'string') return delimiter;
  const found = detectDialect(transcoded(input), true, (cells) => cells.length - 1);
  return found.ok ? String.fromCharCode(found.value.delimiter) : ',';
};
