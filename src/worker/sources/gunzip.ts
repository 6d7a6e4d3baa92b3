import { Inflate } from 'pako';
import type { Bytes } from '../../engine/kernel/units.ts';

/** So little at a time that what it unpacks to fits into memory, whatever it is. */
const PIECE: Bytes = 16 * 1024;
const CHUNK: Bytes = 64 * 1024;
/** The gzip format and no other, with the largest window. */
const GZIP = 31;

/**
 * Unpacks gzip with several members and with zero padding: a browser's own DecompressionStream
 * takes everything after the first member for damage, and `cat a.gz b.gz` is a usual way to join
 * exports. Slower, so only for what the host's unpacker has refused.
 */
export async function* gunzip(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let member = new Member();
  for await (const chunk of packed) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      let rest = chunk.subarray(at, at + PIECE);
      while (rest.length > 0) {
        if (member.isOver) {
          rest = rest.subarray(zerosBefore(rest));
          if (rest.length === 0) break;
          member = new Member();
        }
        rest = member.push(rest);
        yield* member.take();
      }
    }
  }
  if (!member.isOver) throw damaged();
}

/** Tapes and some archivers fill the last block up with zeros. */
const zerosBefore = (bytes: Uint8Array): number => {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? bytes.length : first;
};

/** One gzip file; those that follow in the same bytes are unpacked with it. */
class Member {
  readonly #inflate = new Inflate({ windowBits: GZIP, chunkSize: CHUNK });
  #left = (): number => 0;
  #unpacked: Uint8Array[] = [];

  constructor() {
    this.#inflate.onStart = (stream) => {
      this.#left = () => stream.avail_in;
    };
    this.#inflate.onData = (chunk) => this.#unpacked.push(chunk);
  }

  get isOver(): boolean {
    return this.#inflate.ended;
  }

  /** Returns the bytes behind its end. */
  push(bytes: Uint8Array): Uint8Array {
    if (!this.#inflate.push(bytes)) throw damaged();
    return bytes.subarray(bytes.length - this.#left());
  }

  /** What was unpacked and not taken yet. */
  take(): readonly Uint8Array[] {
    const unpacked = this.#unpacked;
    this.#unpacked = [];
    return unpacked;
  }
}

const damaged = (): Error => new Error('not a deflate stream');
