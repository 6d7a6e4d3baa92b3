import type { Catalogue } from '../benefits/catalogue.ts';
import type { ProductEvaluation } from '../benefits/evaluation.ts';
import { CHUNK, MetricColumns } from '../benefits/metric-columns.ts';
import {
  asksAboutOthers,
  surveyColumns,
  type PopulationStats,
} from '../benefits/population-survey.ts';
import { createScoreRow, createScores, type ScoreRow } from '../benefits/score-row.ts';
import { Scorer } from '../benefits/scorer.ts';
import { createLedger } from '../features/create-ledger.ts';
import type { Ledger } from '../features/ledger.ts';
import type { Population } from '../features/population.ts';
import type { ClientIndex } from '../kernel/units.ts';
import type { Holdings } from './holdings.ts';
import { createRankRow, type RankRow } from './rank-row.ts';
import { Ranker } from './ranker.ts';
import { recommend } from './recommend.ts';
import type { Recommendation } from './recommendation.ts';
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
    this.#suppress(client);
  }

  #suppress(client: ClientIndex): void {
    if (this.ranks.noOffer === null && this.#suppressed?.(client)) {
      this.ranks.noOffer = 'suppressed';
    }
  }

  /**
   * Scores everybody and finds their first rank: the hot path. `visit` is called for client after
   * client, with their numbers in `scores` and `ranks` but nobody in `ledger`.
   */
  adviseAll(visit: (client: ClientIndex) => void): void {
    const scorer = this.#scorer;
    const { scores: row, ranks, ledger } = this;
    const many = createScores(this.catalogue.products.length, CHUNK);
    let client = 0;
    this.#columns.keep(scorer.metrics);
    for (const answers of this.#columns.chunks(scorer.metrics)) {
      scorer.scoreMany(answers, many);
      for (let i = 0; i < answers.clients; i++, client++) {
        scorer.takeRow(answers, many, i, row);
        if (scorer.excludes) {
          this.population.open(client, ledger);
          scorer.leaveOutHeld(ledger, row);
        }
        this.#ranker.rank(row, ranks, 1);
        this.#suppress(client);
        visit(client);
      }
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
