import type { ClientTable } from '../features/client-table.ts';
import type { ClientIndex } from '../kernel/units.ts';
import { ByteDictionary, type ByteDictionaryDump } from '../kernel/byte-dictionary.ts';

const UNKNOWN = -1;
const MAX_DIRECT = 1 << 24;
const DIRECT_SLACK = 64;
const MAX_DIGITS = 8;
const ZERO = 0x30;

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

  /** The client of the bytes [start, end), or −1. Never guesses: the whole code is compared. */
  find(buffer: Uint8Array, start: number, end: number): ClientIndex {
    const number = plainInteger(buffer, start, end);
    if (number >= 0 && number < this.#direct.length) return this.#direct[number];
    return this.#others.find(buffer, start, end);
  }
}

/** The table as plain data, as every worker gets it. */
export interface ClientIndexDump {
  readonly direct: Int32Array;
  readonly others: ByteDictionaryDump;
}

/** The table of the codes of all clients. */
export const indexClients = (clients: ClientTable): ClientIndexDump => {
  const direct = new Int32Array(directSize(clients)).fill(UNKNOWN);
  const others = new ByteDictionary();
  clients.forEachCode((codes, start, end, client) => {
    const number = plainInteger(codes, start, end);
    if (number >= 0 && number < direct.length) direct[number] = client;
    else others.insert(codes, start, end, client);
  });
  return { direct, others: others.dump() };
};

/** The number a code is when it is at most eight digits without a zero before them, else −1. */
const plainInteger = (codes: Uint8Array, start: number, end: number): number => {
  if (end === start || end - start > MAX_DIGITS) return UNKNOWN;
  if (codes[start] === ZERO && end - start > 1) return UNKNOWN;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = codes[at] - ZERO;
    if (digit < 0 || digit > 9) return UNKNOWN;
    value = value * 10 + digit;
  }
  return value;
};

const directSize = (clients: ClientTable): number => {
  let size = 0;
  const limit = Math.min(MAX_DIRECT, clients.size * DIRECT_SLACK + 65_536);
  clients.forEachCode((codes, start, end) => {
    const number = plainInteger(codes, start, end);
    if (number < limit && number >= size) size = number + 1;
  });
  return size;
};
