/**
 * The lane for the overwhelmingly usual row: canonical number and date, known words, the right
 * number of cells. It proves that a row is usual before it adds it up, never guesses, and stops in
 * front of the first row it cannot prove. Everything lies in the module's one memory, at addresses
 * that ../fast-lane.ts and ../kernel-sums.ts choose; from its first byte on, every cell may be read
 * 48 bytes far.
 */
import { CR, HASH, LF, QUOTE, textEnd } from './bytes';
import { delimiter, setColumns, takeAmount, takeClient, takeDate, takeWord } from './cells';
import { CATEGORY, DAY, DIRECTION, HAS_DECIMALS, IS_ADDED, ORDINAL, ROW_BYTES, TYPE } from './row';
import { ADDED, addUp, LEFT, placeOf, startBooks, WAITS } from './sums';

export { setClients, setDialect, setMonths } from './cells';
export { homeSum, setMonthBefore, setTable, setTraits, wanted, wantedPlace } from './sums';

/** Roles of columns, as in ../column-roles.ts; those behind them are words. */
const IGNORED: u8 = 0;
const CODE: u8 = 1;
const AMOUNT: u8 = 2;
const DATE: u8 = 3;

/** More directions than these are for the complete lane. */
const DIRECTIONS: i32 = 8;

/** A meaning, as in ../row-meanings.ts: 1 + column, whether rows are left, 1 + trait of the type. */
const COLUMN: i32 = 0xff;
const IS_LEFT: i32 = 0x100;
const TRAIT_SHIFT: i32 = 9;
const NOT_ASKED: i32 = 0;
/** What a row is known by that is not usual, and what such words mean. */
const NO_WORD: i32 = -1;

let lastColumn: usize = 0;
let roles: usize = 0;
let rows: usize = 0;
let capacity: i32 = 0;

let task: i32 = 0;
let transfers: bool = false;
let monthRows: usize = 0;
let meanings: usize = 0;

/** Of the last call: where the row starts that was not taken, rows passed, how many of them had decimals. */
export let position: usize = 0;
export let passed: i32 = 0;
export let decimals: i32 = 0;
/** First and last day met; the last is 0 when no row had a date. */
export let firstDay: i32 = 0;
export let lastDay: i32 = 0;
/** The word whose meaning must be told before the next row can be taken; else below 0. */
export let unknownWord: i32 = NO_WORD;

/** The columns of a file: the role of each, the dictionary of its words, and room for its last cell. */
export function setPlan(
  columns: usize,
  rolesAt: usize,
  dictionariesAt: usize,
  lastCellsAt: usize,
): void {
  lastColumn = columns - 1;
  roles = rolesAt;
  setColumns(columns, dictionariesAt, lastCellsAt);
}

/** Where rows go that are written down; fields that a file has no column for are there already. */
export function setRows(at: usize, rowCapacity: i32): void {
  rows = at;
  capacity = rowCapacity;
}

/** Tasks, as in ../fast-lane.ts: nothing but proving rows usual; adding them up and keeping all of them. */
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
 * follows every byte before `stop`. Returns how many were written down for ../written-rows.ts.
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
