/**
 * The lane for the overwhelmingly usual row: canonical number and date, known words, the right
 * number of cells. It proves that a row is usual before it adds it up, never guesses, and stops in
 * front of the first row it cannot prove. Everything lies in the module's one memory, at addresses
 * that ../fast-lane.ts and ../kernel-sums.ts choose; from its first byte on, every cell may be read
 * 48 bytes far.
 */
import {
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
  ZERO,
} from './bytes';
import { find, findWord, wordEnd } from './dictionary';
import {
  CATEGORY,
  CLIENT,
  DAY,
  DIRECTION,
  HAS_DECIMALS,
  IS_ADDED,
  ORDINAL,
  RAW,
  ROW_BYTES,
  STAMP,
  TYPE,
  VALUE,
} from './row';
import { ADDED, addUp, LEFT, placeOf, startBooks, WAITS } from './sums';

export { homeSum, setMonthBefore, setTable, setTraits, wanted, wantedPlace } from './sums';

/** Roles of columns, as in ../column-roles.ts; those behind them are words. */
const IGNORED: u8 = 0;
const CODE: u8 = 1;
const AMOUNT: u8 = 2;
const DATE: u8 = 3;

/** A column's last short word: its bytes and the one behind them, what of them counts, id, length. */
const LAST_SHIFT: usize = 5;
const MASK: usize = 8;
const WORD: usize = 16;
const LENGTH: usize = 20;

/** More directions than these are for the complete lane. */
const DIRECTIONS: i32 = 8;

/** A meaning, as in ../row-meanings.ts: 1 + column, whether rows are left, 1 + trait of the type. */
const COLUMN: i32 = 0xff;
const IS_LEFT: i32 = 0x100;
const TRAIT_SHIFT: i32 = 9;
const NOT_ASKED: i32 = 0;
/** What a row is known by that is not usual, and what such words mean. */
const NO_WORD: i32 = -1;

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
let directClients: usize = 0;
let directSize: u32 = 0;
let otherClients: usize = 0;

let task: i32 = 0;
let transfers: bool = false;
let monthRows: usize = 0;
let meanings: usize = 0;

/** Of the last call: where the row starts that was not taken, rows passed, how many of them had decimals. */
export let position: usize = 0;
export let passed: i32 = 0;
/** Of the last call: the word whose meaning must be told before the next row can be taken; else below 0. */
export let unknownWord: i32 = NO_WORD;
export let decimals: i32 = 0;
/** First and last day met; the last is 0 when no row had a date. */
export let firstDay: i32 = 0;
export let lastDay: i32 = 0;

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

/** Where rows go that are written down; fields that a file has no column for are there already. */
export function setRows(at: usize, rowCapacity: i32): void {
  rows = at;
  capacity = rowCapacity;
}

/** What is done with rows: nothing but proving them usual, adding them up, also keeping all of them. */
const PROVE: i32 = 0;
const KEEP: i32 = 2;

/** What is done with rows, and where they are counted by place of their month. */
export function setTask(whatToDo: i32, monthRowsAt: usize): void {
  task = whatToDo;
  monthRows = monthRowsAt;
}

/** What the words of a file's rows mean; transfers are known by their type and direction. */
export function setMeanings(meaningsAt: usize, isTransfers: bool): void {
  meanings = meaningsAt;
  transfers = isTransfers;
}

/**
 * Takes rows that start in [start, stop) as long as they are usual and nothing is wanted; a line end
 * follows every byte before `stop`. Returns how many were written down for ../fast-lane.ts.
 */
export function take(start: usize, stop: usize): i32 {
  let next = start;
  let row = rows;
  let kept = 0;
  passed = decimals = lastDay = 0;
  firstDay = i32.MAX_VALUE;
  unknownWord = NO_WORD;
  startBooks();
  while (next < stop && kept < capacity) {
    const end = takeRow(next, row);
    if (end == 0) break;
    const meaning = meaningOf(row);
    if (meaning <= 0) break;
    if (task != PROVE) {
      const outcome = addOrLeave(row, meaning);
      if (outcome == WAITS) break;
      enter(row);
      if (outcome != ADDED || task == KEEP) {
        store<i32>(row, passed, ORDINAL);
        store<i32>(row, outcome == ADDED ? 1 : 0, IS_ADDED);
        row += ROW_BYTES;
        kept++;
      }
    }
    passed++;
    next = end;
  }
  position = next;
  return kept;
}

/** Not above 0: the row is not usual, or what it is known by is an `unknownWord`. */
function meaningOf(row: usize): i32 {
  const word = wordOf(row);
  if (word < 0) return NO_WORD;
  const meaning = load<i32>(meanings + ((<usize>word) << 2));
  if (meaning == NOT_ASKED) unknownWord = word;
  return meaning;
}

/** What a row is known by. */
function wordOf(row: usize): i32 {
  if (!transfers) return load<i32>(row, CATEGORY);
  const direction = load<i32>(row, DIRECTION);
  return direction < DIRECTIONS ? load<i32>(row, TYPE) * DIRECTIONS + direction : NO_WORD;
}

function addOrLeave(row: usize, meaning: i32): i32 {
  if ((meaning & IS_LEFT) != 0) return LEFT;
  return addUp(row, <usize>((meaning & COLUMN) - 1), meaning >> TRAIT_SHIFT);
}

/** Enters a row into the books of this call. */
function enter(row: usize): void {
  decimals += load<i32>(row, HAS_DECIMALS);
  const day = load<i32>(row, DAY);
  if (day < 0) return;
  const month = monthRows + (placeOf(day) << 2);
  store<i32>(month, load<i32>(month) + 1);
  if (day < firstDay) firstDay = day;
  if (day > lastDay) lastDay = day;
}

/** Writes one row down; returns where the next one starts, 0 when this one is not usual. */
function takeRow(start: usize, row: usize): usize {
  let p = start;
  if (load<u8>(p) == HASH) return 0;
  for (let column: usize = 0; column <= lastColumn; column++) {
    const quoted = load<u8>(p) == QUOTE;
    if (quoted) p++;
    const role = load<u8>(roles + column);
    if (role > DATE) {
      p = takeWord(p, row + ((<usize>role) << 2), column, quoted);
    } else if (role == IGNORED) p = textEnd(p, quoted, delimiter);
    else if (role == AMOUNT) p = takeAmount(p, row);
    else if (role == DATE) p = takeDate(p, row);
    else p = takeClient(p, row, column, quoted);
    if (p == 0) return 0;
    if (quoted && load<u8>(p++) != QUOTE) return 0;
    const byte = load<u8>(p++);
    if (column == lastColumn ? byte != LF && byte != CR : byte != delimiter) return 0;
  }
  return load<u8>(p - 1) == CR && load<u8>(p) == LF ? p + 1 : p;
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

function takeWord(p: usize, field: usize, column: usize, quoted: bool): usize {
  const last = lastWords + (column << LAST_SHIFT);
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

function takeClient(p: usize, row: usize, column: usize, quoted: bool): usize {
  const last = lastWords + (column << LAST_SHIFT);
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
