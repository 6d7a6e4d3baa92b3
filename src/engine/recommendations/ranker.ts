import type { Catalogue, Lane } from '../benefits/catalogue.ts';
import type { ClientSize, ScoreRow, Scores } from '../benefits/score-row.ts';
import { expectedOf } from '../benefits/score-row.ts';
import type { Tenge } from '../kernel/units.ts';
import { BLOCK, RANKS } from './rank-row.ts';
import type { RankRow, Ranks } from './rank-row.ts';
import type { NoOfferReason } from './recommendation.ts';

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
  readonly #exclusives: number;
  readonly #rules: Catalogue['rules'];
  #stride = 0;
  /** [group × stride + i] the product of the group that may lead; −1: none. */
  #chosen = new Int32Array(0);
  /** [product × stride + i] */
  #block = new Uint8Array(0);
  #key = new Float64Array(0);

  constructor({ products, rules }: Catalogue) {
    const names = [...new Set(products.flatMap(({ exclusive }) => exclusive ?? []))];
    this.#products = products.length;
    this.#lead = products.map(({ lane }) => LEAD[lane]);
    this.#leadAt = products.map(({ leadAt }) => leadAt ?? 0);
    this.#groups = products.map(({ exclusive }) => names.indexOf(exclusive ?? ''));
    this.#exclusives = names.length;
    this.#rules = rules;
  }

  /** Ranks one client. */
  rank(row: ScoreRow, out: RankRow): void {
    out.size = Math.min(RANKS, this.#products);
    this.rankMany(row, 1, 1, out, out.size);
    const [first] = out.product;
    out.noOffer = this.decide(row, out.block[0], expectedOf(row, first));
  }

  /** Fills the first `places` ranks of so many clients, whose scores are `stride` apart. */
  rankMany(scores: Scores, stride: number, clients: number, out: Ranks, places: number): void {
    this.#makeRoom(stride);
    this.#choose(scores, clients);
    for (let product = 0; product < this.#products; product++) {
      this.#place(scores, product, clients);
    }
    for (let rank = 0; rank < places; rank++) this.#take(out, rank * stride, clients);
  }

  #makeRoom(stride: number): void {
    if (this.#stride === stride) return;
    this.#stride = stride;
    this.#chosen = new Int32Array(this.#exclusives * stride);
    this.#block = new Uint8Array(this.#products * stride);
    this.#key = new Float64Array(this.#products * stride);
  }

  /** One member of each exclusive group may lead: the eligible one that fits best. */
  #choose({ eligible, fit, benefit }: Scores, clients: number): void {
    const stride = this.#stride;
    this.#chosen.fill(-1);
    for (let product = 0; product < this.#products; product++) {
      const group = this.#groups[product];
      if (group < 0) continue;
      for (let i = 0; i < clients; i++) {
        const at = product * stride + i;
        if (eligible[at] === 0) continue;
        const best = this.#chosen[group * stride + i];
        const bestAt = best * stride + i;
        const better =
          best < 0 ||
          fit[at] > fit[bestAt] ||
          (fit[at] === fit[bestAt] && benefit[at] > benefit[bestAt]);
        if (better) this.#chosen[group * stride + i] = product;
      }
    }
  }

  /** Of the one client ranked last: the product of the same group that goes ahead instead. */
  aheadInGroup(product: number): number | null {
    const group = this.#groups[product];
    const chosen = group < 0 ? product : this.#chosen[group];
    return chosen === product || chosen < 0 ? null : chosen;
  }

  #place(scores: Scores, product: number, clients: number): void {
    const { eligible, fit } = scores;
    const lead = this.#lead[product];
    const leadAt = this.#leadAt[product];
    const group = this.#groups[product];
    const chosen = this.#chosen;
    const first = product * this.#stride;
    for (let i = 0; i < clients; i++) {
      const at = first + i;
      let block: number = BLOCK.rest;
      let key = fit[at];
      if (eligible[at] === 0) {
        block = BLOCK.ineligible;
      } else if (group < 0 || chosen[group * this.#stride + i] === product) {
        if (lead === BLOCK.value) {
          const expected = expectedOf(scores, at);
          // Worth nothing is not ranked in tenge: evidence orders it among the rest.
          if (expected > 0) {
            block = BLOCK.value;
            key = expected;
          }
        } else if (key >= leadAt) {
          block = lead;
        }
      }
      this.#block[at] = block;
      this.#key[at] = key;
    }
  }

  /** Gives everybody's best product that is not taken the rank that begins at `from`. */
  #take({ product: ranked, block: blocks }: Ranks, from: number, clients: number): void {
    const stride = this.#stride;
    ranked.fill(0, from, from + clients);
    for (let product = 1; product < this.#products; product++) {
      for (let i = 0; i < clients; i++) {
        const at = product * stride + i;
        const bestAt = ranked[from + i] * stride + i;
        const block = this.#block[at];
        const best = this.#block[bestAt];
        if (block < best || (block === best && this.#key[at] > this.#key[bestAt])) {
          ranked[from + i] = product;
        }
      }
    }
    for (let i = 0; i < clients; i++) {
      const at = ranked[from + i] * stride + i;
      blocks[from + i] = this.#block[at];
      this.#block[at] = BLOCK.taken;
    }
  }

  /** Why rank 1 is not offered; null: it is. `block` and `expected` are those of rank 1. */
  decide({ months, operations }: ClientSize, block: number, expected: Tenge): NoOfferReason | null {
    const { minMonths, minOperations, offerThreshold } = this.#rules;
    if (months < minMonths) return 'few-months';
    if (operations < minOperations) return 'few-operations';
    if (block === BLOCK.ineligible) return 'nothing-eligible';
    if (block === BLOCK.need || block === BLOCK.behaviour) return null;
    return expected > 0 && expected >= offerThreshold ? null : 'below-threshold';
  }
}
