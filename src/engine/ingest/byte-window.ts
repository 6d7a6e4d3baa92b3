import type { Bytes } from '../kernel/units.ts';

const INITIAL: Bytes = 1 << 14;

/** Memory that a window lies in. It may move when more is asked for: nobody keeps `bytes`. */
export interface ByteStore {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The position in `bytes` of so many of them that nobody else has. */
  allocate(size: Bytes): number;
}

/** A store for one window: what it had before is worth nothing once it asks for more. */
export class PlainBytes implements ByteStore {
  bytes = new Uint8Array(0);

  allocate(size: Bytes): number {
    const at = this.bytes.length;
    const larger = new Uint8Array(at + size);
    larger.set(this.bytes);
    this.bytes = larger;
    return at;
  }
}

/**
 * The bytes of a stream that are not used up yet, in one growing piece of memory that is used over
 * and over. The offset of its first byte in the stream is kept along.
 */
export class ByteWindow {
  /** Bytes [start, end) of the buffer are waiting. */
  start = 0;
  end = 0;
  /** Offset in the stream of `buffer[start]`. */
  offset = 0;
  readonly #store: ByteStore;
  #from = 0;
  #room: Bytes = 0;

  constructor(store: ByteStore = new PlainBytes()) {
    this.#store = store;
    this.#take(INITIAL);
  }

  get buffer(): Uint8Array<ArrayBuffer> {
    return this.#store.bytes;
  }

  #take(room: Bytes): void {
    this.#from = this.#store.allocate(room);
    this.#room = room;
  }

  append(chunk: Uint8Array): void {
    if (this.end + chunk.length > this.#from + this.#room) this.#makeRoom(chunk.length);
    this.#store.bytes.set(chunk, this.end);
    this.end += chunk.length;
  }

  #makeRoom(bytes: Bytes): void {
    const waiting = this.end - this.start;
    if (waiting + bytes > this.#room) this.#take(Math.max(this.#room * 2, waiting + bytes));
    this.#store.bytes.copyWithin(this.#from, this.start, this.end);
    this.start = this.#from;
    this.end = this.#from + waiting;
  }

  /** Uses up the bytes before `position` of the buffer. */
  consume(position: number): void {
    this.offset += position - this.start;
    this.start = position;
  }

  reset(offset: number): void {
    this.start = this.end = this.#from;
    this.offset = offset;
  }
}
