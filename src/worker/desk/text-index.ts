/** Texts in one piece: prepared in a few milliseconds, so that no question waits long for it. */
const IN_PIECE = 1 << 14;
/** No search holds it. */
const BETWEEN = '\n';

interface Piece {
  readonly text: string;
  /** Where each text begins, and where one more would. */
  readonly starts: Uint32Array;
}

/**
 * Many texts laid end to end, so that one native substring search walks thousands of them at once.
 * They are prepared piece by piece: by `prepareSome` while nobody asks, the rest when somebody does.
 */
export class TextIndex {
  readonly #texts: readonly string[];
  readonly #keyOf: (text: string) => string;
  readonly #pieces: Piece[] = [];

  /** `keyOf` gives what is compared: a search must be in the same form. */
  constructor(texts: readonly string[], keyOf: (text: string) => string) {
    this.#texts = texts;
    this.#keyOf = keyOf;
  }

  /** Prepares one piece more; false when there is none left. */
  prepareSome(): boolean {
    const from = this.#pieces.length * IN_PIECE;
    if (from >= this.#texts.length) return false;
    const keys = this.#texts.slice(from, from + IN_PIECE).map(this.#keyOf);
    const starts = new Uint32Array(keys.length + 1);
    keys.forEach((key, at) => (starts[at + 1] = starts[at] + key.length + BETWEEN.length));
    this.#pieces.push({ text: keys.join(BETWEEN), starts });
    return true;
  }

  /** [position] 1 for the texts that hold `search`, which has no line break. */
  holding(search: string): Uint8Array {
    while (this.prepareSome());
    const found = new Uint8Array(this.#texts.length);
    this.#pieces.forEach(({ text, starts }, piece) => {
      const from = piece * IN_PIECE;
      let at = 0;
      for (let hit = text.indexOf(search); hit >= 0; hit = text.indexOf(search, starts[at])) {
        at = containing(starts, at, hit);
        found[from + at] = 1;
        // One hit is enough: on to the next text.
        at++;
      }
    });
    return found;
  }
}

/** The text that holds position `hit`, at `from` or behind it. Hits are often close: first look near. */
const containing = (starts: Uint32Array, from: number, hit: number): number => {
  let step = 1;
  while (from + step < starts.length && starts[from + step] <= hit) {
    from += step;
    step *= 2;
  }
  let end = Math.min(from + step, starts.length - 1);
  while (end - from > 1) {
    const middle = (from + end) >>> 1;
    if (starts[middle] <= hit) from = middle;
    else end = middle;
  }
  return from;
};
