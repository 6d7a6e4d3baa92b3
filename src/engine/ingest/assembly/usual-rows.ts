/**
 * The lane for the overwhelmingly usual row: canonical number and date, known words, the right
 * number of cells. It proves that a row is usual before it writes it down, never guesses, and stops
 * in front of the first row it cannot prove. Everything lies in the module's one memory, at
 * addresses that ../fast-lane.ts chooses; every cell, and the last byte of a word, may be read
 * 16 bytes too far.
 */
import {
  COLON,
  CR,
  digitAt,
  digitRun,
  HASH,
  LETTER_T,
  LF,
  numberOf,
  QUOTE,
  SPACE,
  textEnd,
  twoDigits,
  ZERO,
} from './bytes';
import { find, findWord, wordEnd } from './dictionary';

/** Roles of columns, as in ../column-roles.ts; those behind them are words. */
const IGNORED: u8 = 0;
const CODE: u8 = 1;
const AMOUNT: u8 = 2;
const DATE: u8 = 3;

/** Where the fields of a row lie, as in ../fast-lane.ts. A word lies at four times its role. */
const ROW_BYTES: usize = 64;
const CLIENT: usize = 0;
const DAY: usize = 4;
const STAMP: usize = 8;
const HAS_DECIMALS: usize = 12;
const START: usize = 40;
const VALUE: usize = 48;

/** A column's last short word: its bytes and the one behind them, what of them counts, id, length. */
const LAST_SHIFT: usize = 5;
const MASK: usize = 8;
const WORD: usize = 16;
const LENGTH: usize = 20;

const DAYS: i32 = 32;
const MAX_WHOLE_DIGITS: usize = 13;
const MAX_CODE_DIGITS: usize = 8;
/** Bytes of an amount; more are none of this lane's business. */
const MAX_AMOUNT: usize = 40;

/** Days in the months of a year without a leap day: enough to prove a date usual. */
const DAYS_IN = memory.data<u8>([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);

let delimiter: u8 = 0;
let decimal: u8 = 0;
let lastColumn: usize = 0;
let roles: usize = 0;
let dictionaries: usize = 0;
let lastWords: usize = 0;
let firstMonth: i32 = 0;
let lastMonth: i32 = 0;
let rows: usize = 0;
let capacity: i32 = 0;
let blank: usize = 0;
let directClients: usize = 0;
let directSize: u32 = 0;
let otherClients: usize = 0;

/** Where the row starts that was not taken. */
export let position: usize = 0;

/** How the rows of a file are to be read; `decimalByte` 0: no amount has decimals. */
export function setPlan(
  delimiterByte: i32,
  decimalByte: i32,
  columnCount: i32,
  rolesAt: usize,
  dictionariesAt: usize,
  lastWordsAt: usize,
): void {
  delimiter = <u8>delimiterByte;
  decimal = <u8>decimalByte;
  lastColumn = columnCount - 1;
  roles = rolesAt;
  dictionaries = dictionariesAt;
  lastWords = lastWordsAt;
  for (let column: usize = 0; column <= lastColumn; column++) {
    // Eight zeros are no word: what follows a cell is no zero.
    store<u64>(lastWords + (column << LAST_SHIFT), 0);
    store<u64>(lastWords + (column << LAST_SHIFT), -1, MASK);
    store<u64>(lastWords + (column << LAST_SHIFT), 0, WORD);
  }
}

export function setMonths(first: i32, last: i32): void {
  firstMonth = first;
  lastMonth = last;
}

/** Codes that are plain integers below `size` have their client in the table, all others in the dictionary. */
export function setClients(table: usize, size: u32, dictionary: usize): void {
  directClients = table;
  directSize = size;
  otherClients = dictionary;
}

/** Where rows go, and what a row says of the columns it does not have. */
export function setRows(at: usize, rowCapacity: i32, blankAt: usize): void {
  rows = at;
  capacity = rowCapacity;
  blank = blankAt;
}

/**
 * Takes rows that start in [start, stop) as long as they are usual and there is room; a line end
 * follows every byte before `stop`. Returns how many.
 */
export function take(start: usize, stop: usize): i32 {
  let next = start;
  let row = rows;
  let count = 0;
  for (; next < stop && count < capacity; count++) {
    const end = takeRow(next, row);
    if (end == 0) break;
    store<usize>(row, next, START);
    next = end;
    row += ROW_BYTES;
  }
  position = next;
  return count;
}

/** Writes one row down; returns where the next one starts, 0 when this one is not usual. */
function takeRow(start: usize, row: usize): usize {
  let p = start;
  if (load<u8>(p) == HASH) return 0;
  v128.store(row, v128.load(blank));
  v128.store(row, v128.load(blank, 16), 16);
  v128.store(row, v128.load(blank, 32), 32);
  for (let column: usize = 0; column <= lastColumn; column++) {
    const quoted = load<u8>(p) == QUOTE;
    if (quoted) p++;
    const role = load<u8>(roles + column);
    if (role > DATE) {
      p = takeWord(p, row + ((<usize>role) << 2), column, quoted);
    } else if (role == IGNORED) p = textEnd(p, quoted, delimiter);
    else if (role == AMOUNT) p = takeAmount(p, row);
    else if (role == DATE) p = takeDate(p, row);
    else p = takeClient(p, row, quoted);
    if (p == 0) return 0;
    if (quoted && load<u8>(p++) != QUOTE) return 0;
    const byte = load<u8>(p++);
    if (column == lastColumn ? byte != LF && byte != CR : byte != delimiter) return 0;
  }
  return load<u8>(p - 1) == CR && load<u8>(p) == LF ? p + 1 : p;
}

/**
 * A currency is the same in nearly all rows: a short word is compared with the column's last one, the
 * byte behind it included, before it is looked for.
 */
function takeWord(p: usize, field: usize, column: usize, quoted: bool): usize {
  const last = lastWords + (column << LAST_SHIFT);
  if (((load<u64>(p) ^ load<u64>(last)) & load<u64>(last, MASK)) == 0) {
    store<i32>(field, load<i32>(last, WORD));
    return p + load<usize>(last, LENGTH);
  }
  const word = findWord(load<usize>(dictionaries + (column << 2)), p, quoted, delimiter);
  if (word < 0) return 0;
  store<i32>(field, word);
  const length = wordEnd - p;
  if (length < 8) {
    const mask = (<u64>-1) >> ((7 - length) << 3);
    store<u64>(last, load<u64>(p) & mask);
    store<u64>(last, mask, MASK);
    store<i32>(last, word, WORD);
    store<usize>(last, length, LENGTH);
  }
  return wordEnd;
}

function takeClient(p: usize, row: usize, quoted: bool): usize {
  const run = digitRun(p);
  let end = p + run;
  let client: i32;
  if (run != 0 && load<u8>(p) != ZERO && load<u8>(end) == (quoted ? QUOTE : delimiter)) {
    const number = <u32>numberOf(p, run);
    client =
      number < directSize
        ? load<i32>(directClients + ((<usize>number) << 2))
        : find(otherClients, p, end);
  } else {
    end = textEnd(p, quoted, delimiter);
    if (end == 0) return 0;
    client = findCode(p, end);
  }
  if (client < 0) return 0;
  store<i32>(row, client, CLIENT);
  return end;
}

/** A code that is no plain integer, or one at the end of a row. */
function findCode(start: usize, end: usize): i32 {
  const length = end - start;
  const isInteger = length > 0 && length <= MAX_CODE_DIGITS && digitRun(start) >= length;
  if (isInteger && (load<u8>(start) != ZERO || length == 1)) {
    const number = <u32>numberOf(start, length);
    if (number < directSize) return load<i32>(directClients + ((<usize>number) << 2));
  }
  return find(otherClients, start, end);
}

/** Hundredths, rounded half up; signs, grouping and currencies are not usual. */
function takeAmount(start: usize, row: usize): usize {
  let whole = digitRun(start);
  if (whole == 0) return 0;
  let p = start + whole;
  let value = numberOf(start, whole);
  if (whole == 8) {
    for (let digit = digitAt(p); digit <= 9; digit = digitAt(++p)) {
      if (++whole > MAX_WHOLE_DIGITS) return 0;
      value = value * 10 + digit;
    }
  }
  value *= 100;
  if (load<u8>(p) == decimal && decimal != delimiter && decimal != 0) {
    const point = p;
    let digit = digitAt(++p);
    if (digit > 9) return 0;
    value += digit * 10;
    digit = digitAt(++p);
    if (digit <= 9) {
      value += digit;
      digit = digitAt(++p);
      if (digit <= 9) {
        if (digit >= 5) value++;
        while (digitAt(++p) <= 9);
      }
    }
    if (p - start > MAX_AMOUNT) return 0;
    // `1.289` may be a thousand: the column decides.
    if (p - point == 4 && whole <= 3 && load<u8>(start) != ZERO) return 0;
    store<i32>(row, 1, HAS_DECIMALS);
  }
  store<f64>(row, <f64>value, VALUE);
  return p;
}

/** `YYYY-MM-DD`, and a time behind it; the 29th of February is not usual. */
function takeDate(p: usize, row: usize): usize {
  // Digits become 0…9 and hyphens 0; anything else sets a high bit below.
  const parts = load<u64>(p) ^ 0x2d30302d30303030;
  if ((((parts + 0x7f76767f76767676) | parts) & 0x8080808080808080) != 0) return 0;
  const tens = digitAt(p + 8);
  const ones = digitAt(p + 9);
  if (tens > 3 || ones > 9) return 0;
  const year =
    <i32>(parts & 15) * 1000 +
    <i32>((parts >> 8) & 15) * 100 +
    <i32>((parts >> 16) & 15) * 10 +
    <i32>((parts >> 24) & 15);
  const month = <i32>((parts >> 40) & 15) * 10 + <i32>((parts >> 48) & 15);
  const day = <i32>(tens * 10 + ones);
  if (year < 1990 || year > 2100 || month < 1 || month > 12) return 0;
  if (day < 1 || day > <i32>load<u8>(DAYS_IN + month)) return 0;
  const at = year * 12 + month - 1;
  if (at < firstMonth || at > lastMonth) return 0;
  store<i32>(row, at * DAYS + day, DAY);
  const next = load<u8>(p + 10);
  return next == SPACE || next == LETTER_T ? takeTime(p + 10, row) : p + 10;
}

/** ` HH:MM:SS` or `THH:MM:SS`, as the second of the day + 1: ../time-stamp.ts. */
function takeTime(p: usize, row: usize): usize {
  const hour = twoDigits(p + 1);
  const minute = twoDigits(p + 4);
  const second = twoDigits(p + 7);
  if (hour > 23 || minute > 59 || second > 59) return 0;
  if (load<u8>(p, 3) != COLON || load<u8>(p, 6) != COLON) return 0;
  store<i32>(row, hour * 3600 + minute * 60 + second + 1, STAMP);
  return p + 9;
}
