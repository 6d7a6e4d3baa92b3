import type { LeadBy, NoOfferReason } from './recommendation.ts';

export const RANKS = 4;

/** The blocks of the order of ranks, first to last; `taken` marks what already has a rank. */
export const BLOCK = {
  need: 0,
  behaviour: 1,
  value: 2,
  rest: 3,
  ineligible: 4,
  taken: 5,
} as const;

/** By block: how a product leads. */
export const LEAD_BY: readonly LeadBy[] = ['need', 'behaviour', 'value', 'rest', 'rest'];

/** One client's ranks; refilled for client after client. */
export interface RankRow {
  /** [rank − 1] catalogue position; the first `size` are filled. */
  readonly product: Uint8Array;
  /** [rank − 1] one of BLOCK. */
  readonly block: Uint8Array;
  /** Fewer than four only when the catalogue has fewer products. */
  size: number;
  /** null: rank 1 is offered. */
  noOffer: NoOfferReason | null;
}

export const createRankRow = (): RankRow => ({
  product: new Uint8Array(RANKS),
  block: new Uint8Array(RANKS),
  size: 0,
  noOffer: null,
});
