const INITIAL = 1 << 14;

/**
 * The bytes of a stream that are not used up yet, in one growing buffer that is used over and
 * over. The offset of its first byte in the stream is kept along.
 */
export class ByteWindow {
  buffer = new Uint8Array(INITIAL);
  /** Bytes [start, end) of the buffer are waiting. */
  start = 0;
  end = 0;
  /** Offset in the stream of `buffer[start]`. */
  offset = 0;

  append(chunk: Uint8Array): void {
    if (this.end + chunk.length > this.buffer.length) this.#makeRoom(chunk.length);
    this.buffer.set(chunk, this.end);
    this.end += chunk.length;
  }

  #makeRoom(bytes: number): void {
    const waiting = this.end - this.start;
    const needed = waiting + bytes;
    if (needed > this.buffer.length) {
      const larger = new Uint8Array(Math.max(this.buffer.length * 2, needed));
      larger.set(this.buffer.subarray(this.start, this.end));
      this.buffer = larger;
    } else {
      this.buffer.copyWithin(0, this.start, this.end);
    }
    this.start = 0;
    this.end = waiting;
  }

  /** Uses up the bytes before `position` of the buffer. */
  consume(position: number): void {
    this.offset += position - this.start;
    this.start = position;
  }

  reset(offset: number): void {
    this.start = 0;
    this.end = 0;
    this.offset = offset;
  }
}
