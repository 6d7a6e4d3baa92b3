import type { Catalogue } from '../benefits/catalogue.ts';
import type { ProductEvaluation } from '../benefits/evaluation.ts';
import { PopulationSurvey, type PopulationStats } from '../benefits/population-survey.ts';
import { createScoreRow, type ScoreRow } from '../benefits/score-row.ts';
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
  readonly #scorer: Scorer;
  readonly #ranker: Ranker;
  readonly #suppressed: AdvisorOptions['suppressed'];

  constructor(
    population: Population,
    catalogue: Catalogue,
    { stats, holdings, suppressed }: AdvisorOptions = {},
  ) {
    this.catalogue = catalogue;
    this.population = population;
    this.ledger = createLedger(population.frame);
    this.scores = createScoreRow(catalogue.products.length);
    this.#scorer = new Scorer(
      catalogue,
      population.frame,
      stats ?? this.#survey(),
      holdings?.(catalogue, population.frame),
    );
    this.#ranker = new Ranker(catalogue);
    this.#suppressed = suppressed;
  }

  #survey(): PopulationStats | null {
    const survey = new PopulationSurvey(this.catalogue, this.population.frame);
    if (!survey.needed) return null;
    for (let client = 0; client < this.population.size; client++) {
      this.population.open(client, this.ledger);
      survey.add(this.ledger);
    }
    return survey.stats();
  }

  /** Scores and ranks one client: the hot path, allocates nothing. */
  advise(client: ClientIndex): void {
    this.population.open(client, this.ledger);
    this.#scorer.score(this.ledger, this.scores);
    this.#ranker.rank(this.scores, this.ranks);
    if (this.ranks.noOffer === null && this.#suppressed?.(client)) {
      this.ranks.noOffer = 'suppressed';
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
