import { ByteDictionary } from '../kernel/byte-dictionary.ts';

const MAX_REMEMBERED = 1 << 12;

/** Bytes → text for cells that repeat, so that each is decoded once; rare ones are not kept. */
export class ByteTexts {
  readonly #dictionary = new ByteDictionary();
  readonly #texts: string[] = [];

  /** The text of bytes [start, end); `decode` makes it when it is new. */
  textOf(buffer: Uint8Array, start: number, end: number, decode: () => string): string {
    const known = this.#dictionary.find(buffer, start, end);
    if (known >= 0) return this.#texts[known];
    const text = decode();
    if (this.#texts.length < MAX_REMEMBERED) {
      this.#dictionary.insert(buffer, start, end, this.#texts.push(text) - 1);
    }
    return text;
  }
}
