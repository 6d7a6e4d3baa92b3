import type { ProductTerms } from '../benefits/catalogue.ts';
import { codePoints } from './code-points.ts';
import type { CompiledPart } from './compiled-part.ts';
import type { TextFacts } from './facts.ts';
import type { Slot } from './slots.ts';

/**
 * The written values of one text's slots, each made at most once: fitting asks for the same lengths
 * many times. {cats}, the last slot, has a value for every number of categories.
 */
export class SlotValues {
  readonly #facts: TextFacts;
  readonly #terms: ProductTerms;
  readonly #texts: string[] = [];
  readonly #lengths: number[] = [];

  constructor(facts: TextFacts, terms: ProductTerms) {
    this.#facts = facts;
    this.#terms = terms;
  }

  text(slot: Slot, cats: number): string {
    return (this.#texts[placeOf(slot, cats)] ??= slot.text(this.#facts, this.#terms, cats));
  }

  #length(slot: Slot, cats: number): number {
    return (this.#lengths[placeOf(slot, cats)] ??= codePoints(this.text(slot, cats)));
  }

  /** Length of a part with its slots filled, in code points. */
  lengthOf({ fixed, slots }: CompiledPart, cats: number): number {
    let length = fixed;
    for (const slot of slots) length += this.#length(slot, cats);
    return length;
  }

  /** A part with its slots filled. */
  fill({ literals, slots }: CompiledPart, cats: number): string {
    let text = literals[0];
    for (let i = 0; i < slots.length; i++) text += this.text(slots[i], cats) + literals[i + 1];
    return text;
  }
}

const placeOf = (slot: Slot, cats: number): number =>
  slot.fact === 'cats' ? slot.index + cats : slot.index;
