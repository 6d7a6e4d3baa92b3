import type { MetricUnit } from '../benefits/metric-definition.ts';
import { METRICS } from '../benefits/metrics.ts';
import type { MetricRef } from '../benefits/metric-ref.ts';
import type { ScoreRow } from '../benefits/score-row.ts';
import { createScoreRow, expectedOf } from '../benefits/score-row.ts';
import type { Scorer } from '../benefits/scorer.ts';
import type { Ledger } from '../features/ledger.ts';
import { BLOCK, createRankRow } from './rank-row.ts';
import type { RankRow } from './rank-row.ts';
import type { Ranker } from './ranker.ts';

/** How firmly rank 1 stands. */
export interface Verdict {
  /** null when the catalogue has but one product. */
  readonly margin: Margin | null;
  /** The least change of one answer that makes another product first; null: no single one does. */
  readonly flip: Flip | null;
  /** By catalogue position: the product of its group that goes ahead instead; null: none does. */
  readonly behind: readonly (number | null)[];
}

export interface Margin {
  /** Catalogue position of rank 2. */
  readonly over: number;
  /** Tenge of expected benefit, fit, or fit above the bar from which the product leads. */
  readonly measure: 'tenge' | 'fit' | 'lead';
  readonly amount: number;
}

/** All else being equal: not a person's whole life, one number of it. */
export interface Flip {
  readonly metric: MetricRef;
  readonly from: number;
  /** The first value found to make the difference, to about a hundredth of the change. */
  readonly to: number;
  /** Catalogue position of who is first then. */
  readonly winner: number;
}

const FIRST_STEP = 0.02;
const GROWTH = 1.5;
/** A change of more than twenty times the value is no near one. */
const LARGEST_CHANGE = 20;
const HALVINGS = 12;
/** In scales: a smaller change nobody sees. Where the very first tenge decides, a few are named. */
const FINEST = 0.001;

/** By unit: the value that changes are measured in where the client's own is smaller. */
const SCALES: Partial<Record<MetricUnit, number>> = {
  tenge: 50_000,
  'tenge-per-month': 10_000,
  'per-quarter': 2,
  count: 10,
  months: 1,
  share: 0.1,
  ratio: 0.5,
  // Years and flags have none: nobody changes them by behaving otherwise.
};
const WHOLE: readonly MetricUnit[] = ['count', 'per-quarter', 'months'];

/** Judges rank 1 of one client at a time; for explanations, not for the hot path. */
export class Judge {
  readonly #scorer: Scorer;
  readonly #ranker: Ranker;
  readonly #leadAt: readonly number[];
  readonly #row: ScoreRow;
  readonly #ranks = createRankRow();

  constructor(scorer: Scorer, ranker: Ranker) {
    const { products } = scorer.catalogue;
    this.#scorer = scorer;
    this.#ranker = ranker;
    this.#leadAt = products.map(({ leadAt }) => leadAt ?? 0);
    this.#row = createScoreRow(products.length);
  }

  judge(ledger: Ledger): Verdict {
    this.#scorer.score(ledger, this.#row);
    this.#ranker.rank(this.#row, this.#ranks);
    const margin = this.#margin(this.#row, this.#ranks);
    const behind = this.#leadAt.map((_, product) =>
      this.#row.eligible[product] === 1 ? this.#ranker.aheadInGroup(product) : null,
    );
    return { margin, flip: this.#nearestFlip(this.#ranks.product[0]), behind };
  }

  #margin(row: ScoreRow, { product, block, size }: RankRow): Margin | null {
    if (size < 2) return null;
    const [first, over] = product;
    if (block[0] === BLOCK.value) {
      const next = block[1] === BLOCK.value ? expectedOf(row, over) : 0;
      return { over, measure: 'tenge', amount: expectedOf(row, first) - next };
    }
    const leads = block[0] < BLOCK.value && block[1] !== block[0];
    const bar = leads ? this.#leadAt[first] : row.fit[over];
    return { over, measure: leads ? 'lead' : 'fit', amount: row.fit[first] - bar };
  }

  #nearestFlip(winner: number): Flip | null {
    const { refs, answers } = this.#scorer.metrics;
    const { values } = answers;
    let nearest: Flip | null = null;
    let distance = Infinity;
    refs.forEach((metric, slot) => {
      const { unit } = METRICS.get(metric.metric)!;
      const from = values[slot];
      const least = SCALES[unit];
      if (least === undefined || Number.isNaN(from)) return;
      const scale = Math.max(least, Math.abs(from));
      for (const sign of [1, -1]) {
        const found = this.#search(slot, from, sign * scale, winner, distance);
        if (found === null || (unit === 'share' && found > 1)) continue;
        const to = WHOLE.includes(unit) ? from + sign * Math.ceil(Math.abs(found - from)) : found;
        const change = Math.abs(to - from) / scale;
        const other = this.#winnerAt(slot, to);
        if (change >= distance || other === winner) continue;
        distance = change;
        nearest = { metric, from, to, winner: other };
      }
    });
    return nearest;
  }

  /**
   * Goes away from `from` in growing steps until another wins, then halves the last step. Changes of
   * `enough` scales and more are not looked for: a nearer one is known.
   */
  #search(
    slot: number,
    from: number,
    scale: number,
    winner: number,
    enough: number,
  ): number | null {
    let same = 0;
    for (let step = FIRST_STEP; step <= LARGEST_CHANGE && same < enough; step *= GROWTH) {
      // Downwards there is nothing below nothing.
      const reach = scale < 0 && from >= 0 ? Math.min(step, -from / scale) : step;
      if (this.#winnerAt(slot, from + reach * scale) !== winner) {
        return from + this.#halve(slot, from, scale, winner, [same, reach]) * scale;
      }
      if (reach < step) return null;
      same = reach;
    }
    return null;
  }

  #halve(
    slot: number,
    from: number,
    scale: number,
    winner: number,
    [low, high]: readonly [number, number],
  ): number {
    let [same, other] = [low, high];
    for (let i = 0; i < HALVINGS && other > FINEST; i++) {
      const middle = (same + other) / 2;
      if (this.#winnerAt(slot, from + middle * scale) === winner) same = middle;
      else other = middle;
    }
    return other;
  }

  #winnerAt(slot: number, value: number): number {
    this.#scorer.imagine(slot, value, this.#row);
    this.#ranker.rank(this.#row, this.#ranks);
    return this.#ranks.product[0];
  }
}
