/**
 * Where usual rows are added up: exact sums by client, month and column, and counts by client and
 * column, as ../../features/month-pages.ts keeps them. ../kernel-table.ts lays a table out, gives
 * pages, and takes over what has come together. What does not fit a cell is left to it, row by row.
 */
import { CLIENT, CURRENCY, DAY, PRODUCT, RAW } from './row';

/** What became of a row: it waits for what is wanted, it is added up, or ../written-rows.ts is to add it. */
export const WAITS: i32 = 0;
export const ADDED: i32 = 1;
export const LEFT: i32 = 2;

/** What is wanted before a row can be added, as in ../kernel-sums.ts. */
const NOTHING: i32 = 0;
const PAGE: i32 = 1;
const ROOM: i32 = 2;

/** A table's header: where its pages are, by place of the month; then its rows of sums and of counts. */
const SUMS: usize = 4;
const COUNTS: usize = 24;
/** Of either: the index of counts, row by client; where rows are, how many, at most, bytes of one. */
const ROWS: usize = 4;
const USED: usize = 8;
const CAPACITY: usize = 12;
const WIDTH: usize = 16;

/** No address: rows of this month are left. */
const NO_PAGE: usize = 1;
const MONTH_SHIFT: i32 = 5;
const PLANE_SHIFT: i32 = 5;
const TRAITS: i32 = 64;
const HOME: i32 = 0;

let table: usize = 0;
let monthBefore: i32 = 0;
let traits: usize = 0;
let traitPlaneBytes: usize = 0;

export let wanted: i32 = NOTHING;
/** The place of the month whose page is wanted. */
export let wantedPlace: i32 = 0;
/** Σ of the rows added since `startBooks`, in hundredths: exact for as many as lie in a memory. */
export let homeSum: f64 = 0;

/** Where the header of the table is that rows are added to. */
export function setTable(header: usize): void {
  table = header;
}

/** `beforeFirst`: the month whose place in the pages is that of rows without a date. */
export function setMonthBefore(beforeFirst: i32): void {
  monthBefore = beforeFirst;
}

/** Two planes of bits, one word a client each. */
export function setTraits(at: usize, clients: usize): void {
  traits = at;
  traitPlaneBytes = clients << 2;
}

export function startBooks(): void {
  homeSum = 0;
  wanted = NOTHING;
}

/** Adds a row up of which the column and 1 + the trait of its type are known. */
export function addUp(row: usize, column: usize, typeTrait: i32): i32 {
  const product = load<i32>(row, PRODUCT);
  if (load<i32>(row, CURRENCY) != HOME || typeTrait > TRAITS || product > TRAITS) return LEFT;
  const place = placeOf(load<i32>(row, DAY));
  const page = load<usize>(load<usize>(table) + (place << 2));
  if (page <= NO_PAGE) return page == NO_PAGE ? LEFT : want(PAGE, <i32>place);
  const client = (<usize>load<i32>(row, CLIENT)) << 2;
  const sums = rowAt(table + SUMS, page + client);
  const counts = rowAt(table + COUNTS, load<usize>(table, COUNTS) + client);
  if (sums == 0 || counts == 0) return want(ROOM, 0);
  const sumAt = sums + (column << 2);
  const countAt = counts + (column << 1);
  const amount = load<i64>(row, RAW);
  const sum = <i64>load<i32>(sumAt) + amount;
  const count = load<u16>(countAt);
  if (sum != <i64>(<i32>sum) || count == u16.MAX_VALUE) return LEFT;
  store<i32>(sumAt, <i32>sum);
  store<u16>(countAt, count + 1);
  if (typeTrait != 0) addTrait(client, typeTrait - 1);
  if (product != 0) addTrait(client, product - 1);
  homeSum += <f64>amount;
  return ADDED;
}

/** The row that `entry` of an index names, made now if it names none; 0: there is no room. */
function rowAt(rows: usize, entry: usize): usize {
  const named = load<usize>(entry);
  return named != 0 ? named : newRow(rows, entry);
}

function newRow(rows: usize, entry: usize): usize {
  const used = load<usize>(rows, USED);
  if (used == load<usize>(rows, CAPACITY)) return 0;
  const row = load<usize>(rows, ROWS) + used * load<usize>(rows, WIDTH);
  store<usize>(rows, used + 1, USED);
  store<usize>(entry, row);
  return row;
}

function want(what: i32, place: i32): i32 {
  wanted = what;
  wantedPlace = place;
  return WAITS;
}

/** The place of a day's month; rows without a date, whose day is below 0, come first. */
export function placeOf(day: i32): usize {
  return day < 0 ? 0 : <usize>((day >> MONTH_SHIFT) - monthBefore);
}

function addTrait(client: usize, trait: i32): void {
  const at = traits + <usize>(trait >> PLANE_SHIFT) * traitPlaneBytes + client;
  store<u32>(at, load<u32>(at) | (1 << trait));
}
