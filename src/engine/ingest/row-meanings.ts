import type { KernelMemory } from './kernel-memory.ts';
import type { OperationSink } from './operation-sink.ts';
import type { Words } from './words.ts';

/** A meaning, as in assembly/usual-rows.ts: 1 + column, whether rows are left to the sink, 1 + trait. */
const IS_LEFT = 0x100;
const TRAIT_SHIFT = 9;
const MAX_COLUMN = 0xff;
const NOT_USUAL = -1;

/** Words of a column, and directions that a type is combined with; more are for the complete lane. */
const WORDS = 1 << 13;
const DIRECTIONS = 8;

/**
 * What rows are by their words, as a table in the module's memory: transactions by their category,
 * transfers by type × DIRECTIONS + direction. Worked out when a word is first met.
 */
export class RowMeanings {
  readonly #memory: KernelMemory;
  readonly #words: Words;
  readonly #sink: OperationSink;
  #spendAt: number | null = null;
  #transfersAt: number | null = null;
  #transfers = false;
  #at = 0;

  constructor(memory: KernelMemory, words: Words, sink: OperationSink) {
    this.#memory = memory;
    this.#words = words;
    this.#sink = sink;
  }

  start(transfers: boolean): void {
    this.#transfers = transfers;
    if (transfers) this.#at = this.#transfersAt ??= this.#memory.allocate(WORDS * DIRECTIONS * 4);
    else this.#at = this.#spendAt ??= this.#memory.allocate(WORDS * 4);
    this.#memory.module.setMeanings(this.#at, transfers);
  }

  /** Tells the module what a word means. */
  tell(word: number): void {
    const meaning = this.#transfers ? this.#transferMeaning(word) : this.#spendMeaning(word);
    this.#memory.ints[this.#at / 4 + word] = meaning;
  }

  #spendMeaning(word: number): number {
    const category = this.#words.categoryOf[word];
    return meaningOf(category, !this.#sink.isKnownCategory(category), 0);
  }

  #transferMeaning(word: number): number {
    const type = Math.floor(word / DIRECTIONS);
    const usual = this.#words.usualTransfer(type, word % DIRECTIONS);
    if (usual === null) return NOT_USUAL;
    const isListed = usual.unknownType >= 0 || usual.unknownDirection >= 0;
    return meaningOf(usual.column, isListed, usual.typeTrait + 1);
  }
}

/** A column too many for the module's table is none of its rows' business. */
const meaningOf = (column: number, isLeft: boolean, trait: number): number =>
  column + 1 > MAX_COLUMN || isLeft ? IS_LEFT : (column + 1) | (trait << TRAIT_SHIFT);
