import {
  BLANK,
  byteKinds,
  CARRIAGE_RETURN,
  DELIMITER,
  LINE_FEED,
  QUOTE,
} from '../bytes/byte-kinds.ts';
import { isUtf8 } from '../bytes/utf8-sequence.ts';
import type { ClientCells, ClientTable } from '../features/client-table.ts';
import type { Bytes, Line } from '../kernel/units.ts';
import { readLanguage, readProfileText, readStatus } from '../rows/profile.ts';
import type { Field, Vocabulary } from '../rows/vocabulary.ts';
import type { ClientSink } from './client-sink.ts';
import type { FilePlan } from './file-plan.ts';
import type { RowRunner } from './record-scan.ts';
import { hasPoint, isPlainCode, NOT_USUAL, usualAge, usualBalance } from './usual-cells.ts';
import { type ProfileWord, UsualWords } from './usual-words.ts';

const HASH = 0x23;
/** A row that is longer is for those who know how long a row may be. */
const MAX_ROW: Bytes = 1 << 16;

const WORD_FIELDS = ['name', 'status', 'city', 'language'] as const satisfies readonly Field[];
type WordField = (typeof WORD_FIELDS)[number];

/**
 * The lane for the usual client's row: a plain code, an age and a balance in digits, words that are
 * read once each. Proves a row usual before anything is taken of it, by its bytes alone, and stops in
 * front of any other: the complete lane says the same of the usual ones.
 */
export class UsualClients implements RowRunner {
  lines: Line = 0;
  readonly #sink: ClientSink;
  readonly #kinds: Uint8Array;
  /** Where the cells of a row lie; one more is that of a column that the file does not have: empty. */
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #columns: FilePlan['columns'];
  /** Columns that nobody reads: their bytes must be text all the same. */
  readonly #others: readonly number[];
  readonly #words: Readonly<Record<WordField, UsualWords>>;
  /** The same by column; null for any other. */
  readonly #wordsIn: readonly (UsualWords | null)[];
  readonly #cells: ClientCells = { name: 0, status: 0, city: 0, age: 0, balance: 0, language: 0 };

  constructor(plan: FilePlan, sink: ClientSink, vocabulary: Vocabulary) {
    const { delimiter, columns, headings } = plan;
    this.#sink = sink;
    this.#kinds = byteKinds(delimiter);
    this.#starts = new Int32Array(headings.length + 1);
    this.#ends = new Int32Array(headings.length + 1);
    this.#columns = columns;
    const read = new Set(READ_FIELDS.map((field) => columns[field]));
    this.#others = [...headings.keys()].filter((column) => !read.has(column));
    this.#words = wordsOf(plan, sink.clients, vocabulary);
    this.#wordsIn = headings.map((_, column) => {
      const field = WORD_FIELDS.find((field) => columns[field] === column);
      return field === undefined ? null : this.#words[field];
    });
  }

  /** A code with a digit is no repeated heading, if the heading has none. */
  static suits({ twins, headings, columns }: FilePlan): boolean {
    return twins.length === 0 && !/[0-9]/.test(headings[columns.client_code!]);
  }

  take(buffer: Uint8Array, start: number, stop: number, firstLine: Line): number {
    let next = start;
    let line = firstLine;
    while (next < stop) {
      const end = this.#split(buffer, next);
      if (end === NOT_USUAL || !this.#read(buffer, line)) break;
      next = end;
      line++;
    }
    this.lines = line - firstLine;
    this.#sink.tally.records += this.lines;
    return next;
  }

  /** Finds the cells of the row at `start`; returns where the next one starts. */
  #split(buffer: Uint8Array, start: number): number {
    const kinds = this.#kinds;
    const starts = this.#starts;
    const ends = this.#ends;
    if (buffer[start] === HASH) return NOT_USUAL;
    let p = start;
    let kind = DELIMITER;
    for (let column = 0; column < this.#wordsIn.length; column++) {
      if (kind !== DELIMITER) return NOT_USUAL;
      const quoted = kinds[buffer[p]] === QUOTE;
      const inside = quoted ? DELIMITER : BLANK;
      if (quoted) p++;
      starts[column] = p;
      const words = this.#wordsIn[column];
      if (words !== null) p = words.guess(buffer, p, quoted ? null : kinds);
      while ((kind = kinds[buffer[p]]) <= inside) p++;
      ends[column] = p;
      if (quoted) {
        if (kind !== QUOTE) return NOT_USUAL;
        kind = kinds[buffer[++p]];
      }
      p++;
    }
    if (p - start > MAX_ROW) return NOT_USUAL;
    if (kind === LINE_FEED) return p;
    if (kind !== CARRIAGE_RETURN) return NOT_USUAL;
    return kinds[buffer[p]] === LINE_FEED ? p + 1 : p;
  }

  /** Takes the row whose cells were found; false when it is not usual. */
  #read(buffer: Uint8Array, line: Line): boolean {
    const starts = this.#starts;
    const ends = this.#ends;
    const cells = this.#cells;
    const { client_code: code, age, avg_monthly_balance_KZT: balance } = this.#columns;
    if (!isPlainCode(buffer, starts[code!], ends[code!])) return false;
    cells.age = age === undefined ? NaN : usualAge(buffer, starts[age], ends[age]);
    cells.balance =
      balance === undefined ? 0 : usualBalance(buffer, starts[balance], ends[balance]);
    if (cells.age === NOT_USUAL || cells.balance === NOT_USUAL) return false;
    for (const column of this.#others) {
      if (!isUtf8(buffer, starts[column], ends[column])) return false;
    }
    const { name, status, city, language } = this.#words;
    const areText =
      name.read(buffer, starts, ends) &&
      status.read(buffer, starts, ends) &&
      city.read(buffer, starts, ends) &&
      language.read(buffer, starts, ends);
    if (!areText) return false;
    cells.name = name.word.id;
    cells.status = status.word.id;
    cells.city = city.word.id;
    cells.language = language.word.id;
    this.#put(buffer, line);
    return true;
  }

  #put(buffer: Uint8Array, line: Line): void {
    const { client_code: code, avg_monthly_balance_KZT: balance } = this.#columns;
    const { status, language } = this.#words;
    const sink = this.#sink;
    const starts = this.#starts;
    const ends = this.#ends;
    sink.putCells(buffer, starts[code!], ends[code!], this.#cells, line);
    if (status.word.unknown !== null) sink.meet('status', status.word.unknown, line);
    if (language.word.unknown !== null) sink.meet('language', language.word.unknown, line);
    if (balance !== undefined && hasPoint(buffer, starts[balance], ends[balance])) {
      sink.tally.evidence.point++;
    }
  }
}

const READ_FIELDS: readonly Field[] = [
  ...WORD_FIELDS,
  'client_code',
  'age',
  'avg_monthly_balance_KZT',
];

/** The words of a file's columns, by the rules of the complete lane; a column it does not have is empty. */
const wordsOf = (
  { columns, headings }: FilePlan,
  { names, statuses, cities, languages }: ClientTable,
  vocabulary: Vocabulary,
): Record<WordField, UsualWords> => {
  const wordsIn = (field: WordField, read: (text: string) => ProfileWord): UsualWords =>
    new UsualWords(columns[field] ?? headings.length, read);
  return {
    name: wordsIn('name', (text) => ({ id: names.idOf(readProfileText(text)), unknown: null })),
    status: wordsIn('status', (text) => {
      const { value, fault } = readStatus(text, vocabulary);
      return { id: statuses.idOf(value), unknown: fault === null ? null : value };
    }),
    city: wordsIn('city', (text) => ({ id: cities.idOf(readProfileText(text)), unknown: null })),
    language: wordsIn('language', (text) => {
      const { value, fault } = readLanguage(text, vocabulary);
      return { id: languages.idOf(value), unknown: fault === null ? null : readProfileText(text) };
    }),
  };
};
