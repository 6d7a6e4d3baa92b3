const DIGIT_BITS = 16;
const DIGITS = 1 << DIGIT_BITS;
const PASSES = 64 / DIGIT_BITS;

/**
 * The members of `base` in ascending order of their key, equal keys in the order of `base`. Radix
 * sort over the bits of the doubles: the same time for any data. NaN comes last.
 */
export const sortedOrder = (base: Uint32Array, keys: Float64Array): Uint32Array => {
  const bits = sortableBits(keys);
  let from: Uint32Array = base;
  let to: Uint32Array = new Uint32Array(base.length);
  let spare: Uint32Array = new Uint32Array(base.length);
  const starts = new Uint32Array(DIGITS);
  for (let pass = 0; pass < PASSES; pass++) {
    starts.fill(0);
    for (const member of from) starts[bits[member * PASSES + pass]]++;
    if (starts.includes(base.length)) continue;
    let sum = 0;
    for (let digit = 0; digit < DIGITS; digit++) {
      const count = starts[digit];
      starts[digit] = sum;
      sum += count;
    }
    for (const member of from) to[starts[bits[member * PASSES + pass]]++] = member;
    [from, to, spare] = [to, from === base ? spare : from, to];
  }
  return from;
};

/** Doubles as unsigned integers of the same order: 16-bit digits, lowest first. */
const sortableBits = (keys: Float64Array): Uint16Array => {
  const copy = keys.slice();
  const bits = new Uint16Array(copy.buffer);
  for (let i = 0; i < keys.length; i++) {
    const at = i * PASSES;
    if (Number.isNaN(keys[i])) {
      bits.fill(0xffff, at, at + PASSES);
    } else if (bits[at + PASSES - 1] & 0x8000) {
      for (let digit = 0; digit < PASSES; digit++) bits[at + digit] ^= 0xffff;
    } else {
      bits[at + PASSES - 1] |= 0x8000;
    }
  }
  return bits;
};
