const FEW = 64;

/**
 * What the clients of a block bought in categories that are not known, a row for each client and
 * category: those of client i are [starts[i], starts[i + 1]), in order of category.
 */
export class OwnCategories {
  readonly starts: Int32Array;
  /** [row] position in `frame.categories`. */
  categories = new Int32Array(FEW);
  /** [row × slots + slot] */
  spend: Float64Array;
  /** [row] number of transactions. */
  counts = new Float64Array(FEW);
  readonly slots: number;
  /** Number of rows. */
  size = 0;

  constructor(clients: number, slots: number) {
    this.starts = new Int32Array(clients + 1);
    this.spend = new Float64Array(FEW * slots);
    this.slots = slots;
  }

  clear(): void {
    this.size = 0;
  }

  /** The row of a category of client i, made when it is new: clients and their categories come in order. */
  rowOf(i: number, category: number): number {
    const last = this.size - 1;
    if (last >= this.starts[i] && this.categories[last] === category) return last;
    if (this.size === this.categories.length) this.#grow();
    const row = this.size++;
    this.categories[row] = category;
    this.counts[row] = 0;
    this.spend.fill(0, row * this.slots, this.size * this.slots);
    return row;
  }

  /** Call when all of client i is there. */
  close(i: number): void {
    this.starts[i + 1] = this.size;
  }

  #grow(): void {
    const { categories, counts, spend } = this;
    this.categories = new Int32Array(categories.length * 2);
    this.categories.set(categories);
    this.counts = new Float64Array(counts.length * 2);
    this.counts.set(counts);
    this.spend = new Float64Array(spend.length * 2);
    this.spend.set(spend);
  }
}
