/**
 * Natural order of client codes: runs of ASCII digits compare as numbers of any length, everything
 * else by code units; codes equal so far (`7`, `007`) by code units as a whole. A total order.
 */
export const compareNatural = (a: string, b: string): number => {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(j);
    if (isDigit(x) && isDigit(y)) {
      const iEnd = digitsEnd(a, i);
      const jEnd = digitsEnd(b, j);
      const byNumber = compareDigits(a, i, iEnd, b, j, jEnd);
      if (byNumber !== 0) return byNumber;
      i = iEnd;
      j = jEnd;
    } else {
      if (x !== y) return x - y;
      i++;
      j++;
    }
  }
  const byRest = a.length - i - (b.length - j);
  if (byRest !== 0) return byRest;
  return a < b ? -1 : a > b ? 1 : 0;
};

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

const digitsEnd = (text: string, from: number): number => {
  let end = from;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  return end;
};

/** Compares the numbers written at [i, iEnd) and [j, jEnd): the longer is larger, then digit by digit. */
const compareDigits = (
  a: string,
  i: number,
  iEnd: number,
  b: string,
  j: number,
  jEnd: number,
): number => {
  while (i < iEnd && a.charCodeAt(i) === 0x30) i++;
  while (j < jEnd && b.charCodeAt(j) === 0x30) j++;
  if (iEnd - i !== jEnd - j) return iEnd - i - (jEnd - j);
  for (; i < iEnd; i++, j++) {
    const difference = a.charCodeAt(i) - b.charCodeAt(j);
    if (difference !== 0) return difference;
  }
  return 0;
};

/**
 * The positions of `codes` in natural order. Codes that come in order, as exports mostly have them,
 * are only looked at; those that are all integers of at most 30 digits sort in linear time.
 */
export const naturalOrder = (codes: readonly string[]): Uint32Array => {
  const order = new Uint32Array(codes.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  if (areInOrder(codes)) return order;
  const low = new Float64Array(codes.length);
  const high = new Float64Array(codes.length);
  if (!readIntegers(codes, low, high)) {
    return order.sort((x, y) => compareNatural(codes[x], codes[y]) || x - y);
  }
  return sortTies(sortByNumber(sortByNumber(order, low), high), codes, low, high);
};

const areInOrder = (codes: readonly string[]): boolean => {
  for (let i = 1; i < codes.length; i++) {
    if (compareNatural(codes[i - 1], codes[i]) > 0) return false;
  }
  return true;
};

/** Digits that a double holds exactly. */
const HALF = 15;

/** Splits codes into their last 15 digits and those before; false when one is no such integer. */
const readIntegers = (codes: readonly string[], low: Float64Array, high: Float64Array): boolean => {
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i];
    const { length } = code;
    if (length === 0 || length > 2 * HALF || digitsEnd(code, 0) !== length) return false;
    low[i] = Number(length > HALF ? code.slice(-HALF) : code);
    high[i] = length > HALF ? Number(code.slice(0, -HALF)) : 0;
  }
  return true;
};

const RADIX_BITS = 16;
const RADIX = 1 << RADIX_BITS;
const DIGIT = RADIX - 1;

/** Radix sort, 16 bits at a time from the lowest; each pass keeps the order of the one before. */
const sortByNumber = (order: Uint32Array, numbers: Float64Array): Uint32Array => {
  let largest = 0;
  for (let i = 0; i < numbers.length; i++) if (numbers[i] > largest) largest = numbers[i];
  let from = order;
  let to: Uint32Array = new Uint32Array(order.length);
  for (let unit = 1; unit <= largest; unit *= RADIX) {
    distribute(from, to, numbers, unit);
    [from, to] = [to, from];
  }
  return from;
};

const distribute = (
  from: Uint32Array,
  to: Uint32Array,
  numbers: Float64Array,
  unit: number,
): void => {
  const next = new Uint32Array(RADIX + 1);
  // A quotient below 2^53 keeps its low bits exactly.
  for (let i = 0; i < numbers.length; i++) next[((numbers[i] / unit) & DIGIT) + 1]++;
  for (let digit = 1; digit <= RADIX; digit++) next[digit] += next[digit - 1];
  for (let at = 0; at < from.length; at++) {
    const i = from[at];
    to[next[(numbers[i] / unit) & DIGIT]++] = i;
  }
};

/** Puts codes of the same number (`7`, `007`) in order of code units. */
const sortTies = (
  order: Uint32Array,
  codes: readonly string[],
  low: Float64Array,
  high: Float64Array,
): Uint32Array => {
  const same = (x: number, y: number): boolean => low[x] === low[y] && high[x] === high[y];
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && same(order[end], order[start])) end++;
    if (end - start > 1) {
      order.subarray(start, end).sort((x, y) => compareNatural(codes[x], codes[y]) || x - y);
    }
    start = end;
  }
  return order;
};
