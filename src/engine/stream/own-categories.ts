import type { Category } from '../features/aggregates.ts';
import type { StreamFacts } from './settle-stats.ts';

/** One client's unknown categories: small ids while rows come in, those of the frame at the end. */
export class OwnCategories {
  readonly #facts: StreamFacts;
  readonly #ids = new Map<string, number>();
  readonly #labels: string[] = [];

  constructor(facts: StreamFacts) {
    this.#facts = facts;
  }

  idOf({ key, label }: Category): number {
    const known = this.#ids.get(key);
    if (known === undefined) {
      this.#ids.set(key, this.#labels.length);
      return this.#labels.push(label) - 1;
    }
    if (label < this.#labels[known]) this.#labels[known] = label;
    return known;
  }

  /**
   * By own id: the position in the frame. Spellings that the statistics do not have (there were too
   * many of them) stand behind all others, by their own labels.
   */
  frameIds(): number[] {
    const ids = new Array<number>(this.#labels.length);
    const strangers: number[] = [];
    this.#ids.forEach((own, key) => {
      const id = this.#facts.unknown.get(key);
      if (id === undefined) strangers.push(own);
      else ids[own] = id;
    });
    strangers
      .sort((a, b) => (this.#labels[a] < this.#labels[b] ? -1 : 1))
      .forEach((own, at) => (ids[own] = this.#facts.categories.length + at));
    return ids;
  }

  clear(): void {
    if (this.#labels.length === 0) return;
    this.#ids.clear();
    this.#labels.length = 0;
  }
}
