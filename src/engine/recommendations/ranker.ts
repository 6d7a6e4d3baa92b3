import type { Catalogue, Lane } from '../benefits/catalogue.ts';
import type { ScoreRow } from '../benefits/score-row.ts';
import { expectedOf } from '../benefits/score-row.ts';
import { BLOCK, RANKS } from './rank-row.ts';
import type { RankRow } from './rank-row.ts';

const LEAD: Record<Lane, number> = {
  need: BLOCK.need,
  behaviour: BLOCK.behaviour,
  value: BLOCK.value,
};

/**
 * The order of ranks: need products that lead, then behaviour products that lead, both by fit;
 * then value products by expected benefit; then the other eligible ones by fit; then, only to fill
 * four ranks, the ineligible. Equal ones stand in catalogue order.
 */
export class Ranker {
  readonly #products: number;
  readonly #lead: readonly number[];
  readonly #leadAt: readonly number[];
  /** Of each product: a number for its exclusive group, −1 for none. */
  readonly #groups: readonly number[];
  readonly #chosen: Int32Array;
  readonly #block: Uint8Array;
  readonly #key: Float64Array;
  readonly #rules: Catalogue['rules'];

  constructor({ products, rules }: Catalogue) {
    const names = [...new Set(products.flatMap(({ exclusive }) => exclusive ?? []))];
    this.#products = products.length;
    this.#lead = products.map(({ lane }) => LEAD[lane]);
    this.#leadAt = products.map(({ leadAt }) => leadAt ?? 0);
    this.#groups = products.map(({ exclusive }) => names.indexOf(exclusive ?? ''));
    this.#chosen = new Int32Array(names.length);
    this.#block = new Uint8Array(products.length);
    this.#key = new Float64Array(products.length);
    this.#rules = rules;
  }

  /** Fills the first `places` ranks. */
  rank(row: ScoreRow, out: RankRow, places = RANKS): void {
    this.#choose(row);
    for (let product = 0; product < this.#products; product++) this.#place(row, product);
    out.size = Math.min(places, this.#products);
    for (let rank = 0; rank < out.size; rank++) {
      const best = this.#best();
      out.product[rank] = best;
      out.block[rank] = this.#block[best];
      this.#block[best] = BLOCK.taken;
    }
    this.#decide(row, out);
  }

  /** One member of each exclusive group may lead: the eligible one that fits best. */
  #choose({ eligible, fit, benefit }: ScoreRow): void {
    this.#chosen.fill(-1);
    for (let product = 0; product < this.#products; product++) {
      const group = this.#groups[product];
      if (group < 0 || eligible[product] === 0) continue;
      const best = this.#chosen[group];
      const better =
        best < 0 ||
        fit[product] > fit[best] ||
        (fit[product] === fit[best] && benefit[product] > benefit[best]);
      if (better) this.#chosen[group] = product;
    }
  }

  /** Of the client ranked last: the product of the same group that goes ahead instead. */
  aheadInGroup(product: number): number | null {
    const group = this.#groups[product];
    const chosen = group < 0 ? product : this.#chosen[group];
    return chosen === product || chosen < 0 ? null : chosen;
  }

  #place(row: ScoreRow, product: number): void {
    const lead = this.#lead[product];
    const group = this.#groups[product];
    const fit = row.fit[product];
    let block: number = BLOCK.rest;
    let key = fit;
    if (row.eligible[product] === 0) {
      block = BLOCK.ineligible;
    } else if (group < 0 || this.#chosen[group] === product) {
      if (lead === BLOCK.value) {
        const expected = expectedOf(row, product);
        // Worth nothing is not ranked in tenge: evidence orders it among the rest.
        if (expected > 0) {
          block = BLOCK.value;
          key = expected;
        }
      } else if (fit >= this.#leadAt[product]) {
        block = lead;
      }
    }
    this.#block[product] = block;
    this.#key[product] = key;
  }

  #best(): number {
    let best = 0;
    for (let product = 1; product < this.#products; product++) {
      const block = this.#block[product];
      if (
        block < this.#block[best] ||
        (block === this.#block[best] && this.#key[product] > this.#key[best])
      ) {
        best = product;
      }
    }
    return best;
  }

  #decide(row: ScoreRow, out: RankRow): void {
    const first = out.product[0];
    const block = out.block[0];
    const { minMonths, minOperations, offerThreshold } = this.#rules;
    const expected = expectedOf(row, first);
    if (row.months < minMonths) out.noOffer = 'few-months';
    else if (row.operations < minOperations) out.noOffer = 'few-operations';
    else if (block === BLOCK.ineligible) out.noOffer = 'nothing-eligible';
    else if (block === BLOCK.need || block === BLOCK.behaviour) out.noOffer = null;
    else out.noOffer = expected > 0 && expected >= offerThreshold ? null : 'below-threshold';
  }
}
