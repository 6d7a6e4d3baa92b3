import type { Tenge } from '../kernel/units.ts';

/** `suppressed`: there is an offer, and a person has taken the client off the mailing. */
export type NoOfferReason =
  'below-threshold' | 'few-months' | 'few-operations' | 'nothing-eligible' | 'suppressed';

/** How a product leads: by explicit need, by own behaviour, by value in tenge, or not at all. */
export type LeadBy = 'need' | 'behaviour' | 'value' | 'rest';

export interface RankedProduct {
  /** Position in the catalogue. */
  readonly product: number;
  readonly rank: 1 | 2 | 3 | 4;
  readonly leadBy: LeadBy;
  readonly eligible: boolean;
  readonly benefit: Tenge | null;
  readonly fit: number;
  readonly expected: Tenge | null;
}

export interface Recommendation {
  /** Ranks 1–4 (fewer only when the catalogue has fewer products). */
  readonly top: readonly RankedProduct[];
  /** True when rank 1 is offered to the client. */
  readonly send: boolean;
  /** Why nothing is offered; null when `send`. */
  readonly noOffer: NoOfferReason | null;
}
