import { ByteDictionary, type ByteDictionaryDump } from '../kernel/byte-dictionary.ts';
import type { ClientIndex } from '../kernel/units.ts';

const UNKNOWN = -1;
const MAX_DIRECT = 1 << 24;
const DIRECT_SLACK = 64;
const ALWAYS_DIRECT = 1 << 16;
const MAX_DIGITS = 8;
const ZERO = 0x30;

/** What a code is kept as: itself when it is a number of the direct table, else ~its entry in the dictionary. */
export type CodeKey = number;

/**
 * Client codes → client indices, from bytes. Codes that are plain integers (no leading zero) in a
 * dense enough range go through a direct table, all others through a dictionary.
 */
export class CodeIndex {
  #direct = new Int32Array(0);
  #others = new ByteDictionary();

  /** The client of the bytes [start, end), or −1. Never guesses: the whole code is compared. */
  find(buffer: Uint8Array, start: number, end: number): ClientIndex {
    const number = plainInteger(buffer, start, end);
    if (number >= 0 && number < this.#direct.length) return this.#direct[number];
    return this.#others.find(buffer, start, end);
  }

  /** Adds a code that is not there yet; clients are numbered in order. */
  add(buffer: Uint8Array, start: number, end: number, client: ClientIndex): CodeKey {
    const number = plainInteger(buffer, start, end);
    if (number >= 0 && this.#reaches(number, client)) {
      this.#direct[number] = client;
      return number;
    }
    this.#others.insert(buffer, start, end, client);
    return ~(this.#others.size - 1);
  }

  texts(keys: Int32Array): string[] {
    const others = this.#others.texts();
    return Array.from(keys, (key) => (key < 0 ? others[~key] : String(key)));
  }

  /** What crosses a worker boundary; a copy of it finds the same clients. */
  dump(): CodeIndexDump {
    let used = this.#direct.length;
    while (used > 0 && this.#direct[used - 1] === UNKNOWN) used--;
    return { direct: this.#direct.slice(0, used), others: this.#others.dump() };
  }

  static from({ direct, others }: CodeIndexDump): CodeIndex {
    const index = new CodeIndex();
    index.#direct = direct;
    index.#others = ByteDictionary.from(others);
    return index;
  }

  /** Whether the direct table has a place for `number`, now if the clients are dense enough for it. */
  #reaches(number: number, clients: number): boolean {
    if (number < this.#direct.length) return true;
    if (number >= Math.min(MAX_DIRECT, clients * DIRECT_SLACK + ALWAYS_DIRECT)) return false;
    const direct = new Int32Array(Math.max(number + 1, this.#direct.length * 2)).fill(UNKNOWN);
    direct.set(this.#direct);
    // What was too far off when it came is found here from now on.
    this.#others.forEach((codes, start, end, client) => {
      const other = plainInteger(codes, start, end);
      if (other >= 0 && other < direct.length) direct[other] = client;
    });
    this.#direct = direct;
    return true;
  }
}

/** The index as plain data, as every worker gets it. */
export interface CodeIndexDump {
  readonly direct: Int32Array<ArrayBuffer>;
  readonly others: ByteDictionaryDump;
}

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
