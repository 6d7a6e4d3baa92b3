import { CategorySet } from '../benefits/category-set.ts';
import type { ClientTotals } from '../benefits/client-totals.ts';
import type { ProductEvaluation } from '../benefits/evaluation.ts';
import type { LedgerFrame } from '../features/ledger.ts';
import type { Tenge } from '../kernel/units.ts';
import { roundEstimate } from './amounts.ts';
import type { TextFacts } from './facts.ts';
import type { ProductBasis } from './product-basis.ts';

type Facts = Pick<TextFacts, 'month' | 'sum' | 'gain' | 'topped' | 'usual' | 'places'>;

/** Reads what a client spends on the categories a product pays for by name. */
export class SpendFacts {
  readonly #frame: LedgerFrame;
  readonly #ids: Int32Array;
  readonly #own: CategorySet;
  readonly #plain: ProductBasis['plain'];

  /** `ids`: the product's own categories; none when it pays for no particular ones. */
  constructor(frame: LedgerFrame, ids: Int32Array, plain: ProductBasis['plain']) {
    this.#frame = frame;
    this.#ids = ids;
    this.#own = new CategorySet(frame, ids);
    this.#plain = plain;
  }

  /** `earned`: part of the benefit is taken off for cashback the client has already. */
  read(totals: ClientTotals, { benefit }: ProductEvaluation, earned: boolean): Facts {
    const plain = earned ? null : this.#plain;
    const slot = this.#bestSlot(totals);
    const spent = slot < 0 ? 0 : totals.askMonth(this.#own.monthSpend, slot);
    return {
      month: slot < 0 ? null : this.#frame.months[slot],
      sum: Math.round(spent),
      ...gainOf(spent, plain),
      usual: this.#usual(totals, benefit, plain),
      places: this.#places(totals, slot),
    };
  }

  /** The month with the largest spend, the later of equal ones; −1 when no month can be named. */
  #bestSlot(totals: ClientTotals): number {
    let best = -1;
    let most = 0;
    for (let slot = 0; this.#frame.dated && slot < this.#frame.months.length; slot++) {
      const spent = totals.askMonth(this.#own.monthSpend, slot);
      if (spent < most || Math.round(spent) <= 0) continue;
      most = spent;
      best = slot;
    }
    return best;
  }

  #usual(totals: ClientTotals, benefit: Tenge | null, plain: ProductBasis['plain']): Tenge {
    if (plain === null) return 0;
    const spent = totals.ask(this.#own.spend) / this.#frame.periodMonths;
    const redone = Math.abs(spent * plain.rate - benefit!) < 1;
    return spent > 0 && redone ? roundEstimate(spent) : 0;
  }

  #places(totals: ClientTotals, slot: number): string[] {
    const slots = this.#frame.months.length;
    const spentOn = (id: number): number =>
      slot < 0 ? totals.spendIn(id) : totals.ledger.spend[id * slots + slot];
    // A category nobody has named cannot be listed, and a list that leaves one out is not true.
    if (this.#ids.some((id) => id >= this.#frame.knownCategories)) return [];
    return [...this.#ids]
      .filter((id) => spentOn(id) > 0)
      .sort((a, b) => spentOn(b) - spentOn(a))
      .map((id) => this.#frame.categories[id]);
  }
}

const gainOf = (spent: Tenge, plain: ProductBasis['plain']): Pick<TextFacts, 'gain' | 'topped'> => {
  if (plain === null) return { gain: 0, topped: false };
  const given = plain.rate * spent;
  const topped = given > plain.cap;
  return { gain: topped ? 0 : roundEstimate(given), topped };
};
