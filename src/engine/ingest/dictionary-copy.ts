import type { ByteDictionary } from '../kernel/byte-dictionary.ts';
import type { KernelMemory } from './kernel-memory.ts';

/** Words of the header of assembly/dictionary.ts. */
const HEADER = 8;
/** Guesses, 16 words each. */
const GUESSES = 256 * 16;
const NONE = -1;

/** A dictionary as the fast lane's module sees it: a copy in its memory, made again when words were added. */
export class DictionaryCopy {
  /** Address of the header. */
  readonly at: number;
  readonly #memory: KernelMemory;
  readonly #dictionary: ByteDictionary;
  readonly #guesses: number;
  #size = NONE;
  #room: readonly number[] = [];
  #places: readonly number[] = [];

  constructor(memory: KernelMemory, dictionary: ByteDictionary) {
    this.#memory = memory;
    this.#dictionary = dictionary;
    this.at = memory.allocate(HEADER * 4);
    this.#guesses = memory.allocate(GUESSES * 4);
    memory.ints.fill(NONE, this.#guesses / 4, this.#guesses / 4 + GUESSES);
    this.sync();
  }

  /** Words are only ever added: the same number of them is the same dictionary. */
  sync(): void {
    const memory = this.#memory;
    if (this.#dictionary.size === this.#size) return;
    const { slots, starts, ends, values, arena, thorough } = this.#dictionary.dump();
    const arrays = [slots, starts, ends, values, arena];
    if (arrays.some(({ byteLength }, i) => byteLength > (this.#room[i] ?? NONE))) {
      this.#room = arrays.map(({ byteLength }) => byteLength);
      this.#places = arrays.map(({ byteLength }) => memory.allocate(byteLength));
    }
    arrays.forEach((array, i) => memory.write(array, this.#places[i]));
    const [slotsAt, startsAt, endsAt, valuesAt, arenaAt] = this.#places;
    const mask = slots.length - 1;
    const header = [slotsAt, mask, startsAt, endsAt, valuesAt, arenaAt, Number(thorough)];
    memory.ints.set([...header, this.#guesses], this.at / 4);
    this.#size = this.#dictionary.size;
  }
}
