import type { ClientIndex, MonthIndex, Tenge } from '../kernel/units.ts';

/**
 * One client's three months, laid open for scoring: everything a metric, an explanation or a text
 * may look at, in tenge, after currency conversion. One ledger is refilled for client after client,
 * so nothing is allocated per client; never keep a reference to its arrays.
 *
 * Money tables are row-major: cell `[row * months.length + slot]`. A population without dates has
 * one slot, but `periodMonths` still says 3.
 */
export interface Ledger {
  client: ClientIndex;
  code: string;
  name: string;
  status: string;
  city: string;
  /** NaN when unknown. */
  age: number;
  balance: Tenge;
  /** Tag of the client's own language; empty when the data do not say. */
  language: string;

  readonly frame: LedgerFrame;

  /** Number of categories filled: the known ones first, then the client's own unknown ones. */
  categoryCount: number;
  /** Row → category id (position in `frame.categories`); the first `frame.knownCategories` rows are 0, 1, 2 … */
  categoryIds: Int32Array;
  /** [category row × slot] spend, refunds subtracted (a cell may be negative). */
  spend: Float64Array;
  /** [category row] number of transactions, refunds included. */
  spendCount: Float64Array;
  /** [currency × slot] the part of spend made in a currency other than KZT, in tenge. Currency 0 is KZT and stays 0. */
  foreignSpend: Float64Array;
  /** [currency] number of transactions in it; [0] counts those in KZT. */
  currencyCount: Float64Array;

  /** [transfer column × slot]; columns are `frame.transferTypes`. Always positive; the column gives the direction. */
  transfers: Float64Array;
  /** [transfer column] */
  transferCount: Float64Array;

  /** Ids (positions in `frame.traits`) of this client's traits; the first `traitCount` are filled. */
  traitIds: Int32Array;
  traitCount: number;
}

/** What is common to all clients of one population. */
export interface LedgerFrame {
  /** The months of the period, chronological; `null` entries never occur. Undated data: one slot, value -1. */
  readonly months: readonly MonthIndex[];
  /** False when no file had dates: nothing may then name a month or compare months. */
  readonly dated: boolean;
  /** What sums are divided by to get "per month" (distinct months, 3 without dates, or --months). */
  readonly periodMonths: number;
  /** Category labels by id: the official ones first, then unknown ones sorted by code units. */
  readonly categories: readonly string[];
  readonly knownCategories: number;
  /** Official types in vocabulary order, then `other_in` and `other_out`. */
  readonly transferTypes: readonly TransferColumn[];
  /** ISO codes; [0] is KZT. */
  readonly currencies: readonly string[];
  /** Distinct raw texts seen in `transactions.product` and `transfers.type`. */
  readonly traits: readonly Trait[];
}

export interface TransferColumn {
  readonly name: string;
  readonly direction: 'in' | 'out';
}

/** A text seen in some row of a client; kept as a set per client, never summed. */
export interface Trait {
  readonly source: 'product' | 'type';
  readonly text: string;
}
