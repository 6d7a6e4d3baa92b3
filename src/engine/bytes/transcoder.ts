import type { Bytes } from '../kernel/units.ts';
import type { EncodingName } from './encoding.ts';
import { WINDOWS_1251 } from './windows-1251.ts';

/**
 * Turns a stream of chunks into UTF-8 without a BOM, whatever the chunk borders. What `push` and
 * `end` return is valid until the next call; UTF-8 itself is passed through, bad bytes and all, as
 * views of the chunks.
 */
export interface Transcoder {
  push(chunk: Uint8Array): Uint8Array;
  /** The rest: half a character at the end of the input becomes U+FFFD, as in TextDecoder. */
  end(): Uint8Array;
}

/** `fromStart`: the stream begins where the file does, so a BOM may stand there. */
export const createTranscoder = (encoding: EncodingName, fromStart = true): Transcoder => {
  switch (encoding) {
    case 'utf-8':
      return fromStart ? new BomStripper() : { push: (chunk) => chunk, end: () => NOTHING };
    case 'windows-1251':
      return new TableTranscoder(WINDOWS_1251);
    case 'utf-16le':
      return new Utf16Transcoder(0, fromStart);
    case 'utf-16be':
      return new Utf16Transcoder(1, fromStart);
  }
};

const NOTHING = new Uint8Array(0);
const REPLACEMENT = 0xfffd;
const BOM: readonly number[] = [0xef, 0xbb, 0xbf];

class BomStripper implements Transcoder {
  /** Bytes of a BOM seen so far; 3 once the stream is past where one could be. */
  #matched = 0;

  push(chunk: Uint8Array): Uint8Array {
    if (this.#matched === BOM.length) return chunk;
    for (let i = 0; i < chunk.length; i++) {
      if (chunk[i] !== BOM[this.#matched]) {
        const held = BOM.slice(0, this.#matched - i);
        this.#matched = BOM.length;
        return held.length === 0 ? chunk : Uint8Array.from([...held, ...chunk]);
      }
      if (++this.#matched === BOM.length) return chunk.subarray(i + 1);
    }
    return NOTHING;
  }

  end(): Uint8Array {
    const held = this.#matched === BOM.length ? [] : BOM.slice(0, this.#matched);
    this.#matched = BOM.length;
    return Uint8Array.from(held);
  }
}

/** Any 8-bit encoding of the Basic Multilingual Plane. */
class TableTranscoder implements Transcoder {
  readonly #table: Uint16Array;
  #out = NOTHING;

  constructor(table: Uint16Array) {
    this.#table = table;
  }

  push(chunk: Uint8Array): Uint8Array {
    if (this.#out.length < chunk.length * 3) this.#out = new Uint8Array(chunk.length * 3);
    const out = this.#out;
    const table = this.#table;
    let at = 0;
    for (let p = 0; p < chunk.length; p++) {
      const byte = chunk[p];
      if (byte < 0x80) {
        out[at++] = byte;
        continue;
      }
      const code = table[byte];
      if (code < 0x800) {
        out[at++] = 0xc0 | (code >> 6);
      } else {
        out[at++] = 0xe0 | (code >> 12);
        out[at++] = 0x80 | ((code >> 6) & 0x3f);
      }
      out[at++] = 0x80 | (code & 0x3f);
    }
    return out.subarray(0, at);
  }

  end(): Uint8Array {
    return NOTHING;
  }
}

class Utf16Transcoder implements Transcoder {
  /** 0 when the low byte comes first, 1 when the high one does. */
  readonly #order: 0 | 1;
  #out = NOTHING;
  /** First byte of a unit cut by a chunk border; -1 for none. */
  #half = -1;
  /** A high surrogate that waits for its low one; 0 for none. */
  #surrogate = 0;
  #atStart: boolean;

  constructor(order: 0 | 1, fromStart: boolean) {
    this.#order = order;
    this.#atStart = fromStart;
  }

  push(chunk: Uint8Array): Uint8Array {
    // 3 bytes a unit, one unit more for the half, 3 bytes for a surrogate left alone.
    const room: Bytes = (chunk.length >> 1) * 3 + 6;
    if (this.#out.length < room) this.#out = new Uint8Array(room);
    const out = this.#out;
    const lowFirst = this.#order === 0;
    let at = 0;
    let p = 0;
    if (this.#half >= 0 && chunk.length > 0) {
      at = this.#unit(lowFirst ? this.#half | (chunk[0] << 8) : (this.#half << 8) | chunk[0], at);
      this.#half = -1;
      p = 1;
    }
    const shiftFirst = lowFirst ? 0 : 8;
    const shiftSecond = 8 - shiftFirst;
    for (; p + 1 < chunk.length; p += 2) {
      const unit = (chunk[p] << shiftFirst) | (chunk[p + 1] << shiftSecond);
      if (unit < 0x80 && this.#surrogate === 0 && !this.#atStart) out[at++] = unit;
      else at = this.#unit(unit, at);
    }
    if (p < chunk.length) this.#half = chunk[p];
    return out.subarray(0, at);
  }

  #unit(unit: number, from: Bytes): Bytes {
    const isBom = this.#atStart && unit === 0xfeff;
    this.#atStart = false;
    if (isBom) return from;
    let at = from;
    if (this.#surrogate !== 0) {
      const high = this.#surrogate;
      this.#surrogate = 0;
      if (unit >= 0xdc00 && unit < 0xe000) {
        return this.#four(0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00), at);
      }
      at = this.#upToThree(REPLACEMENT, at);
    }
    if (unit >= 0xd800 && unit < 0xdc00) {
      this.#surrogate = unit;
      return at;
    }
    return this.#upToThree(unit >= 0xdc00 && unit < 0xe000 ? REPLACEMENT : unit, at);
  }

  #upToThree(code: number, from: Bytes): Bytes {
    const out = this.#out;
    let at = from;
    if (code < 0x80) {
      out[at++] = code;
      return at;
    }
    if (code < 0x800) {
      out[at++] = 0xc0 | (code >> 6);
    } else {
      out[at++] = 0xe0 | (code >> 12);
      out[at++] = 0x80 | ((code >> 6) & 0x3f);
    }
    out[at++] = 0x80 | (code & 0x3f);
    return at;
  }

  #four(code: number, at: Bytes): Bytes {
    const out = this.#out;
    out[at] = 0xf0 | (code >> 18);
    out[at + 1] = 0x80 | ((code >> 12) & 0x3f);
    out[at + 2] = 0x80 | ((code >> 6) & 0x3f);
    out[at + 3] = 0x80 | (code & 0x3f);
    return at + 4;
  }

  end(): Uint8Array {
    const isCut = this.#half >= 0 || this.#surrogate !== 0;
    this.#half = -1;
    this.#surrogate = 0;
    this.#atStart = false;
    return isCut ? Uint8Array.of(0xef, 0xbf, 0xbd) : NOTHING;
  }
}
