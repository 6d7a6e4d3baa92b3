export type WideEncoding = 'utf-16le' | 'utf-16be' | 'UTF-32';

/**
 * Tells UTF-16 and UTF-32 without a BOM by where their zero bytes stand. Text in Latin or Cyrillic
 * has a high byte of 00, 04 or 20 (dashes, currency signs) in nearly every unit; no 8-bit text has.
 */
export const widePattern = (head: Uint8Array): WideEncoding | null => {
  if (!head.includes(0)) return null;
  if (isUtf32(head)) return 'UTF-32';
  const pairs = head.length >> 1;
  const zeros = [0, 0];
  const fits = [0, 0];
  for (let p = 0; p < pairs * 2; p++) {
    const parity = p & 1;
    if (head[p] === 0) zeros[parity]++;
    if (isHighByte(head[p])) fits[parity]++;
  }
  for (const high of [0, 1]) {
    const low = 1 - high;
    const enough = fits[high] >= pairs * 0.95 && zeros[high] >= pairs * 0.05;
    if (enough && zeros[low] * 10 < zeros[high]) return high === 1 ? 'utf-16le' : 'utf-16be';
  }
  return null;
};

const isHighByte = (byte: number): boolean => byte === 0x00 || byte === 0x04 || byte === 0x20;

const isUtf32 = (head: Uint8Array): boolean => {
  const quads = head.length >> 2;
  if (quads === 0) return false;
  let little = 0;
  let big = 0;
  for (let p = 0; p < quads * 4; p += 4) {
    const [a, b, c, d] = head.subarray(p, p + 4);
    if (a !== 0 && isHighByte(b) && c === 0 && d === 0) little++;
    if (a === 0 && b === 0 && isHighByte(c) && d !== 0) big++;
  }
  return Math.max(little, big) >= quads * 0.95;
};
