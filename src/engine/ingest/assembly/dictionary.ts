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
/** The word found last for a hash of first bytes. */
const GUESSES: usize = 28;

/** A guess: value, length (−1: none), and the word itself, zeros behind it; longer ones are looked up each time. */
const GUESS_SHIFT: usize = 6;
const LENGTH: usize = 4;
const WORD: usize = 16;
const MAX_GUESS: usize = 48;

/** As many bytes set as a guess may have, and as many clear: read from the right place, they mask a word. */
const MASKS = memory.data<u64>([-1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0]);

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
 * time. The end is looked for first and by itself: the next cell waits for nothing else.
 */
export function findWord(dictionary: usize, start: usize, quoted: bool, delimiter: u8): i32 {
  const first = v128.load(start);
  const second = v128.load(start, 16);
  const third = v128.load(start, 32);
  const ending = i8x16.splat(quoted ? QUOTE : delimiter);
  const ends =
    endsIn(first, ending) | (endsIn(second, ending) << 16) | (endsIn(third, ending) << 32);
  if (ends == 0) return findSlowly(dictionary, start, quoted, delimiter, 0);
  const length = <usize>ctz(ends);
  wordEnd = start + length;
  const masks = MASKS + MAX_GUESS - length;
  const head = v128.and(first, v128.load(masks));
  const guess = load<usize>(dictionary, GUESSES) + (slotOf(head) << GUESS_SHIFT);
  const differs = v128.or(
    v128.or(
      v128.xor(head, v128.load(guess, WORD)),
      v128.xor(v128.and(second, v128.load(masks, 16)), v128.load(guess, WORD + 16)),
    ),
    v128.xor(v128.and(third, v128.load(masks, 32)), v128.load(guess, WORD + 32)),
  );
  const isGuess = !v128.any_true(differs) && load<usize>(guess, LENGTH) == length;
  if (isGuess && endsCell(load<u8>(wordEnd), quoted, delimiter)) return load<i32>(guess);
  return findSlowly(dictionary, start, quoted, delimiter, guess);
}

/** A bit for each byte that ends a cell; line ends, and whatever else no word holds, do. */
function endsIn(bytes: v128, ending: v128): u64 {
  const lineEnds = i8x16.lt_u(bytes, i8x16.splat(SPACE));
  return <u64>(<u32>i8x16.bitmask(v128.or(i8x16.eq(bytes, ending), lineEnds)));
}

/** A hash of the first bytes of a word, zeros behind it. */
function slotOf(head: v128): usize {
  const hash =
    (i64x2.extract_lane(head, 0) * 0x9e3779b97f4a7c15) ^
    (i64x2.extract_lane(head, 1) * 0xc2b2ae3d27d4eb4f);
  return <usize>(hash >>> 56);
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
  if (guess != 0) {
    store<i32>(guess, value);
    store<usize>(guess, end - start, LENGTH);
    memory.fill(guess + WORD, 0, MAX_GUESS);
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
