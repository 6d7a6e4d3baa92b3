const INITIAL = 1 << 8;

/** Above this many different rows in a file they are no longer told apart: a set grows with rows. */
export const MAX_FINGERPRINTS = 1 << 20;

/**
 * The set of rows seen, as 64-bit fingerprints of what was read of them; says whether a row was
 * there before. Overfull, it forgets everything and answers no more.
 */
export class Fingerprints {
  #high = new Int32Array(INITIAL);
  #low = new Int32Array(INITIAL);
  #size = 0;
  #overfull: boolean;

  constructor(counting = true) {
    this.#overfull = !counting;
  }

  get overfull(): boolean {
    return this.#overfull;
  }

  /** Adds a row; true when an equal one was added before. */
  add(high: number, low: number): boolean {
    if (this.#overfull) return false;
    if (this.#size * 2 >= this.#low.length && !this.#grow()) return false;
    // A cell of two zeros is an empty one, so a fingerprint is never that.
    const top = high | 1;
    const mask = this.#low.length - 1;
    let slot = (low ^ (low >>> 15)) & mask;
    while (this.#high[slot] !== 0) {
      if (this.#high[slot] === top && this.#low[slot] === low) return true;
      slot = (slot + 1) & mask;
    }
    this.#high[slot] = top;
    this.#low[slot] = low;
    this.#size++;
    return false;
  }

  /** False when there are too many rows to go on. */
  #grow(): boolean {
    if (this.#size >= MAX_FINGERPRINTS) {
      this.#overfull = true;
      this.#high = this.#low = new Int32Array(0);
      return false;
    }
    const [high, low] = [this.#high, this.#low];
    this.#high = new Int32Array(low.length * 2);
    this.#low = new Int32Array(low.length * 2);
    this.#size = 0;
    for (let slot = 0; slot < low.length; slot++) {
      if (high[slot] !== 0) this.add(high[slot], low[slot]);
    }
    return true;
  }
}
