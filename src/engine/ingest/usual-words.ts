import { BLANK } from '../bytes/byte-kinds.ts';
import { isUtf8 } from '../bytes/utf8-sequence.ts';
import { ByteDictionary } from '../kernel/byte-dictionary.ts';
import { trimCell } from '../kernel/text-key.ts';

const MAX_WORDS = 1 << 16;
const GUESSES = 1 << 8;
const NONE = -1;

/** What a cell of words comes to: an id, and the word itself when nobody knows it. */
export interface ProfileWord {
  readonly id: number;
  readonly unknown: string | null;
}

/**
 * The words of one column: each is read once. Few of them make nearly all cells, so the first bytes of
 * a cell point to the word that began with them last time, and are compared before anything else.
 */
export class UsualWords {
  /** That of the last row read. */
  word: ProfileWord = { id: 0, unknown: null };
  readonly #column: number;
  readonly #read: (text: string) => ProfileWord;
  readonly #dictionary = new ByteDictionary();
  readonly #words: ProfileWord[] = [];
  readonly #guesses = new Int32Array(GUESSES).fill(NONE);
  #guess = NONE;
  /** Whether `word` is known to be that of the row. */
  #stands = false;

  constructor(column: number, read: (text: string) => ProfileWord) {
    this.#column = column;
    this.#read = read;
  }

  /**
   * Where the cell at `start` ends if its word is the one that its first bytes point to, else `start`.
   * `kinds` tells what ends a cell; null: it is in quotes and may hold anything, so nothing is guessed.
   */
  guess(buffer: Uint8Array, start: number, kinds: Uint8Array | null): number {
    this.#stands = false;
    this.#guess = NONE;
    if (kinds === null) return start;
    this.#guess =
      (buffer[start + 1] + buffer[start + 3] * 3 + buffer[start + 5] * 7) & (GUESSES - 1);
    const guessed = this.#guesses[this.#guess];
    if (guessed === NONE) return start;
    const end = this.#dictionary.endAt(guessed, buffer, start);
    if (end === start || kinds[buffer[end]] <= BLANK) return start;
    this.word = this.#words[guessed];
    this.#stands = true;
    return end;
  }

  /** Reads the word of a row by the bounds of its cells; false when the bytes are no text. */
  read(buffer: Uint8Array, starts: Int32Array, ends: Int32Array): boolean {
    if (this.#stands) return true;
    const start = starts[this.#column];
    const end = ends[this.#column];
    const known = this.#dictionary.find(buffer, start, end);
    if (known === NONE) {
      if (!isUtf8(buffer, start, end)) return false;
      this.#meet(buffer, start, end);
    } else {
      this.word = this.#words[known];
      if (this.#guess !== NONE) this.#guesses[this.#guess] = known;
    }
    this.#stands = true;
    return true;
  }

  #meet(buffer: Uint8Array, start: number, end: number): void {
    this.word = this.#read(trimCell(decoder.decode(buffer.subarray(start, end))));
    if (this.#words.length === MAX_WORDS) return;
    this.#dictionary.insert(buffer, start, end, this.#words.push(this.word) - 1);
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
