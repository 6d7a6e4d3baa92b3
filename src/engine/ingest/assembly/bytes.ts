/** Bytes that mean something, and short runs of them read at once. */

export const LF: u8 = 0x0a;
export const CR: u8 = 0x0d;
export const SPACE: u8 = 0x20;
export const QUOTE: u8 = 0x22;
export const HASH: u8 = 0x23;
export const ZERO: u8 = 0x30;
export const LETTER_T: u8 = 0x54;
export const DELETE: u8 = 0x7f;

const HIGH_BITS: u64 = 0x8080808080808080;

/** How many of the eight bytes at `p` are digits before the first that is none. */
export function digitRun(p: usize): usize {
  const digits = load<u64>(p) ^ 0x3030303030303030;
  // A byte above 9 sets its high bit; what it carries on goes to bytes behind it only.
  const others = ((digits + 0x7676767676767676) | digits) & HIGH_BITS;
  return <usize>(ctz(others) >> 3);
}

/** The number of the first 1 to 8 digits at `p`. */
export function numberOf(p: usize, length: usize): u64 {
  // Shifted, so that the missing digits are zeros before the others.
  const digits = (load<u64>(p) ^ 0x3030303030303030) << ((8 - length) << 3);
  const pairs = digits * 10 + (digits >> 8);
  return (
    ((pairs & 0x000000ff000000ff) * 0x000f424000000064 +
      ((pairs >> 16) & 0x000000ff000000ff) * 0x0000271000000001) >>
    32
  );
}

/** The value of the digit at `p`; above 9 for any other byte. */
export function digitAt(p: usize): u32 {
  return <u32>load<u8>(p) - 0x30;
}

/** Where a cell of any text ends whose bytes are well-formed and unremarkable, or 0. */
export function textEnd(start: usize, quoted: bool, delimiter: u8): usize {
  let p = start;
  while (true) {
    const byte = load<u8>(p);
    if (byte == delimiter && !quoted) return p;
    if (byte <= QUOTE) {
      if (byte == QUOTE && quoted) return p;
      if ((byte == LF || byte == CR) && !quoted) return p;
      if (byte < SPACE || byte == QUOTE) return 0;
      p++;
    } else if (byte < DELETE) p++;
    else if (byte >= 0xc2 && byte < 0xe0 && isContinuation(p + 1)) p += 2;
    else {
      const length = longSequence(p, byte);
      if (length == 0) return 0;
      p += length;
    }
  }
}

function isContinuation(p: usize): bool {
  return (load<u8>(p) & 0xc0) == 0x80;
}

/** Length of the well-formed UTF-8 sequence of three or four bytes at `p`, or 0. */
function longSequence(p: usize, lead: u8): usize {
  const second = load<u8>(p + 1);
  if (lead < 0xe0 || lead > 0xf4 || !isContinuation(p + 1) || !isContinuation(p + 2)) return 0;
  if (lead == 0xe0) return second >= 0xa0 ? 3 : 0;
  if (lead == 0xed) return second < 0xa0 ? 3 : 0;
  if (lead < 0xf0) return 3;
  if (!isContinuation(p + 3)) return 0;
  if (lead == 0xf0) return second >= 0x90 ? 4 : 0;
  if (lead == 0xf4) return second < 0x90 ? 4 : 0;
  return 4;
}
