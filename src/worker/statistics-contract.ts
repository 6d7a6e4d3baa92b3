import type { Tenge } from '../engine/kernel/units.ts';
import type { NoOfferReason } from '../engine/recommendations/recommendation.ts';

/** Aggregates for charts. */
export interface Statistics {
  readonly clients: number;
  readonly offers: number;
  readonly expectedTotal: Tenge;
  readonly spendTotal: Tenge;
  /** By catalogue position: clients for whom the product is rank 1, how many of them are sent it, Σ expected. */
  readonly products: readonly {
    readonly product: number;
    readonly clients: number;
    readonly offers: number;
    readonly expectedTotal: Tenge;
  }[];
  readonly noOffer: readonly { readonly reason: NoOfferReason; readonly clients: number }[];
  /** Histogram of the expected benefit of offers: edges has one more entry than counts. */
  readonly histogram: { readonly edges: readonly Tenge[]; readonly counts: readonly number[] };
  readonly byStatus: readonly Group[];
  readonly byCity: readonly Group[];
  readonly byAge: readonly Group[];
}

export interface Group {
  readonly label: string;
  readonly clients: number;
  readonly offers: number;
  readonly expectedTotal: Tenge;
}
