import type { Catalogue } from '../benefits/catalogue.ts';
import type { ProductEvaluation } from '../benefits/evaluation.ts';
import { CHUNK } from '../benefits/chunk-reader.ts';
import { MetricColumns } from '../benefits/metric-columns.ts';
import {
  asksAboutOthers,
  surveyColumns,
  type PopulationStats,
} from '../benefits/population-survey.ts';
import {
  type ClientSize,
  createScoreRow,
  createScores,
  expectedOf,
  type ScoreRow,
  type Scores,
} from '../benefits/score-row.ts';
import { Scorer } from '../benefits/scorer.ts';
import { createLedger } from '../features/create-ledger.ts';
import type { Ledger } from '../features/ledger.ts';
import type { Population } from '../features/population.ts';
import type { ClientIndex, Tenge } from '../kernel/units.ts';
import type { Holdings } from './holdings.ts';
import { createRankRow, createRanks, type RankRow } from './rank-row.ts';
import { Ranker } from './ranker.ts';
import { recommend } from './recommend.ts';
import type { NoOfferReason, Recommendation } from './recommendation.ts';
import { Judge, type Verdict } from './verdict.ts';

export interface AdvisorOptions {
  /** Those of a larger population that this one is a part of; else it surveys its own. */
  readonly stats?: PopulationStats;
  /** Products that clients have already are not offered to them. */
  readonly holdings?: Holdings;
  /** Who is sent nothing because a person said so; ranks stay as they are. Asked anew every time. */
  readonly suppressed?: (client: ClientIndex) => boolean;
  /** Of this population, kept from the advice of another catalogue. */
  readonly columns?: MetricColumns;
}

/** A client's first product. */
export interface FirstRank extends ClientSize {
  /** Catalogue position. */
  product: number;
  /** NaN where the product has no figure. */
  benefit: Tenge;
  expected: Tenge;
  /** null: it is offered. */
  noOffer: NoOfferReason | null;
}

const NOBODY: FirstRank = {
  ...{ months: 0, operations: 0, spend: 0 },
  ...{ product: 0, benefit: 0, expected: 0, noOffer: null },
};

/**
 * One catalogue's advice for one population, client by client. What a call leaves in `ledger`,
 * `scores` and `ranks` stands until the next call.
 */
export class Advisor {
  readonly catalogue: Catalogue;
  readonly population: Population;
  readonly ledger: Ledger;
  readonly scores: ScoreRow;
  readonly ranks: RankRow = createRankRow();
  readonly #columns: MetricColumns;
  readonly #scorer: Scorer;
  readonly #ranker: Ranker;
  readonly #suppressed: AdvisorOptions['suppressed'];

  constructor(
    population: Population,
    catalogue: Catalogue,
    { stats, holdings, suppressed, columns = new MetricColumns(population) }: AdvisorOptions = {},
  ) {
    this.catalogue = catalogue;
    this.population = population;
    this.ledger = createLedger(population.frame);
    this.scores = createScoreRow(catalogue.products.length);
    this.#columns = columns;
    this.#scorer = new Scorer(
      catalogue,
      population.frame,
      stats ?? this.#survey(),
      holdings?.(catalogue, population.frame),
    );
    this.#ranker = new Ranker(catalogue);
    this.#suppressed = suppressed;
  }

  /** How the population answers what relative signals ask; null when there are none. */
  #survey(): PopulationStats | null {
    if (!asksAboutOthers(this.catalogue)) return null;
    const { metrics } = new Scorer(this.catalogue, this.population.frame, null);
    this.#columns.keep(metrics);
    return surveyColumns(this.catalogue, this.#columns, metrics);
  }

  /** Scores and ranks one client: allocates nothing. */
  advise(client: ClientIndex): void {
    this.population.open(client, this.ledger);
    this.#scorer.score(this.ledger, this.scores);
    this.#ranker.rank(this.scores, this.ranks);
    if (this.ranks.noOffer === null && this.#isSuppressed(client)) {
      this.ranks.noOffer = 'suppressed';
    }
  }

  #isSuppressed(client: ClientIndex): boolean {
    return this.#suppressed?.(client) ?? false;
  }

  /** Scores everybody and finds their first rank: the hot path. `first` is refilled for client after client. */
  adviseAll(visit: (client: ClientIndex, first: FirstRank) => void): void {
    const scorer = this.#scorer;
    const many = createScores(this.catalogue.products.length, CHUNK);
    const ranks = createRanks(CHUNK);
    const first: FirstRank = { ...NOBODY };
    let client = 0;
    this.#columns.keep(scorer.metrics);
    for (const answers of this.#columns.chunks(scorer.metrics)) {
      const { stride, clients } = answers;
      scorer.scoreMany(answers, many);
      if (scorer.excludes) this.#leaveOutHeld(client, clients, many, stride);
      this.#ranker.rankMany(many, stride, clients, ranks, 1);
      for (let i = 0; i < clients; i++, client++) {
        const at = ranks.product[i] * stride + i;
        scorer.describe(answers, i, first);
        first.product = ranks.product[i];
        first.benefit = many.benefit[at];
        first.expected = expectedOf(many, at);
        first.noOffer = this.#ranker.decide(first, ranks.block[i], first.expected);
        if (first.noOffer === null && this.#isSuppressed(client)) first.noOffer = 'suppressed';
        visit(client, first);
      }
    }
  }

  #leaveOutHeld(from: ClientIndex, clients: number, scores: Scores, stride: number): void {
    for (let i = 0; i < clients; i++) {
      this.population.open(from + i, this.ledger);
      this.#scorer.leaveOutHeld(this.ledger, scores, stride, i);
    }
  }

  recommendation(client: ClientIndex): Recommendation {
    this.advise(client);
    return recommend(this.scores, this.ranks);
  }

  /** How firmly rank 1 stands for this client, and what would change it. */
  verdict(client: ClientIndex): Verdict {
    this.population.open(client, this.ledger);
    return new Judge(this.#scorer, this.#ranker).judge(this.ledger);
  }

  /** Why each product has its number for this client, in catalogue order. */
  explain(client: ClientIndex): ProductEvaluation[] {
    this.population.open(client, this.ledger);
    return this.#scorer.explain(this.ledger);
  }
}
