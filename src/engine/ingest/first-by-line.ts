import type { Line } from '../kernel/units.ts';

/** Keeps the `limit` things of the lowest lines, in whatever order they come; ties go to the first. */
export class FirstByLine<T extends { readonly line: Line }> {
  readonly #limit: number;
  #kept: T[] = [];
  /** Nothing of this line or a later one is wanted any more. */
  #closedFrom: Line = Infinity;

  constructor(limit: number) {
    this.#limit = limit;
  }

  wants(line: Line): boolean {
    return line < this.#closedFrom;
  }

  add(item: T): void {
    if (!this.wants(item.line)) return;
    this.#kept.push(item);
    if (this.#kept.length >= this.#limit * 2) this.#cut();
  }

  #cut(): void {
    this.#kept.sort((a, b) => a.line - b.line);
    this.#kept.length = Math.min(this.#kept.length, this.#limit);
    if (this.#kept.length === this.#limit) this.#closedFrom = this.#kept[this.#limit - 1].line;
  }

  /** In order of line. */
  items(): readonly T[] {
    this.#cut();
    return this.#kept;
  }
}
