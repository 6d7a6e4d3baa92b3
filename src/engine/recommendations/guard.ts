import type { Catalogue, CatalogueProduct } from '../benefits/catalogue.ts';
import { conditionsOf } from '../benefits/gates.ts';
import type { MetricRef } from '../benefits/metric-ref.ts';
import { PopulationSurvey } from '../benefits/population-survey.ts';
import { createScoreRow } from '../benefits/score-row.ts';
import { Scorer } from '../benefits/scorer.ts';
import { createLedger } from '../features/create-ledger.ts';
import type { LedgerFrame, Trait, TransferColumn } from '../features/ledger.ts';
import { RandomClient } from './random-client.ts';
import { createRankRow } from './rank-row.ts';
import { Ranker } from './ranker.ts';

const CLIENTS = 100_000;
/** Enough to know the quartiles of random clients. */
const SURVEYED = 20_000;
const SEED = 2025;

/** The domain's words that random clients are made of. */
export interface GuardWords {
  readonly categories: readonly string[];
  readonly transferTypes: readonly TransferColumn[];
  readonly statuses: readonly string[];
}

export interface GuardReport {
  readonly clients: number;
  /** By catalogue position: for how many clients the product is rank 1. */
  readonly firsts: readonly number[];
  /** Catalogue positions of products that are never first: an error in the catalogue. */
  readonly neverFirst: readonly number[];
}

/** Between two steps whoever runs the guard may do something else, or stop. */
const STEP = 5000;

export interface GuardProgress {
  readonly clients: number;
  readonly of: number;
}

/** Can every product win? Ranks random clients, always the same ones, and counts who comes first. */
export const guardCatalogue = (
  catalogue: Catalogue,
  words: GuardWords,
  clients = CLIENTS,
): GuardReport => {
  const steps = guardSteps(catalogue, words, clients);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};

/** The same, a few thousand clients at a time. */
export function* guardSteps(
  catalogue: Catalogue,
  words: GuardWords,
  clients = CLIENTS,
): Generator<GuardProgress, GuardReport, undefined> {
  const frame = frameOf(catalogue, words);
  const ledger = createLedger(frame);
  ledger.categoryCount = frame.knownCategories;
  const survey = new PopulationSurvey(catalogue, frame);
  if (survey.needed) {
    const random = new RandomClient(SEED);
    for (let i = 0; i < Math.min(clients, SURVEYED); i++) {
      random.draw(ledger, words.statuses);
      survey.add(ledger);
    }
  }
  const scorer = new Scorer(catalogue, frame, survey.stats());
  const ranker = new Ranker(catalogue);
  const row = createScoreRow(catalogue.products.length);
  const ranks = createRankRow();
  const firsts = catalogue.products.map(() => 0);
  const random = new RandomClient(SEED);
  for (let i = 0; i < clients; i++) {
    random.draw(ledger, words.statuses);
    scorer.score(ledger, row);
    ranker.rank(row, ranks);
    firsts[ranks.product[0]]++;
    if (i % STEP === STEP - 1) yield { clients: i + 1, of: clients };
  }
  return {
    clients,
    firsts,
    neverFirst: [...firsts.keys()].filter((product) => firsts[product] === 0),
  };
}

const frameOf = (catalogue: Catalogue, words: GuardWords): LedgerFrame => ({
  months: [0, 1, 2],
  dated: true,
  periodMonths: 3,
  categories: words.categories,
  knownCategories: words.categories.length,
  transferTypes: words.transferTypes,
  currencies: ['KZT', 'USD'],
  traits: catalogue.products.flatMap(traitsOf),
});

const SOURCES: Readonly<Record<string, Trait['source'] | undefined>> = {
  productSeen: 'product',
  typeSeen: 'type',
};

/** Every text the product looks for becomes a trait that half of the clients have. */
const traitsOf = (product: CatalogueProduct): Trait[] =>
  [
    ...product.gates.flatMap((gate): readonly MetricRef[] => conditionsOf(gate)),
    ...product.signals,
    ...product.benefit.flatMap(({ lines }) =>
      lines.flatMap((line): MetricRef[] => ('by' in line ? [line.of, line.by] : [line.of])),
    ),
  ].flatMap(({ metric, texts = [] }) => {
    const source = SOURCES[metric];
    return source ? texts.map((text): Trait => ({ source, text })) : [];
  });
