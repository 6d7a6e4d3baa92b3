import type { ScoreRow } from '../benefits/score-row.ts';
import { expectedOf } from '../benefits/score-row.ts';
import type { RankRow } from './rank-row.ts';
import { LEAD_BY } from './rank-row.ts';
import type { RankedProduct, Recommendation } from './recommendation.ts';

const known = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** Lays ranks out for reading: what the table, the exports and the texts are given. */
export const recommend = (row: ScoreRow, ranks: RankRow): Recommendation => ({
  top: Array.from({ length: ranks.size }, (_, i): RankedProduct => {
    const product = ranks.product[i];
    return {
      product,
      rank: (i + 1) as RankedProduct['rank'],
      leadBy: LEAD_BY[ranks.block[i]],
      eligible: row.eligible[product] === 1,
      benefit: known(row.benefit[product]),
      fit: row.fit[product],
      expected: known(expectedOf(row, product)),
    };
  }),
  send: ranks.noOffer === null,
  noOffer: ranks.noOffer,
});
