const SEVEN = 0x80;
/** Signed values up to here are written without big integers. */
const PLAIN = 2 ** 47;

/** Numbers and texts one after the other, small ones in few bytes: seven bits a byte, the lowest first. */
export class ByteWriter {
  #bytes = new Uint8Array(1 << 16);
  #used = 0;

  /** An integer, 0 ≤ value < 2^53. */
  uint(value: number): void {
    this.#reserve(8);
    let rest = value;
    while (rest >= SEVEN) {
      this.#bytes[this.#used++] = (rest % SEVEN) | SEVEN;
      rest = Math.floor(rest / SEVEN);
    }
    this.#bytes[this.#used++] = rest;
  }

  /** An integer of either sign and any size. */
  int(value: number | bigint): void {
    if (typeof value === 'number' && Math.abs(value) < PLAIN) {
      this.uint(value < 0 ? -2 * value - 1 : 2 * value);
      return;
    }
    const whole = BigInt(value);
    let rest = whole < 0n ? -2n * whole - 1n : 2n * whole;
    while (rest >= 128n) {
      this.byte(Number(rest & 127n) | SEVEN);
      rest >>= 7n;
    }
    this.byte(Number(rest));
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#used++] = value;
  }

  /** The bytes [start, end) of a buffer, their number before them. */
  run(buffer: Uint8Array, start: number, end: number): void {
    this.uint(end - start);
    this.#reserve(end - start);
    this.#bytes.set(buffer.subarray(start, end), this.#used);
    this.#used += end - start;
  }

  text(text: string): void {
    const bytes = encoder.encode(text);
    this.run(bytes, 0, bytes.length);
  }

  texts(texts: readonly string[]): void {
    this.uint(texts.length);
    for (const text of texts) this.text(text);
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#used);
  }

  #reserve(more: number): void {
    if (this.#used + more <= this.#bytes.length) return;
    const bytes = new Uint8Array(Math.max(this.#bytes.length * 2, this.#used + more));
    bytes.set(this.#bytes);
    this.#bytes = bytes;
  }
}

const encoder = new TextEncoder();
