import type { MonthIndex, Tenge } from '../kernel/units.ts';

/**
 * What one client's text about one product may say: values, not words. Estimates are rounded
 * already. An empty list, a zero or null means there is nothing true and worth saying.
 */
export interface TextFacts {
  /** First name; empty when the client is not addressed by name. */
  readonly name: string;
  /** The month the client spent most on what the product pays for; null without dates. */
  readonly month: MonthIndex | null;
  /** What was spent on it in that month, to the tenge. */
  readonly sum: Tenge;
  /** What the product would have given for exactly that sum. */
  readonly gain: Tenge;
  /** The sum would have earned more than the cap: sum × rate is not what the client gets. */
  readonly topped: boolean;
  /** The same spend in an average month; only when rate × usual gives `benefit`. */
  readonly usual: Tenge;
  /** The benefit is what is left above cashback the client earns already. */
  readonly earned: boolean;
  /** Benefit in an average month; 0 for families that name no figure. */
  readonly benefit: Tenge;
  /** What the product's count source counts; 0 when it is too few to speak of. */
  readonly n: number;
  /** Official labels of the largest categories, at most three, largest first. */
  readonly cats: readonly string[];
  /** `cats` are the client's three largest of all, none passed over or left out of the product. */
  readonly top3: boolean;
  /** Labels of all categories in `sum`, or of the period when there are no dates. */
  readonly places: readonly string[];
  /** ISO code of the foreign currency most is spent in. */
  readonly currency: string;
  /** Months the data cover; 0 without dates, when the number is only assumed. */
  readonly period: number;
  /** Known to be under 30. */
  readonly young: boolean;
}
