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

export interface SwitchRow {
  readonly from: OfferName | null;
  readonly to: OfferName | null;
  readonly clients: number;
  readonly difference: number;
}

export interface MoverRow {
  readonly client: number;
  readonly code: string;
  readonly name: string;
  readonly from: OfferName | null;
  readonly to: OfferName | null;
  readonly difference: number;
}

export interface LeaverRow {
  readonly code: string;
  readonly offer: OfferName | null;
  readonly expected: number;
}

export interface Changes {
  readonly before: Run;
  readonly after: Run;
  readonly came: number;
  readonly left: number;
  readonly common: number;
  readonly switched: number;
}
