import type { Tenge } from '../kernel/units.ts';

/** One client's scores, by product in catalogue order; refilled for client after client. */
export interface ScoreRow {
  /** Net benefit per month in tenge; NaN for products without a figure. */
  readonly benefit: Float64Array;
  /** 0…1 */
  readonly fit: Float64Array;
  /** 1 when all gates pass. */
  readonly eligible: Uint8Array;
  /** Months with any operation, and how many operations: what "thin data" is judged by. */
  months: number;
  operations: number;
}

export const createScoreRow = (products: number): ScoreRow => ({
  benefit: new Float64Array(products),
  fit: new Float64Array(products),
  eligible: new Uint8Array(products),
  months: 0,
  operations: 0,
});

/** What value products are ranked by; NaN without a figure. */
export const expectedOf = (row: ScoreRow, product: number): Tenge =>
  row.benefit[product] * row.fit[product];
