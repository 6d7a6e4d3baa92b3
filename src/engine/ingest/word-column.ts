import type { ByteDictionary } from './byte-dictionary.ts';

const NONE = -1;
const SLOTS = 256;
const QUOTE = 0x22;
const DELETE = 0x7f;

/**
 * One column of words in the fast lane. Few words make nearly all cells, so the first bytes of a
 * cell point to the word that began with them last time, and comparing it also finds the end.
 */
export class WordColumn {
  /** Where the cell ended that was found last. */
  end = 0;
  readonly #dictionary: ByteDictionary;
  readonly #delimiter: number;
  /** First bytes → entry. Words in quotes may hold a delimiter and are kept apart. */
  readonly #bare = new Int32Array(SLOTS).fill(NONE);
  readonly #quoted = new Int32Array(SLOTS).fill(NONE);

  constructor(dictionary: ByteDictionary, delimiter: number) {
    this.#dictionary = dictionary;
    this.#delimiter = delimiter;
  }

  /**
   * The id of the word at `start`, inside its quotes if it is quoted; −1 when it is not known.
   * `view` shows the same bytes as `buffer`.
   */
  find(buffer: Uint8Array, view: DataView, start: number, quoted: boolean): number {
    const guesses = quoted ? this.#quoted : this.#bare;
    const slot =
      (buffer[start + 1] ^
        (buffer[start + 3] << 2) ^
        (buffer[start + 5] << 4) ^
        (buffer[start + 7] << 1)) &
      (SLOTS - 1);
    const guess = guesses[slot];
    if (guess !== NONE) {
      const end = this.#dictionary.endOf(guess, view, start);
      if (end !== NONE && this.#endsCell(buffer[end], quoted)) {
        this.end = end;
        return this.#dictionary.valueOf(guess);
      }
    }
    return this.#findSlowly(buffer, start, quoted, guesses, slot);
  }

  #endsCell(byte: number, quoted: boolean): boolean {
    return quoted ? byte === QUOTE : byte === this.#delimiter || byte === 0x0a || byte === 0x0d;
  }

  #findSlowly(
    buffer: Uint8Array,
    start: number,
    quoted: boolean,
    guesses: Int32Array,
    slot: number,
  ): number {
    let end = start;
    for (;;) {
      const byte = buffer[end];
      if (this.#endsCell(byte, quoted)) break;
      // Whatever else is odd about the cell, its bytes are not in the dictionary.
      if (byte < 0x20 || byte === QUOTE || byte === DELETE) return NONE;
      end++;
    }
    const entry = this.#dictionary.findEntry(buffer, start, end);
    if (entry === NONE) return NONE;
    guesses[slot] = entry;
    this.end = end;
    return this.#dictionary.valueOf(entry);
  }
}
