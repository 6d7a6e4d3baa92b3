const SEVEN = 0x80;
/** Bytes of a number that is surely below 2^49. */
const PLAIN_BYTES = 7;
/** No sum of a person's rows has as many bits as these bytes. */
const MAX_BYTES = 16;

/**
 * Reads what ByteWriter wrote, or what somebody says it did. The first thing that is wrong is noted,
 * and everything read after it is 0 or empty, so that loops over what was promised end.
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #flaw: string | null = null;
  /** Where the last `run` lies. */
  start = 0;
  end = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** What is wrong; null while nothing is. */
  flaw(): string | null {
    return this.#flaw;
  }

  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** Names what is wrong; only the first flaw counts. */
  fail(what: string): void {
    this.#flaw ??= what;
    this.#at = this.#bytes.length;
  }

  /** An integer, 0 ≤ value ≤ most. */
  uint(what: string, most: number): number {
    const value = this.#number();
    if (value <= most) return value;
    this.fail(what);
    return 0;
  }

  /** A number of things that take at least a byte each: no more than bytes are left. */
  count(what: string, most: number): number {
    return this.uint(what, Math.min(most, this.#bytes.length - this.#at));
  }

  /** An integer of either sign; a big one only where it is beyond 2^48. */
  int(what: string): number | bigint {
    const start = this.#at;
    const value = this.#number();
    if (this.#at - start <= PLAIN_BYTES) return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    this.#at = start;
    return this.#bigint(what);
  }

  #bigint(what: string): bigint {
    let value = 0n;
    for (let bytes = 0n; bytes < MAX_BYTES; bytes++) {
      const byte = this.#byte();
      value |= BigInt(byte & 0x7f) << (7n * bytes);
      if (byte < SEVEN) return (value & 1n) === 0n ? value >> 1n : -((value + 1n) >> 1n);
    }
    this.fail(what);
    return 0n;
  }

  /** Beyond 2^53 it is not exact, and refused by whoever asked for less. */
  #number(): number {
    let value = 0;
    for (let scale = 1, bytes = 0; bytes < MAX_BYTES; bytes++, scale *= SEVEN) {
      const byte = this.#byte();
      value += (byte & 0x7f) * scale;
      if (byte < SEVEN) return value;
    }
    return Infinity;
  }

  #byte(): number {
    if (this.#at >= this.#bytes.length) {
      this.fail('end');
      return 0;
    }
    return this.#bytes[this.#at++];
  }

  /** Bytes with their number before them, UTF-8: `start` and `end` say where. */
  run(what: string): void {
    const length = this.count(what, Infinity);
    this.start = this.#at;
    this.end = this.#at += length;
  }

  text(what: string): string {
    this.run(what);
    try {
      return decoder.decode(this.#bytes.subarray(this.start, this.end));
    } catch {
      this.fail(what);
      return '';
    }
  }

  /** At most so many texts, no two of them equal. */
  texts(what: string, most: number): string[] {
    const texts = Array.from({ length: this.count(what, most) }, () => this.text(what));
    if (new Set(texts).size !== texts.length) this.fail(what);
    return this.#flaw === null ? texts : [];
  }

  finish(): void {
    if (this.#at !== this.#bytes.length) this.fail('end');
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
