/**
 * Copies of the dictionaries of ../byte-dictionary.ts, for looking up: TypeScript adds to them and
 * lays them out again (../kernel-memory.ts). An address of a dictionary is that of its header.
 */
import { CR, DELETE, LF, QUOTE, SPACE } from './bytes';

const NONE: i32 = -1;

/** The header, in bytes: addresses of the arrays, and what else finding needs. */
const SLOTS: usize = 0;
const MASK: usize = 4;
const STARTS: usize = 8;
const ENDS: usize = 12;
const VALUES: usize = 16;
const ARENA: usize = 20;
const THOROUGH: usize = 24;
/** Two tables, for bare and for quoted cells: the word found last for a hash of first bytes. */
const GUESSES: usize = 28;

/** A guess: value, length (−1: none), and the word itself; longer words are looked up each time. */
const GUESS_SHIFT: usize = 6;
const GUESS_COUNT: usize = 256;
const LENGTH: usize = 4;
const WORD: usize = 16;
const MAX_GUESS: usize = 48;

/** As many bytes set as a guess may have, and as many clear: read from the right place, it masks a word. */
const MASKS = memory.data<u64>([-1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0]);

const ONES: u64 = 0x0101010101010101;
const HIGH_BITS: u64 = 0x8080808080808080;
const PRIME: u32 = 0x01000193;

/** Where the cell ended whose word was found last. */
export let wordEnd: usize = 0;

/** The value of the bytes [start, end), or −1. */
export function find(dictionary: usize, start: usize, end: usize): i32 {
  const entry = findEntry(dictionary, start, end);
  return entry == NONE ? NONE : valueOf(dictionary, entry);
}

/**
 * The value of the word at `start`, inside its quotes if it is quoted; −1 when it is not known. Few
 * words make nearly all cells, so the cell's first bytes point to the word that began with them last
 * time; comparing it also finds the end. Quoted words may hold a delimiter and are kept apart.
 */
export function findWord(dictionary: usize, start: usize, quoted: bool, delimiter: u8): i32 {
  const slot = slotOf(start, <u64>(quoted ? QUOTE : delimiter)) + (quoted ? GUESS_COUNT : 0);
  const guess = load<usize>(dictionary, GUESSES) + (slot << GUESS_SHIFT);
  const length = load<i32>(guess, LENGTH);
  if (length != NONE && isAt(start, guess + WORD, length)) {
    const end = start + length;
    if (endsCell(load<u8>(end), quoted, delimiter)) {
      wordEnd = end;
      return load<i32>(guess);
    }
  }
  return findSlowly(dictionary, start, quoted, delimiter, guess);
}

/** A hash of at most the first 15 bytes, of those before the cell's end. */
function slotOf(start: usize, ending: u64): usize {
  const first = load<u64>(start);
  const ends = endsIn(first, ending);
  const second = load<u64>(start, 8);
  const rest = select<u64>(second & before(endsIn(second, ending)), 0, ends == 0);
  const hash = ((first & before(ends)) * 0x9e3779b97f4a7c15) ^ (rest * 0xc2b2ae3d27d4eb4f);
  return <usize>(hash >> 56);
}

/** The lowest bit set is the high bit of the first byte that ends a cell; 0: none does. */
function endsIn(bytes: u64, ending: u64): u64 {
  return (
    zerosIn(bytes ^ (ONES * ending)) | zerosIn(bytes ^ (ONES * LF)) | zerosIn(bytes ^ (ONES * CR))
  );
}

function zerosIn(bytes: u64): u64 {
  return (bytes - ONES) & ~bytes & HIGH_BITS;
}

/** All bits of the bytes before the one whose high bit is set; without one, of the first seven. */
function before(ends: u64): u64 {
  return (ends ^ (ends - 1)) >> 8;
}

/** Whether the `length` bytes of a guess stand at `start`: without a branch, for lengths come in no order. */
function isAt(start: usize, word: usize, length: usize): bool {
  const masks = MASKS + MAX_GUESS - length;
  const first = v128.xor(v128.load(start), v128.load(word));
  const second = v128.xor(v128.load(start, 16), v128.load(word, 16));
  const third = v128.xor(v128.load(start, 32), v128.load(word, 32));
  const differs = v128.or(
    v128.or(v128.and(first, v128.load(masks)), v128.and(second, v128.load(masks, 16))),
    v128.and(third, v128.load(masks, 32)),
  );
  return !v128.any_true(differs);
}

function findSlowly(
  dictionary: usize,
  start: usize,
  quoted: bool,
  delimiter: u8,
  guess: usize,
): i32 {
  let end = start;
  while (true) {
    const byte = load<u8>(end);
    if (endsCell(byte, quoted, delimiter)) break;
    // Whatever else is odd about the cell, its bytes are not in the dictionary.
    if (byte < SPACE || byte == QUOTE || byte == DELETE) return NONE;
    end++;
  }
  const entry = findEntry(dictionary, start, end);
  if (entry == NONE) return NONE;
  const value = valueOf(dictionary, entry);
  if (end - start <= MAX_GUESS) {
    store<i32>(guess, value);
    store<i32>(guess, <i32>(end - start), LENGTH);
    memory.copy(guess + WORD, start, end - start);
  }
  wordEnd = end;
  return value;
}

function endsCell(byte: u8, quoted: bool, delimiter: u8): bool {
  return quoted ? byte == QUOTE : byte == delimiter || byte == LF || byte == CR;
}

function valueOf(dictionary: usize, entry: i32): i32 {
  return load<i32>(load<usize>(dictionary, VALUES) + ((<usize>entry) << 2));
}

function findEntry(dictionary: usize, start: usize, end: usize): i32 {
  const slots = load<usize>(dictionary, SLOTS);
  const mask = load<u32>(dictionary, MASK);
  let slot = hash(start, end, load<u32>(dictionary, THOROUGH) != 0) & mask;
  while (true) {
    const entry = load<i32>(slots + ((<usize>slot) << 2));
    if (entry == NONE || equals(dictionary, entry, start, end)) return entry;
    slot = (slot + 1) & mask;
  }
}

function equals(dictionary: usize, entry: i32, start: usize, end: usize): bool {
  const at = (<usize>entry) << 2;
  const from = load<usize>(load<usize>(dictionary, STARTS) + at);
  const length = end - start;
  if (load<usize>(load<usize>(dictionary, ENDS) + at) - from != length) return false;
  const word = load<usize>(dictionary, ARENA) + from;
  for (let i: usize = 0; i < length; i++) {
    if (load<u8>(start + i) != load<u8>(word + i)) return false;
  }
  return true;
}

/** The hash of ../byte-dictionary.ts, to the letter. */
function hash(start: usize, end: usize, thorough: bool): u32 {
  const length = <u32>(end - start);
  let h: u32 = length * 0x9e3779b1;
  if (thorough || length <= 8) {
    for (let at = start; at < end; at++) h = (h ^ load<u8>(at)) * PRIME;
    return h ^ (h >> 15);
  }
  // The middle of offsets in another buffer: what counts is the distance from the start.
  const middle = start + (length >> 1);
  h = (h ^ load<u8>(start, 1)) * PRIME;
  h = (h ^ load<u8>(start, 3)) * PRIME;
  h = (h ^ load<u8>(middle)) * PRIME;
  h = (h ^ load<u8>(middle, 1)) * PRIME;
  h = (h ^ load<u8>(end - 5)) * PRIME;
  h = (h ^ load<u8>(end - 3)) * PRIME;
  h = (h ^ load<u8>(end - 2)) * PRIME;
  h = (h ^ load<u8>(end - 1)) * PRIME;
  return h ^ (h >> 15);
}
