import type { Category } from '../features/aggregates.ts';
import type { StreamFacts } from './settle-stats.ts';

/** One client's unknown categories: small ids while rows come in, those of the frame at the end. */
export class OwnCategories {
  /** Those of the frame; behind them, while a client is open, what only this client's rows name. */
  readonly categories: string[];
  readonly #facts: StreamFacts;
  readonly #ids = new Map<string, number>();
  readonly #labels: string[] = [];

  constructor(facts: StreamFacts) {
    this.#facts = facts;
    this.categories = [...facts.categories];
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
    this.categories.length = this.#facts.categories.length;
    this.#ids.forEach((own, key) => {
      const id = this.#facts.unknown.get(key);
      if (id === undefined) strangers.push(own);
      else ids[own] = id;
    });
    strangers
      .sort((a, b) => (this.#labels[a] < this.#labels[b] ? -1 : 1))
      .forEach((own) => (ids[own] = this.categories.push(this.#labels[own]) - 1));
    return ids;
  }

  clear(): void {
    if (this.#labels.length === 0) return;
    this.#ids.clear();
    this.#labels.length = 0;
  }
}
