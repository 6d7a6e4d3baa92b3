import type { LedgerFrame } from '../features/ledger.ts';
import type { Catalogue, CatalogueFlows } from './catalogue.ts';
import { TopCategories } from './top-categories.ts';

/** What a metric may look up while it is compiled for one population and one catalogue. */
export class MetricScope {
  readonly frame: LedgerFrame;
  readonly freeBalanceMonths: number;
  readonly flows: CatalogueFlows;
  readonly #catalogue: Catalogue;
  readonly #tops = new Map<string, TopCategories>();

  constructor(frame: LedgerFrame, catalogue: Catalogue) {
    this.frame = frame;
    this.freeBalanceMonths = catalogue.rules.freeBalanceMonths;
    this.flows = catalogue.flows;
    this.#catalogue = catalogue;
  }

  /** Category ids of a group; labels that no client has are left out. */
  categories(group: string): Int32Array {
    const ids = (this.#catalogue.groups[group] ?? [])
      .map((label) => this.frame.categories.indexOf(label))
      .filter((id) => id >= 0);
    return Int32Array.from(new Set(ids));
  }

  /** Columns of the given transfer types. */
  columns(types: readonly string[]): Int32Array {
    const ids = types
      .map((type) => this.frame.transferTypes.findIndex(({ name }) => name === type))
      .filter((id) => id >= 0);
    return Int32Array.from(new Set(ids));
  }

  columnsOf(direction: 'in' | 'out'): Int32Array {
    const columns: number[] = [];
    this.frame.transferTypes.forEach((type, column) => {
      if (type.direction === direction) columns.push(column);
    });
    return Int32Array.from(columns);
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
