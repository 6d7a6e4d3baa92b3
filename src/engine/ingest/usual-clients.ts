import { fieldIsValidUtf8, fieldText } from '../bytes/field-text.ts';
import {
  CONTROL,
  ESCAPED,
  MALFORMED,
  NON_ASCII,
  type RecordSpan,
  STRAY_QUOTE,
} from '../bytes/record-span.ts';
import type { ClientCells } from '../features/client-table.ts';
import { ByteDictionary } from '../kernel/byte-dictionary.ts';
import { trimCell } from '../kernel/text-key.ts';
import type { Tiyn } from '../kernel/units.ts';
import type { Field } from '../rows/vocabulary.ts';
import type { FilePlan } from './file-plan.ts';

const ZERO = 0x30;
const POINT = 0x2e;
const HYPHEN = 0x2d;
const UNDERSCORE = 0x5f;
const MAX_AGE = 120;
const MAX_AGE_DIGITS = 3;
const MAX_WHOLE_DIGITS = 13;
const MAX_WORDS = 1 << 16;
const ODD = ESCAPED | MALFORMED | CONTROL | STRAY_QUOTE;

const WORD_FIELDS = ['name', 'status', 'city', 'language'] as const satisfies readonly Field[];
export type WordField = (typeof WORD_FIELDS)[number];

/** What a cell of words comes to: an id, and the word itself when nobody knows it. */
export interface ProfileWord {
  readonly id: number;
  readonly unknown: string | null;
}

/**
 * The lane for the usual client's row: a plain code, an age and a balance in digits, words that are
 * read once each. Proves a row usual before anything is taken of it, by its bytes alone; any other is
 * for the complete lane, which says the same of the usual ones.
 */
export class UsualClients {
  /** What the last usual row says; `hasDecimals` of its balance. */
  readonly cells: ClientCells = { name: 0, status: 0, city: 0, age: 0, balance: 0, language: 0 };
  hasDecimals = false;
  readonly name: WordColumn;
  readonly status: WordColumn;
  readonly city: WordColumn;
  readonly language: WordColumn;
  readonly #plan: FilePlan;
  /** Columns that nobody reads: their bytes must be text all the same. */
  readonly #others: readonly number[];
  readonly #suits: boolean;

  constructor(plan: FilePlan, readers: Readonly<Record<WordField, (text: string) => ProfileWord>>) {
    this.#plan = plan;
    const { columns, headings, twins } = plan;
    this.name = new WordColumn(columns.name, readers.name);
    this.status = new WordColumn(columns.status, readers.status);
    this.city = new WordColumn(columns.city, readers.city);
    this.language = new WordColumn(columns.language, readers.language);
    const read = new Set(READ_FIELDS.map((field) => columns[field]));
    this.#others = [...headings.keys()].filter((column) => !read.has(column));
    // A code with a digit is no repeated heading, if the heading has none.
    this.#suits = twins.length === 0 && !/[0-9]/.test(headings[columns.client_code!]);
  }

  /** Fills `cells` with the row; false when it is not usual. */
  read(buffer: Uint8Array, span: RecordSpan): boolean {
    const { columns, headings } = this.#plan;
    if (!this.#suits || span.count !== headings.length || (span.anyFlags & ODD) !== 0) return false;
    if (!isPlainCode(buffer, span, columns.client_code!)) return false;
    const { age, avg_monthly_balance_KZT: balance } = columns;
    this.cells.age = age === undefined ? NaN : ageOf(buffer, span.starts[age], span.ends[age]);
    if (this.cells.age < 0) return false;
    this.hasDecimals = false;
    this.cells.balance = balance === undefined ? 0 : this.#balance(buffer, span, balance);
    if (this.cells.balance < 0) return false;
    if ((span.anyFlags & NON_ASCII) !== 0 && !this.#areText(buffer, span)) return false;
    return this.#readWords(buffer, span);
  }

  #readWords(buffer: Uint8Array, span: RecordSpan): boolean {
    const { cells, name, status, city, language } = this;
    const areText =
      name.read(buffer, span) &&
      status.read(buffer, span) &&
      city.read(buffer, span) &&
      language.read(buffer, span);
    cells.name = name.word.id;
    cells.status = status.word.id;
    cells.city = city.word.id;
    cells.language = language.word.id;
    return areText;
  }

  #areText(buffer: Uint8Array, span: RecordSpan): boolean {
    return this.#others.every((column) => fieldIsValidUtf8(buffer, span, column));
  }

  /** Digits and at most two decimals behind a point; −1 for any other text. */
  #balance(buffer: Uint8Array, span: RecordSpan, column: number): Tiyn {
    const start = span.starts[column];
    const end = span.ends[column];
    let at = start;
    let value = 0;
    for (; at < end && isDigit(buffer[at]); at++) value = value * 10 + buffer[at] - ZERO;
    if (at === start || at - start > MAX_WHOLE_DIGITS) return -1;
    value *= 100;
    if (at === end) return value;
    const decimals = end - at - 1;
    if (buffer[at] !== POINT || decimals < 1 || decimals > 2 || !isDigit(buffer[at + 1])) return -1;
    this.hasDecimals = true;
    value += (buffer[at + 1] - ZERO) * 10;
    if (decimals === 1) return value;
    return isDigit(buffer[at + 2]) ? value + buffer[at + 2] - ZERO : -1;
  }
}

const READ_FIELDS: readonly Field[] = [
  ...WORD_FIELDS,
  'client_code',
  'age',
  'avg_monthly_balance_KZT',
];

/** One column of words, or the answer for a file that does not have it. */
class WordColumn {
  /** That of the last row read. */
  word: ProfileWord;
  readonly #column: number | undefined;
  readonly #read: (text: string) => ProfileWord;
  readonly #dictionary = new ByteDictionary();
  readonly #words: ProfileWord[] = [];

  constructor(column: number | undefined, read: (text: string) => ProfileWord) {
    this.#column = column;
    this.#read = read;
    this.word = NO_WORD;
  }

  /** False when the bytes are not text. */
  read(buffer: Uint8Array, span: RecordSpan): boolean {
    const column = this.#column;
    if (column === undefined) {
      if (this.word === NO_WORD) this.word = this.#read('');
      return true;
    }
    const start = span.starts[column];
    const end = span.ends[column];
    const known = this.#dictionary.find(buffer, start, end);
    if (known >= 0) {
      this.word = this.#words[known];
      return true;
    }
    if (!fieldIsValidUtf8(buffer, span, column)) return false;
    this.word = this.#read(trimCell(fieldText(buffer, span, column)));
    if (this.#words.length < MAX_WORDS) {
      this.#dictionary.insert(buffer, start, end, this.#words.push(this.word) - 1);
    }
    return true;
  }
}

const NO_WORD: ProfileWord = { id: 0, unknown: null };

/** Letters and digits of ASCII, hyphens and underscores, a digit among them: no heading, no word for totals. */
const isPlainCode = (buffer: Uint8Array, span: RecordSpan, column: number): boolean => {
  if ((span.flags[column] & NON_ASCII) !== 0) return false;
  let digits = 0;
  for (let at = span.starts[column]; at < span.ends[column]; at++) {
    const byte = buffer[at];
    if (isDigit(byte)) digits++;
    else if (!isLetter(byte) && byte !== HYPHEN && byte !== UNDERSCORE) return false;
  }
  return digits > 0;
};

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= ZERO + 9;

const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

/** An age in digits; −1 for any other text. */
const ageOf = (buffer: Uint8Array, start: number, end: number): number => {
  if (end === start || end - start > MAX_AGE_DIGITS) return -1;
  let age = 0;
  for (let at = start; at < end; at++) {
    if (!isDigit(buffer[at])) return -1;
    age = age * 10 + buffer[at] - ZERO;
  }
  return age <= MAX_AGE ? age : -1;
};
