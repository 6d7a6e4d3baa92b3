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

/** Ranks of some clients, `stride` apart as their scores are. */
export interface Ranks {
  /** [(rank − 1) × stride + i] catalogue position. */
  readonly product: Uint8Array;
  /** [(rank − 1) × stride + i] one of BLOCK. */
  readonly block: Uint8Array;
}

/** One client's ranks, the first `size` of which are filled; refilled for client after client. */
export interface RankRow extends Ranks {
  /** Fewer than four only when the catalogue has fewer products. */
  size: number;
  /** null: rank 1 is offered. */
  noOffer: NoOfferReason | null;
}

/** Room for so many ranks. */
export const createRanks = (ranks: number): Ranks => ({
  product: new Uint8Array(ranks),
  block: new Uint8Array(ranks),
});

export const createRankRow = (): RankRow => ({
  ...createRanks(RANKS),
  size: 0,
  noOffer: null,
});
