/** Beyond this many spellings each is worked out anew: a column of free text must not fill memory. */
const MAX_SPELLINGS = 1 << 14;
/** No word that is met twice is longer. */
const MAX_LENGTH = 200;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** What the spellings of a column mean, worked out once each. */
export class WordCache<Meaning> {
  readonly #known = new Map<string, Meaning>();
  readonly #read: (text: string) => Meaning;

  constructor(read: (text: string) => Meaning) {
    this.#read = read;
  }

  get(text: string): Meaning {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    // A piece of a larger string would keep all of it alive.
    const own = decoder.decode(encoder.encode(text));
    const meaning = this.#read(own);
    if (this.#known.size < MAX_SPELLINGS && own.length <= MAX_LENGTH) this.#known.set(own, meaning);
    return meaning;
  }
}
