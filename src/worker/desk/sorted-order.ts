const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
const MASK = DIGITS - 1;
const SHIFTS = [0, DIGIT_BITS, 2 * DIGIT_BITS] as const;
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
  // What a pass moves lies side by side: reading in order is what makes it quick.
  let members: Uint32Array = base.slice();
  let sorted: Uint32Array = gather(base, halves);
  let spareMembers: Uint32Array = new Uint32Array(base.length);
  let spareSorted: Uint32Array = new Uint32Array(base.length);
  for (const shift of SHIFTS) {
    const starts = startsOf(sorted, shift);
    if (starts === null) continue;
    for (let at = 0; at < sorted.length; at++) {
      const half = sorted[at];
      const to = starts[(half >>> shift) & MASK]++;
      spareSorted[to] = half;
      spareMembers[to] = members[at];
    }
    [members, spareMembers] = [spareMembers, members];
    [sorted, spareSorted] = [spareSorted, sorted];
  }
  settleNeighbours(members, sorted, keys, descending ? -1 : 1);
  return members;
};

/** Where each digit's members begin; null when all have the same one. */
const startsOf = (sorted: Uint32Array, shift: number): Uint32Array | null => {
  const starts = new Uint32Array(DIGITS);
  for (const half of sorted) starts[(half >>> shift) & MASK]++;
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
    if (differ && sorted[start] !== LAST) {
      // The sort of typed arrays is stable: equal keys keep the order they came in.
      members.subarray(start, end).sort((a, b) => sign * (keys[a] - keys[b]));
    }
    start = end;
  }
};
