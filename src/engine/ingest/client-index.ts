import type { ClientIndex } from '../kernel/units.ts';
import { ByteDictionary, type ByteDictionaryDump } from './byte-dictionary.ts';

const UNKNOWN = -1;
const MAX_DIRECT = 1 << 24;
const DIRECT_SLACK = 64;

/**
 * Client codes → client indices, from bytes. Codes that are plain integers (no leading zero) in a
 * dense enough range go through a direct table, all others through a dictionary.
 */
export class ClientIndexTable {
  readonly #direct: Int32Array;
  readonly #others: ByteDictionary;

  constructor({ direct, others }: ClientIndexDump) {
    this.#direct = direct;
    this.#others = ByteDictionary.from(others);
  }

  /** The same for bytes known to be the digits of `number`, without a zero before it. */
  findNumber(number: number, buffer: Uint8Array, start: number, end: number): ClientIndex {
    return number < this.#direct.length
      ? this.#direct[number]
      : this.#others.find(buffer, start, end);
  }

  /** The client of the bytes [start, end), or −1. Never guesses: the whole code is compared. */
  find(buffer: Uint8Array, start: number, end: number): ClientIndex {
    const length = end - start;
    if (length > 0 && length <= 8) {
      let value = 0;
      let at = start;
      for (; at < end; at++) {
        const digit = buffer[at] - 48;
        if (digit < 0 || digit > 9) break;
        value = value * 10 + digit;
      }
      if (at === end && (buffer[start] !== 48 || length === 1) && value < this.#direct.length) {
        return this.#direct[value];
      }
    }
    return this.#others.find(buffer, start, end);
  }
}

/** The table as plain data, as every worker gets it. */
export interface ClientIndexDump {
  readonly direct: Int32Array;
  readonly others: ByteDictionaryDump;
}

/** The table of codes by client index. */
export const indexClients = (codes: readonly string[]): ClientIndexDump => {
  const direct = new Int32Array(directSize(codes)).fill(UNKNOWN);
  const others = new ByteDictionary();
  const encoder = new TextEncoder();
  codes.forEach((code, client) => {
    const number = plainInteger(code);
    if (number !== null && number < direct.length) {
      direct[number] = client;
      return;
    }
    const bytes = encoder.encode(code);
    others.insert(bytes, 0, bytes.length, client);
  });
  return { direct, others: others.dump() };
};

const plainInteger = (code: string): number | null =>
  /^(0|[1-9][0-9]{0,7})$/.test(code) ? Number(code) : null;

const directSize = (codes: readonly string[]): number => {
  let size = 0;
  const limit = Math.min(MAX_DIRECT, codes.length * DIRECT_SLACK + 65_536);
  for (const code of codes) {
    const number = plainInteger(code);
    if (number !== null && number < limit && number >= size) size = number + 1;
  }
  return size;
};
