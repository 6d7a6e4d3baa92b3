import type { Aggregates } from '../features/aggregates.ts';
import { Registry } from '../features/registry.ts';
import type { WordColumn } from '../features/spelling-lists.ts';
import { tidyText, valueKey } from '../kernel/text-key.ts';
import { resolveTransfer, type TransferReading } from '../rows/transfer-type.ts';
import type { Vocabulary } from '../rows/vocabulary.ts';
import { wordIndex } from '../rows/word-index.ts';
import { ByteDictionary } from '../kernel/byte-dictionary.ts';

/** Spellings beyond this many go through strings every time: a column of free text must not fill memory. */
const MAX_SPELLINGS = 1 << 12;

export const NO_TRAIT = -1;

/**
 * The words of rows as small integers, by their bytes. Both lanes read the dictionaries; only the
 * complete lane, which has seen the word as a string, adds to them. An id stands for one tidied
 * text, so that a fault can show a word as it is spelled where it was met.
 */
export class Words {
  readonly categories = new ByteDictionary();
  /** Spelling → id in `aggregates.currencies`; only of currencies that have a rate. */
  readonly currencies = new ByteDictionary();
  /** Spelling → trait + 1; 0 for an empty cell. */
  readonly products = new ByteDictionary();
  readonly types = new ByteDictionary();
  readonly directions = new ByteDictionary();
  readonly categoryTexts = new Registry();
  readonly typeTexts = new Registry();
  readonly directionTexts = new Registry();
  /** Category word → category of the aggregates. */
  readonly categoryOf: number[] = [];
  readonly #typeTraits: (number | undefined)[] = [];
  readonly #usual: ((UsualTransfer | null | undefined)[] | undefined)[] = [];
  readonly #aggregates: Aggregates;
  readonly #vocabulary: Vocabulary;

  constructor(aggregates: Aggregates, vocabulary: Vocabulary) {
    this.#aggregates = aggregates;
    this.#vocabulary = vocabulary;
  }

  categoryWord(text: string): number {
    const tidy = this.#tidy('category', text);
    const word = this.categoryTexts.idOf(tidy);
    if (word === this.categoryOf.length) this.categoryOf.push(this.#category(tidy));
    return word;
  }

  #category(tidy: string): number {
    const key = valueKey(tidy);
    const known = wordIndex(this.#vocabulary).categories.get(key);
    return known ?? this.#aggregates.categories.idOf(key, tidy);
  }

  typeWord(text: string): number {
    return this.typeTexts.idOf(this.#tidy('type', text));
  }

  typeTrait(type: number): number {
    const known = this.#typeTraits[type];
    if (known !== undefined) return known;
    return (this.#typeTraits[type] = this.#trait('type', this.typeTexts.names[type]));
  }

  directionWord(text: string): number {
    return this.directionTexts.idOf(this.#tidy('direction', text));
  }

  productTrait(text: string): number {
    return this.#trait('product', this.#tidy('product', text));
  }

  /** A word, tidied; one too many in its column is as good as none, for the import will be refused. */
  #tidy(column: WordColumn, text: string): string {
    const tidy = tidyText(text);
    return this.#aggregates.spellings.admit(column, tidy) ? tidy : '';
  }

  #trait(source: 'product' | 'type', tidy: string): number {
    return tidy === '' ? NO_TRAIT : this.#aggregates.traits.idOf(`${source}\t${tidy}`);
  }

  /** What a type and a direction together mean. */
  transfer(type: number, direction: number): TransferReading {
    return resolveTransfer(
      this.typeTexts.names[type],
      this.directionTexts.names[direction],
      this.#vocabulary,
    );
  }

  /** The same worked out once for each pair; null when each such row must be reported by itself. */
  usualTransfer(type: number, direction: number): UsualTransfer | null {
    const byDirection = this.#usual[type] ?? (this.#usual[type] = []);
    const known = byDirection[direction];
    if (known !== undefined) return known;
    return (byDirection[direction] = this.#usualOf(type, direction));
  }

  #usualOf(type: number, direction: number): UsualTransfer | null {
    const reading = this.transfer(type, direction);
    if (reading.kind === 'bad' || reading.faults.includes('direction-contradiction')) return null;
    return {
      column: reading.column,
      unknownType: reading.faults.includes('unknown-type') ? type : -1,
      unknownDirection: reading.faults.includes('unknown-direction') ? direction : -1,
      typeTrait: this.typeTrait(type),
    };
  }

  /** Remembers a spelling, as its bytes stand in the row. */
  remember(
    dictionary: ByteDictionary,
    buffer: Uint8Array,
    start: number,
    end: number,
    id: number,
  ): void {
    if (dictionary.size >= MAX_SPELLINGS || dictionary.find(buffer, start, end) >= 0) return;
    dictionary.insert(buffer, start, end, id);
  }
}

/** A transfer whose faults, if any, are listed by word and not by row. */
export interface UsualTransfer {
  readonly column: number;
  /** The type, when it is unknown; else −1. */
  readonly unknownType: number;
  readonly unknownDirection: number;
  readonly typeTrait: number;
}
