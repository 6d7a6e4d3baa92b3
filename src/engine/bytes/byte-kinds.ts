/** Kinds of bytes to a CSV reader, ordered so that one comparison tells "go on" from "look closer". */
export const BLANK = 1;
export const DELIMITER = 2;
export const QUOTE = 3;
export const LINE_FEED = 4;
export const CARRIAGE_RETURN = 5;
export const CONTROL_BYTE = 6;

const tables: (Uint8Array | undefined)[] = [];

/** Byte → kind (0 for an ordinary byte) when `delimiter` separates the fields. */
export const byteKinds = (delimiter: number): Uint8Array =>
  (tables[delimiter] ??= makeTable(delimiter));

const makeTable = (delimiter: number): Uint8Array => {
  const kinds = new Uint8Array(256);
  kinds.fill(CONTROL_BYTE, 0, 0x20);
  kinds[0x7f] = CONTROL_BYTE;
  kinds[0x09] = BLANK;
  kinds[0x20] = BLANK;
  kinds[0x22] = QUOTE;
  kinds[0x0a] = LINE_FEED;
  kinds[0x0d] = CARRIAGE_RETURN;
  kinds[delimiter] = DELIMITER;
  return kinds;
};
