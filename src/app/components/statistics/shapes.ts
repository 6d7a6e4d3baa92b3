/** What the cards of the statistics show; the desk's own aggregates fit. */
export interface ProductShare {
  readonly product: number;
  readonly clients: number;
  readonly offers: number;
  readonly expectedTotal: number;
}

export interface GroupSum {
  readonly label: string;
  readonly clients: number;
  readonly offers: number;
  readonly expectedTotal: number;
}

export interface Totals {
  readonly clients: number;
  readonly offers: number;
  readonly expectedTotal: number;
  readonly spendTotal: number;
  readonly products: readonly ProductShare[];
}
