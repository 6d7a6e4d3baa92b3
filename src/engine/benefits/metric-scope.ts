import type { LedgerFrame } from '../features/ledger.ts';
import type { Catalogue, CatalogueFlows } from './catalogue.ts';
import { TopCategories } from './top-categories.ts';

/**
 * What a metric may look up while it is compiled for one population and one catalogue. It is the
 * only way to the catalogue, so what was looked up is all that a metric's values depend on.
 */
export class MetricScope {
  readonly frame: LedgerFrame;
  readonly #catalogue: Catalogue;
  readonly #tops = new Map<string, TopCategories>();
  #lookedUp: string[] = [];

  constructor(frame: LedgerFrame, catalogue: Catalogue) {
    this.frame = frame;
    this.#catalogue = catalogue;
  }

  /** What was looked up since this was asked last, and found: equal texts, equal answers. */
  takeLookedUp(): string {
    const text = this.#lookedUp.join(';');
    this.#lookedUp = [];
    return text;
  }

  #found<Found extends number | Int32Array>(found: Found): Found {
    this.#lookedUp.push(String(found));
    return found;
  }

  get freeBalanceMonths(): number {
    return this.#found(this.#catalogue.rules.freeBalanceMonths);
  }

  /** Columns of what the catalogue counts as income, debt service or cashback. */
  flow(name: keyof CatalogueFlows): Int32Array {
    return this.columns(this.#catalogue.flows[name]);
  }

  /** Category ids of a group; labels that no client has are left out. */
  categories(group: string): Int32Array {
    const ids = (this.#catalogue.groups[group] ?? [])
      .map((label) => this.frame.categories.indexOf(label))
      .filter((id) => id >= 0);
    return this.#found(Int32Array.from(new Set(ids)));
  }

  /** Columns of the given transfer types. */
  columns(types: readonly string[]): Int32Array {
    const ids = types
      .map((type) => this.frame.transferTypes.findIndex(({ name }) => name === type))
      .filter((id) => id >= 0);
    return this.#found(Int32Array.from(new Set(ids)));
  }

  columnsOf(direction: 'in' | 'out'): Int32Array {
    const columns: number[] = [];
    this.frame.transferTypes.forEach((type, column) => {
      if (type.direction === direction) columns.push(column);
    });
    return this.#found(Int32Array.from(columns));
  }

  /** The client's top categories, shared by all metrics that leave out the same ones. */
  top(without: string | undefined, withoutSpecialists: boolean | undefined): TopCategories {
    const leftOut = new Set(without === undefined ? [] : this.categories(without));
    if (withoutSpecialists === true) {
      for (const { specialist } of this.#catalogue.products) {
        if (specialist !== undefined) this.categories(specialist).forEach((id) => leftOut.add(id));
      }
    }
    const key = [...leftOut].sort((a, b) => a - b).join();
    const known = this.#tops.get(key);
    if (known) return known;
    const top = new TopCategories(this.frame, leftOut);
    this.#tops.set(key, top);
    return top;
  }
}
