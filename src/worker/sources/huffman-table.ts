/** A canonical Huffman code of deflate, laid open for decoding by look-up. */
export interface HuffmanTable {
  /** Longest code in bits. */
  readonly bits: number;
  /** The next `bits` bits → symbol × 16 + the code's length; 0 where no code fits. */
  readonly entries: Uint16Array;
}

const MAX_BITS = 15;

/** Null when the lengths make no prefix code. */
export const huffmanTable = (lengths: Uint8Array): HuffmanTable | null => {
  const counts = new Uint16Array(MAX_BITS + 1);
  for (const length of lengths) counts[length]++;
  counts[0] = 0;

  let bits = MAX_BITS;
  while (bits > 1 && counts[bits] === 0) bits--;
  const nextCode = new Uint16Array(MAX_BITS + 2);
  for (let length = 1; length <= MAX_BITS; length++) {
    const code = nextCode[length] + counts[length];
    if (code > 1 << length) return null;
    nextCode[length + 1] = code << 1;
  }

  const entries = new Uint16Array(1 << bits);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol];
    if (length === 0) continue;
    // Codes are sent from their highest bit, everything else from its lowest.
    const first = reversed(nextCode[length]++, length);
    for (let i = first; i < entries.length; i += 1 << length) entries[i] = (symbol << 4) | length;
  }
  return { bits, entries };
};

const reversed = (code: number, length: number): number => {
  let result = 0;
  for (let i = 0; i < length; i++) result |= ((code >> i) & 1) << (length - 1 - i);
  return result;
};
