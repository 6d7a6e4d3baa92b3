import type { ClientIndex, Tenge } from '../engine/kernel/units.ts';
import type { Answer } from './answer.ts';

/** Sums over some clients. */
export interface ViewTotals {
  readonly count: number;
  readonly offers: number;
  readonly expectedTotal: Tenge;
}

/** Clients chosen in the table, to do something with all of them. A new import begins with none. */
export interface ClientSelection {
  /** Rows `from` … `to` − 1 of the present view. */
  choose(from: number, to: number, chosen: boolean): Answer<SelectionTotals>;
  /** Every row of the present view; whoever else is chosen stays so. */
  chooseView(chosen: boolean): Answer<SelectionTotals>;
  clear(): Answer<SelectionTotals>;
  totals(): Answer<SelectionTotals>;
  /** Their codes in natural order, one a line. */
  codes(): Answer<string>;
}

export interface SelectionTotals extends ViewTotals {
  /** How many of them are in the present view. */
  readonly inView: number;
  readonly suppressed: number;
}

/** Who is left out of what goes to the sending system, whatever the advice says. */
export interface Mailing {
  /**
   * Takes clients off the mailing or puts them back. Everything changes with it: the table, the
   * charts and every export. Who already is as asked is not counted.
   */
  suppress(
    clients: 'selection' | readonly ClientIndex[],
    suppressed: boolean,
  ): Answer<SuppressionChange>;
  /** The same by code, as undoing and opening a project need it; unknown codes are passed over. */
  suppressCodes(codes: readonly string[], suppressed: boolean): Answer<SuppressionChange>;
  /** Codes of everybody taken off, in natural order. */
  suppressedCodes(): Answer<readonly string[]>;
}

/** One decision of a person about the mailing, with what it did. */
export interface SuppressionChange {
  readonly suppressed: boolean;
  readonly clients: number;
  /** Theirs, in the order they were given. */
  readonly codes: readonly string[];
  readonly before: ViewTotals;
  readonly after: ViewTotals;
}
