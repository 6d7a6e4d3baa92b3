const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
const MASK = DIGITS - 1;
const SHIFTS = [0, DIGIT_BITS, 2 * DIGIT_BITS] as const;
/** Runs of neighbours up to here are put right by insertion. */
const SHORT = 24;
/** Above every number, so that what has no value comes last in either direction. */
const LAST = 0xffffffff;

/**
 * The members of `base` in order of their key, equal keys in the order of `base`, NaN last in either
 * direction. Radix sort over the upper half of the doubles, which settles all but near neighbours;
 * those are then put right among themselves.
 */
export const sortedOrder = (
  base: Uint32Array,
  keys: Float64Array,
  descending = false,
): Uint32Array => {
  const halves = upperHalves(keys, descending);
  let from: Sorting = { members: base.slice(), halves: gather(base, halves) };
  let to: Sorting = {
    members: new Uint32Array(base.length),
    halves: new Uint32Array(base.length),
  };
  for (const shift of SHIFTS) {
    const starts = startsOf(from.halves, shift);
    if (starts === null) continue;
    distribute(from, to, starts, shift);
    [from, to] = [to, from];
  }
  settleNeighbours(from.members, from.halves, keys, descending ? -1 : 1);
  return from.members;
};

/** What a pass moves lies side by side: reading in order is what makes it quick. */
interface Sorting {
  readonly members: Uint32Array;
  readonly halves: Uint32Array;
}

const distribute = (from: Sorting, to: Sorting, starts: Uint32Array, shift: number): void => {
  for (let at = 0; at < from.halves.length; at++) {
    const half = from.halves[at];
    const place = starts[(half >>> shift) & MASK]++;
    to.halves[place] = half;
    to.members[place] = from.members[at];
  }
};

/** Where each digit's members begin; null when all have the same one. */
const startsOf = (sorted: Uint32Array, shift: number): Uint32Array | null => {
  const starts = new Uint32Array(DIGITS);
  for (let at = 0; at < sorted.length; at++) starts[(sorted[at] >>> shift) & MASK]++;
  if (starts.includes(sorted.length)) return null;
  let sum = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = starts[digit];
    starts[digit] = sum;
    sum += count;
  }
  return starts;
};

/** Sign, exponent and 20 bits of the fraction, as unsigned integers of the wanted order. */
const upperHalves = (keys: Float64Array, descending: boolean): Uint32Array => {
  const words = new Uint32Array(keys.buffer, keys.byteOffset, keys.length * 2);
  const halves = new Uint32Array(keys.length);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at];
    if (Number.isNaN(key)) {
      halves[at] = LAST;
      continue;
    }
    // Zero has two spellings and one place.
    const word = key === 0 ? 0 : words[2 * at + 1];
    const rising = word & 0x80000000 ? ~word : word | 0x80000000;
    halves[at] = descending ? ~rising : rising;
  }
  return halves;
};

const gather = (members: Uint32Array, values: Uint32Array): Uint32Array => {
  const gathered = new Uint32Array(members.length);
  for (let at = 0; at < members.length; at++) gathered[at] = values[members[at]];
  return gathered;
};

/** Runs that share an upper half are short, or of equal keys throughout. */
const settleNeighbours = (
  members: Uint32Array,
  sorted: Uint32Array,
  keys: Float64Array,
  sign: 1 | -1,
): void => {
  for (let start = 0; start < members.length;) {
    let end = start + 1;
    let differ = false;
    const first = keys[members[start]];
    for (; end < members.length && sorted[end] === sorted[start]; end++) {
      if (keys[members[end]] !== first) differ = true;
    }
    if (differ && sorted[start] !== LAST) settleRun(members, start, end, keys, sign);
    start = end;
  }
};

/** Equal keys keep the order they came in. */
const settleRun = (
  members: Uint32Array,
  start: number,
  end: number,
  keys: Float64Array,
  sign: 1 | -1,
): void => {
  if (end - start > SHORT) {
    // The sort of typed arrays is stable.
    members.subarray(start, end).sort((a, b) => sign * (keys[a] - keys[b]));
    return;
  }
  // There are a hundred thousand such runs: a view and a call for each would cost more than all the rest.
  for (let at = start + 1; at < end; at++) {
    const member = members[at];
    const key = sign * keys[member];
    let to = at;
    for (; to > start && sign * keys[members[to - 1]] > key; to--) members[to] = members[to - 1];
    members[to] = member;
  }
};

/**
 * The same members in the other direction, without sorting again: equal keys keep their order, and
 * what has no value stays last.
 */
export const turned = (order: Uint32Array, keys: Float64Array): Uint32Array => {
  const result = new Uint32Array(order.length);
  let known = order.length;
  while (known > 0 && Number.isNaN(keys[order[known - 1]])) known--;
  result.set(order.subarray(known), known);
  let to = 0;
  for (let end = known; end > 0;) {
    const key = keys[order[end - 1]];
    let start = end - 1;
    while (start > 0 && keys[order[start - 1]] === key) start--;
    for (let at = start; at < end; at++) result[to++] = order[at];
    end = start;
  }
  return result;
};
