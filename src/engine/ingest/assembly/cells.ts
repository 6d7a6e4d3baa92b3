/** The cells of a usual row: each taker proves one, writes it down, and says where it ended; 0: not usual. */
import {
  CR,
  digitAt,
  digitRun,
  LETTER_T,
  LF,
  numberOf,
  QUOTE,
  SPACE,
  textEnd,
  ZERO,
} from './bytes';
import { find, findWord, wordEnd } from './dictionary';
import { CLIENT, DAY, HAS_DECIMALS, RAW, STAMP, VALUE } from './row';

/** A column's last short cell: its bytes and the one behind them, what of them counts, meaning, length. */
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

export let delimiter: u8 = 0;
let decimal: u8 = 0;
let dictionaries: usize = 0;
let lastCells: usize = 0;
let firstMonth: i32 = 0;
let lastMonth: i32 = 0;
let directClients: usize = 0;
let directSize: u32 = 0;
let otherClients: usize = 0;

/** How the cells of a file are written; `decimalByte` 0: no amount has decimals. */
export function setDialect(delimiterByte: i32, decimalByte: i32): void {
  delimiter = <u8>delimiterByte;
  decimal = <u8>decimalByte;
}

/** By column: the dictionary of its words, and room for its last cell, which is forgotten. */
export function setColumns(columns: usize, dictionariesAt: usize, lastCellsAt: usize): void {
  dictionaries = dictionariesAt;
  lastCells = lastCellsAt;
  for (let column: usize = 0; column < columns; column++) {
    // Eight zeros are no cell: what follows one is no zero.
    store<u64>(lastCells + (column << LAST_SHIFT), 0);
    store<u64>(lastCells + (column << LAST_SHIFT), -1, MASK);
    store<u64>(lastCells + (column << LAST_SHIFT), 0, WORD);
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

/**
 * A currency is the same in nearly all rows, and rows of one client mostly stand together: a short
 * cell is compared with the column's last one, the byte behind it included, before it is looked at.
 */
function isLast(p: usize, last: usize): bool {
  return ((load<u64>(p) ^ load<u64>(last)) & load<u64>(last, MASK)) == 0;
}

function remember(p: usize, length: usize, last: usize, meaning: i32): void {
  if (length >= 8) return;
  const mask = (<u64>-1) >> ((7 - length) << 3);
  store<u64>(last, load<u64>(p) & mask);
  store<u64>(last, mask, MASK);
  store<i32>(last, meaning, WORD);
  store<usize>(last, length, LENGTH);
}

export function takeWord(p: usize, field: usize, column: usize, quoted: bool): usize {
  const last = lastCells + (column << LAST_SHIFT);
  if (isLast(p, last)) {
    store<i32>(field, load<i32>(last, WORD));
    return p + load<usize>(last, LENGTH);
  }
  const word = findWord(load<usize>(dictionaries + (column << 2)), p, quoted, delimiter);
  if (word < 0) return 0;
  store<i32>(field, word);
  remember(p, wordEnd - p, last, word);
  return wordEnd;
}

export function takeClient(p: usize, row: usize, column: usize, quoted: bool): usize {
  const last = lastCells + (column << LAST_SHIFT);
  if (isLast(p, last)) {
    store<i32>(row, load<i32>(last, WORD), CLIENT);
    return p + load<usize>(last, LENGTH);
  }
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
  remember(p, end - p, last, client);
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
export function takeAmount(start: usize, row: usize): usize {
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
  store<i32>(row, 0, HAS_DECIMALS);
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
  store<u64>(row, value, RAW);
  return p;
}

/** `YYYY-MM-DD`, and a time behind it; the 29th of February is not usual. */
export function takeDate(p: usize, row: usize): usize {
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
  store<i32>(row, 0, STAMP);
  const next = load<u8>(p + 10);
  return next == SPACE || next == LETTER_T ? takeTime(p + 11, row) : p + 10;
}

/** `HH:MM:SS`, as the second of the day + 1: ../time-stamp.ts. */
function takeTime(p: usize, row: usize): usize {
  // Digits become 0…9 and colons 0; what is above 29:59:59 anywhere sets a high bit.
  const parts = load<u64>(p) ^ 0x30303a30303a3030;
  if ((((parts + 0x767a7f767a7f767d) | parts) & 0x8080808080808080) != 0) return 0;
  const pairs = parts * 10 + (parts >> 8);
  const hour = <i32>(pairs & 0xff);
  if (hour > 23) return 0;
  const minute = <i32>((pairs >> 24) & 0xff);
  const second = <i32>((pairs >> 48) & 0xff);
  store<i32>(row, hour * 3600 + minute * 60 + second + 1, STAMP);
  return p + 8;
}
