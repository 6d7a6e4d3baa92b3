import type { Aggregates } from '../features/aggregates.ts';
import { tidyText, valueKey } from '../kernel/text-key.ts';
import { resolveTransfer, type TransferReading } from '../rows/transfer-type.ts';
import type { Vocabulary } from '../rows/vocabulary.ts';
import { wordIndex } from '../rows/word-index.ts';
import { ByteDictionary } from './byte-dictionary.ts';

/** Spellings beyond this many go through strings every time: a column of free text must not fill memory. */
const MAX_SPELLINGS = 1 << 16;

export const NO_TRAIT = -1;

/**
 * The words of rows as small integers, by their bytes. Both lanes read the dictionaries; only the
 * complete lane, which has seen the word as a string, adds to them.
 */
export class Words {
  readonly categories = new ByteDictionary();
  /** Spelling → id in `aggregates.currencies`; only of currencies that have a rate. */
  readonly currencies = new ByteDictionary();
  /** Spelling → trait, or nothing for an empty cell. */
  readonly products = new ByteDictionary();
  readonly types = new ByteDictionary();
  readonly directions = new ByteDictionary();
  readonly typeTexts: string[] = [];
  readonly directionTexts: string[] = [];
  readonly #typeIds = new Map<string, number>();
  readonly #directionIds = new Map<string, number>();
  readonly #typeTraits: number[] = [];
  readonly #usual: (UsualTransfer | null)[][] = [];
  readonly #aggregates: Aggregates;
  readonly #vocabulary: Vocabulary;

  constructor(aggregates: Aggregates, vocabulary: Vocabulary) {
    this.#aggregates = aggregates;
    this.#vocabulary = vocabulary;
  }

  category(text: string): number {
    const key = valueKey(text);
    return (
      wordIndex(this.#vocabulary).categories.get(key) ??
      this.#aggregates.categories.idOf(key, tidyText(text))
    );
  }

  typeId(text: string): number {
    const tidy = tidyText(text);
    let id = this.#typeIds.get(tidy);
    if (id === undefined) {
      this.#typeIds.set(tidy, (id = this.typeTexts.push(tidy) - 1));
      this.#typeTraits.push(tidy === '' ? NO_TRAIT : this.#aggregates.traits.idOf(`type\t${tidy}`));
    }
    return id;
  }

  typeTrait(type: number): number {
    return this.#typeTraits[type];
  }

  directionId(text: string): number {
    const tidy = tidyText(text);
    let id = this.#directionIds.get(tidy);
    if (id === undefined) this.#directionIds.set(tidy, (id = this.directionTexts.push(tidy) - 1));
    return id;
  }

  /** What a type and a direction together mean. */
  transfer(type: number, direction: number): TransferReading {
    return resolveTransfer(this.typeTexts[type], this.directionTexts[direction], this.#vocabulary);
  }

  /** The same worked out once for each pair; null when each such row must be reported by itself. */
  usualTransfer(type: number, direction: number): UsualTransfer | null {
    const known = this.#usual[type]?.[direction];
    if (known !== undefined) return known;
    const usual = usualOf(this.transfer(type, direction), type, direction);
    (this.#usual[type] ??= [])[direction] = usual;
    return usual;
  }

  productTrait(text: string): number {
    const tidy = tidyText(text);
    return tidy === '' ? NO_TRAIT : this.#aggregates.traits.idOf(`product\t${tidy}`);
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
}

const usualOf = (
  reading: TransferReading,
  type: number,
  direction: number,
): UsualTransfer | null => {
  if (reading.kind === 'bad' || reading.faults.includes('direction-contradiction')) return null;
  return {
    column: reading.column,
    unknownType: reading.faults.includes('unknown-type') ? type : -1,
    unknownDirection: reading.faults.includes('unknown-direction') ? direction : -1,
  };
};
