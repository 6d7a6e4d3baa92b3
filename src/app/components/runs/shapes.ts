/** What the comparison of two runs shows; the desk's own answer fits. */
export interface Run {
  readonly count: number;
  readonly offers: number;
  readonly expectedTotal: number;
  readonly period: readonly string[];
  readonly catalogue: string;
}

export interface OfferName {
  readonly code: string;
  readonly name: string;
}

export interface Changes {
  readonly before: Run;
  readonly after: Run;
  readonly came: number;
  readonly left: number;
  readonly common: number;
  readonly switched: number;
}
