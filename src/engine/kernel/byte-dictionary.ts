const NONE = -1;
/** What a dictionary without words has: most never get any. Nothing is ever written to these. */
const NO_SLOTS = Int32Array.of(NONE);
const NO_ENTRIES = new Int32Array(0);
const NO_BYTES = new Uint8Array(0);
/** A chain of collisions as long as this says that the quick hash does not tell these words apart. */
const MAX_PROBES = 32;

/**
 * Byte strings → small integers, so that a word of a row becomes an id without becoming a string.
 * Open addressing. The hash looks at a few bytes, because a full comparison follows anyway; where
 * that proves too few, as for long codes that differ in the middle, it looks at all of them.
 */
export class ByteDictionary {
  #slots = NO_SLOTS;
  #starts = NO_ENTRIES;
  #ends = NO_ENTRIES;
  #values = NO_ENTRIES;
  #arena = NO_BYTES;
  #used = 0;
  #size = 0;
  #thorough = false;

  get size(): number {
    return this.#size;
  }

  /** The value of bytes [start, end) of `buffer`, or −1. */
  find(buffer: Uint8Array, start: number, end: number): number {
    const mask = this.#slots.length - 1;
    let slot = this.#hash(buffer, start, end) & mask;
    for (;;) {
      const entry = this.#slots[slot];
      if (entry === NONE) return NONE;
      if (this.#equals(entry, buffer, start, end)) return this.#values[entry];
      slot = (slot + 1) & mask;
    }
  }

  /** Where the bytes of an entry end that stand at `start` of `buffer`; `start` when others do. */
  endAt(entry: number, buffer: Uint8Array, start: number): number {
    const arena = this.#arena;
    const end = this.#ends[entry];
    let at = start;
    for (let from = this.#starts[entry]; from < end; from++, at++) {
      if (buffer[at] !== arena[from]) return start;
    }
    return at;
  }

  /**
   * Every entry's text, UTF-8, in order of insertion. Decoded in one go: a call of the decoder for
   * each costs more than reading them did.
   */
  texts(): string[] {
    const bytes = this.#arena.subarray(0, this.#used);
    const text = decoder.decode(bytes);
    if (text.length === bytes.length) {
      // As many characters as bytes: positions are the same.
      return Array.from({ length: this.#size }, (_, entry) =>
        text.slice(this.#starts[entry], this.#ends[entry]),
      );
    }
    return Array.from({ length: this.#size }, (_, entry) =>
      decoder.decode(bytes.subarray(this.#starts[entry], this.#ends[entry])),
    );
  }

  /** Visits every entry in order of insertion: its bytes are [start, end) of `arena`. */
  forEach(visit: (arena: Uint8Array, start: number, end: number, value: number) => void): void {
    for (let entry = 0; entry < this.#size; entry++) {
      visit(this.#arena, this.#starts[entry], this.#ends[entry], this.#values[entry]);
    }
  }

  #equals(entry: number, buffer: Uint8Array, start: number, end: number): boolean {
    const from = this.#starts[entry];
    if (this.#ends[entry] - from !== end - start) return false;
    const arena = this.#arena;
    for (let i = start, j = from; i < end; i++, j++) {
      if (buffer[i] !== arena[j]) return false;
    }
    return true;
  }

  /** Adds bytes that are not there yet. */
  insert(buffer: Uint8Array, start: number, end: number, value: number): void {
    if (this.#size * 2 >= this.#slots.length - 1)
      this.#rehash(Math.max(64, this.#slots.length * 2));
    this.#reserve(end - start);
    const entry = this.#size++;
    this.#starts[entry] = this.#used;
    for (let at = start; at < end; at++) this.#arena[this.#used++] = buffer[at];
    this.#ends[entry] = this.#used;
    this.#values[entry] = value;
    if (this.#place(entry) > MAX_PROBES && !this.#thorough) {
      this.#thorough = true;
      this.#rehash(this.#slots.length);
    }
  }

  /** What crosses a worker boundary; a copy of it is a dictionary of its own. */
  dump(): ByteDictionaryDump {
    return {
      slots: this.#slots,
      starts: this.#starts,
      ends: this.#ends,
      values: this.#values,
      arena: this.#arena,
      used: this.#used,
      size: this.#size,
      thorough: this.#thorough,
    };
  }

  static from(dump: ByteDictionaryDump): ByteDictionary {
    const dictionary = new ByteDictionary();
    dictionary.#slots = dump.slots;
    dictionary.#starts = dump.starts;
    dictionary.#ends = dump.ends;
    dictionary.#values = dump.values;
    dictionary.#arena = dump.arena;
    dictionary.#used = dump.used;
    dictionary.#size = dump.size;
    dictionary.#thorough = dump.thorough;
    return dictionary;
  }

  /** Returns how many slots were taken by others. */
  #place(entry: number): number {
    const mask = this.#slots.length - 1;
    let slot = this.#hash(this.#arena, this.#starts[entry], this.#ends[entry]) & mask;
    let probes = 0;
    for (; this.#slots[slot] !== NONE; probes++) slot = (slot + 1) & mask;
    this.#slots[slot] = entry;
    return probes;
  }

  #hash(buffer: Uint8Array, start: number, end: number): number {
    return this.#thorough ? thoroughHash(buffer, start, end) : quickHash(buffer, start, end);
  }

  #reserve(bytes: number): void {
    if (this.#used + bytes > this.#arena.length) {
      const arena = new Uint8Array(Math.max(512, this.#arena.length * 2, this.#used + bytes));
      arena.set(this.#arena);
      this.#arena = arena;
    }
    if (this.#size === this.#values.length) {
      this.#starts = doubled(this.#starts);
      this.#ends = doubled(this.#ends);
      this.#values = doubled(this.#values);
    }
  }

  #rehash(slots: number): void {
    this.#slots = new Int32Array(slots).fill(NONE);
    for (let entry = 0; entry < this.#size; entry++) this.#place(entry);
  }
}

export interface ByteDictionaryDump {
  readonly slots: Int32Array<ArrayBuffer>;
  readonly starts: Int32Array<ArrayBuffer>;
  readonly ends: Int32Array<ArrayBuffer>;
  readonly values: Int32Array<ArrayBuffer>;
  readonly arena: Uint8Array<ArrayBuffer>;
  readonly used: number;
  readonly size: number;
  readonly thorough: boolean;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const doubled = (array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(Math.max(32, array.length * 2));
  larger.set(array);
  return larger;
};

const PRIME = 0x01000193;

const quickHash = (buffer: Uint8Array, start: number, end: number): number => {
  const length = end - start;
  if (length <= 8) return thoroughHash(buffer, start, end);
  const middle = (start + end) >> 1;
  let h = Math.imul(length, 0x9e3779b1);
  h = Math.imul(h ^ buffer[start + 1], PRIME);
  h = Math.imul(h ^ buffer[start + 3], PRIME);
  h = Math.imul(h ^ buffer[middle], PRIME);
  h = Math.imul(h ^ buffer[middle + 1], PRIME);
  h = Math.imul(h ^ buffer[end - 5], PRIME);
  h = Math.imul(h ^ buffer[end - 3], PRIME);
  h = Math.imul(h ^ buffer[end - 2], PRIME);
  h = Math.imul(h ^ buffer[end - 1], PRIME);
  return h ^ (h >>> 15);
};

const thoroughHash = (buffer: Uint8Array, start: number, end: number): number => {
  let h = Math.imul(end - start, 0x9e3779b1);
  for (let i = start; i < end; i++) h = Math.imul(h ^ buffer[i], PRIME);
  return h ^ (h >>> 15);
};
