import type { Tenge } from '../kernel/units.ts';

/**
 * Scores by product in catalogue order: of product p for client i of some, at `p × stride + i`,
 * where `stride` is that of the answers they were made from.
 */
export interface Scores {
  /** Net benefit per month in tenge; NaN for products without a figure. */
  readonly benefit: Float64Array;
  /** 0…1 */
  readonly fit: Float64Array;
  /** 1 when all gates pass. */
  readonly eligible: Uint8Array;
}

/** A client beside the scores. */
export interface ClientSize {
  /** Months with any operation, and how many operations: what "thin data" is judged by. */
  months: number;
  operations: number;
  /** Card spend a month. */
  spend: Tenge;
}

/** One client's scores: refilled for client after client. */
export interface ScoreRow extends Scores, ClientSize {}

export const createScores = (products: number, stride: number): Scores => ({
  benefit: new Float64Array(products * stride),
  fit: new Float64Array(products * stride),
  eligible: new Uint8Array(products * stride),
});

export const createScoreRow = (products: number): ScoreRow => ({
  ...createScores(products, 1),
  months: 0,
  operations: 0,
  spend: 0,
});

/** What value products are ranked by; NaN without a figure. `at`: the product's place in one row. */
export const expectedOf = ({ benefit, fit }: Scores, at: number): Tenge => benefit[at] * fit[at];
