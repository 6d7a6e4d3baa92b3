import type { ClientIndex, Tenge } from '../engine/kernel/units.ts';
import type { NoOfferReason } from '../engine/recommendations/recommendation.ts';
import type { ChangeFilter } from './runs-contract.ts';

export type SortKey =
  | 'code'
  | 'name'
  | 'status'
  | 'city'
  | 'age'
  | 'balance'
  | 'product'
  | 'benefit'
  | 'expected'
  | 'spend';

export interface ViewQuery {
  /** Part of a name or a code; case and repeated spaces do not matter. */
  readonly search: string;
  /** Catalogue positions; empty: all. */
  readonly products: readonly number[];
  /** Positions in `Summary.statuses`; empty: all. */
  readonly statuses: readonly number[];
  /** Positions in `Summary.cities`; empty: all. */
  readonly cities: readonly number[];
  readonly send: boolean | null;
  readonly noOffer: readonly NoOfferReason[];
  /** Inclusive; null: open. */
  readonly age: Range;
  readonly balance: Range;
  readonly expected: Range;
  /** Of a comparison with the kept run; left out or null: all. */
  readonly change?: ChangeFilter | null;
  readonly sort: SortKey;
  readonly descending: boolean;
}

export interface Range {
  readonly from: number | null;
  readonly to: number | null;
  /** Instead of a range: those of whom the figure is not known. */
  readonly unknown?: boolean;
}

export interface ClientRow {
  readonly client: ClientIndex;
  readonly code: string;
  readonly name: string;
  readonly status: string;
  readonly city: string;
  /** null when unknown. */
  readonly age: number | null;
  readonly balance: Tenge;
  /** Average monthly spend. */
  readonly spend: Tenge;
  /** Catalogue position of rank 1. */
  readonly product: number;
  readonly benefit: Tenge | null;
  readonly expected: Tenge | null;
  readonly send: boolean;
  readonly noOffer: NoOfferReason | null;
  readonly chosen: boolean;
}
