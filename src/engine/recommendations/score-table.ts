import type { Advisor } from './advisor.ts';
import type { NoOfferReason } from './recommendation.ts';

/** By code in `ScoreTable.noOffer`; 0 is "offered". */
export const NO_OFFER_REASONS: readonly NoOfferReason[] = [
  'below-threshold',
  'few-months',
  'few-operations',
  'nothing-eligible',
  'suppressed',
];

/** The code of an offer that a person has taken back; without that it would be 0. */
export const SUPPRESSED = 1 + NO_OFFER_REASONS.indexOf('suppressed');

/** What a table of all clients shows of everybody's first product; the rest is worked out on demand. */
export interface ScoreTable {
  /** Catalogue position of rank 1. */
  readonly product: Uint8Array;
  /** NaN where the product has no figure. */
  readonly benefit: Float64Array;
  readonly expected: Float64Array;
  /** 0: offered; else 1 + position in NO_OFFER_REASONS. */
  readonly noOffer: Uint8Array;
  /** Average monthly spend. */
  readonly spend: Float64Array;
}

/** Scores everybody; `onProgress` is called now and then with the number of clients done. */
export const scoreAll = (advisor: Advisor, onProgress: (clients: number) => void): ScoreTable => {
  const { size } = advisor.population;
  const table: ScoreTable = {
    product: new Uint8Array(size),
    benefit: new Float64Array(size),
    expected: new Float64Array(size),
    noOffer: new Uint8Array(size),
    spend: new Float64Array(size),
  };
  advisor.adviseAll((client, { product, benefit, expected, noOffer, spend }) => {
    table.product[client] = product;
    table.benefit[client] = benefit;
    table.expected[client] = expected;
    table.noOffer[client] = noOffer === null ? 0 : NO_OFFER_REASONS.indexOf(noOffer) + 1;
    table.spend[client] = spend;
    if (client % STEP === STEP - 1) onProgress(client + 1);
  });
  return table;
};

const STEP = 10_000;
