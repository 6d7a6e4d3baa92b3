/**
 * What texts must be told about a product that its catalogue entry does not say. The same for all
 * languages and catalogues: templates rely on it.
 */
export interface FactSource {
  /** What {n} counts; without it the product's texts have no {n}. */
  readonly count?: CountSource;
  /** Fewer are chance, not a habit, and are not named; 2 unless said otherwise. */
  readonly atLeast?: number;
  /** The catalogue's rate is a yearly one: it may be named only together with the effective rate. */
  readonly yearlyRate?: true;
}

export type CountSource =
  | { readonly of: 'transfers'; readonly types: readonly string[] }
  /** In the categories the product pays for. */
  | { readonly of: 'purchases' }
  /** Different categories bought in. */
  | { readonly of: 'categories' }
  /** Payments in the currency that {currency} forms name. */
  | { readonly of: 'currency' };
