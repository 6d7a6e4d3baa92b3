/** More distinct texts than this in a column, in all files together, are free text and no words. */
export const MAX_WORDS = 5_000;
/** Nor are words as long as all of this together. */
const MAX_UNITS = 1 << 24;

/** Columns whose cells are words: few distinct ones for however many rows. */
export const WORD_COLUMNS = ['category', 'type', 'direction', 'product'] as const;
export type WordColumn = (typeof WORD_COLUMNS)[number];

/**
 * The distinct texts of the columns of words, kept to a bound. A monoid: a list that is over the
 * bound in one part is over it in the whole, so which columns hold free text depends neither on the
 * order of rows nor on who read them.
 */
export class SpellingLists {
  readonly #lists: Readonly<Record<WordColumn, SpellingList>>;

  constructor(dump: SpellingsDump = {}) {
    const list = (column: WordColumn): SpellingList => new SpellingList(dump[column] ?? []);
    this.#lists = {
      category: list('category'),
      type: list('type'),
      direction: list('direction'),
      product: list('product'),
    };
  }

  /** Notes a text; false when the list is over its bound without it. */
  admit(column: WordColumn, text: string): boolean {
    return this.#lists[column].admit(text);
  }

  /** The first column that holds free text; null when all hold words. */
  freeText(): WordColumn | null {
    return WORD_COLUMNS.find((column) => this.#lists[column].isOver) ?? null;
  }

  merge(other: SpellingLists): void {
    for (const column of WORD_COLUMNS) {
      for (const text of other.#lists[column].texts) this.admit(column, text);
    }
  }

  dump(): SpellingsDump {
    return Object.fromEntries(
      WORD_COLUMNS.map((column) => [column, [...this.#lists[column].texts]]),
    );
  }
}

export type SpellingsDump = Readonly<Partial<Record<WordColumn, readonly string[]>>>;

class SpellingList {
  readonly texts = new Set<string>();
  #units = 0;

  constructor(texts: readonly string[]) {
    for (const text of texts) this.admit(text);
  }

  get isOver(): boolean {
    return this.texts.size > MAX_WORDS || this.#units > MAX_UNITS;
  }

  admit(text: string): boolean {
    if (this.texts.has(text)) return true;
    if (this.isOver) return false;
    this.texts.add(text);
    this.#units += text.length;
    return true;
  }
}
