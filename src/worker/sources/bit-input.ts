import type { HuffmanTable } from './huffman-table.ts';

/** Thrown where bytes are no valid deflate stream. */
export const damaged = (): Error => new Error('not a deflate stream');

/** The packed bytes offered so far, taken bit by bit, lowest bit first, or byte by byte. */
export class BitInput {
  #bytes = new Uint8Array(0);
  #next = 0;
  /** Bits taken from the bytes and not used yet, the next one lowest. */
  #hold = 0;
  #held = 0;
  #isWhole = false;

  /** Adds bytes; they are copied. */
  offer(chunk: Uint8Array): void {
    const bytes = new Uint8Array(this.left + chunk.length);
    bytes.set(this.#bytes.subarray(this.#next));
    bytes.set(chunk, this.left);
    this.#bytes = bytes;
    this.#next = 0;
  }

  /** Nothing more will be offered. */
  end(): void {
    this.#isWhole = true;
  }

  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** Bytes not taken yet. */
  get left(): number {
    return this.#bytes.length - this.#next;
  }

  /** Whether a step that takes so many bytes at most can be made; after the end any can be tried. */
  has(bytes: number): boolean {
    return this.#isWhole || this.left >= bytes;
  }

  bits(count: number): number {
    while (this.#held < count) {
      this.#hold |= this.byte() << this.#held;
      this.#held += 8;
    }
    const value = this.#hold & ((1 << count) - 1);
    this.#hold >>>= count;
    this.#held -= count;
    return value;
  }

  symbol({ bits, entries }: HuffmanTable): number {
    while (this.#held < bits && this.#next < this.#bytes.length) {
      this.#hold |= this.#bytes[this.#next++] << this.#held;
      this.#held += 8;
    }
    const entry = entries[this.#hold & ((1 << bits) - 1)];
    const length = entry & 15;
    if (length === 0 || length > this.#held) throw damaged();
    this.#hold >>>= length;
    this.#held -= length;
    return entry >> 4;
  }

  /** Leaves out bits up to the next whole byte, and gives back whole bytes that were held. */
  align(): void {
    this.#next -= this.#held >> 3;
    this.#hold = 0;
    this.#held = 0;
  }

  /** The next byte; only when no bits are held. */
  byte(): number {
    if (this.left === 0) throw damaged();
    return this.#bytes[this.#next++];
  }

  /** Up to `count` of the next bytes; only when no bits are held. Valid until bytes are offered. */
  take(count: number): Uint8Array {
    const bytes = this.#bytes.subarray(this.#next, this.#next + count);
    this.#next += bytes.length;
    return bytes;
  }

  /** The next byte, without taking it. */
  get first(): number {
    return this.#bytes[this.#next];
  }
}
