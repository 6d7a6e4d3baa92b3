const TABLES = Array.from({ length: 8 }, () => new Int32Array(256));

for (let byte = 0; byte < 256; byte++) {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  TABLES[0][byte] = crc;
}
for (let byte = 0; byte < 256; byte++) {
  for (let i = 1; i < 8; i++) {
    const crc = TABLES[i - 1][byte];
    TABLES[i][byte] = (crc >>> 8) ^ TABLES[0][crc & 0xff];
  }
}

/** CRC-32 of ZIP and gzip, eight bytes a step; pass the last result to go on. */
export const crc32 = (bytes: Uint8Array, before = 0): number => {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = TABLES;
  let crc = ~before;
  let p = 0;
  for (const end = bytes.length - 7; p < end; p += 8) {
    const low =
      crc ^ (bytes[p] | (bytes[p + 1] << 8) | (bytes[p + 2] << 16) | (bytes[p + 3] << 24));
    crc =
      t7[low & 0xff] ^
      t6[(low >>> 8) & 0xff] ^
      t5[(low >>> 16) & 0xff] ^
      t4[low >>> 24] ^
      t3[bytes[p + 4]] ^
      t2[bytes[p + 5]] ^
      t1[bytes[p + 6]] ^
      t0[bytes[p + 7]];
  }
  for (; p < bytes.length; p++) crc = t0[(crc ^ bytes[p]) & 0xff] ^ (crc >>> 8);
  return ~crc >>> 0;
};
