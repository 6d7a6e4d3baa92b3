/** Two results side by side, as the worker counts them. */
export interface Difference {
  readonly clients: number;
  readonly switched: number;
  readonly before: Totals;
  readonly after: Totals;
  readonly products: readonly {
    readonly name: string;
    readonly before: number;
    readonly after: number;
  }[];
  readonly switches: readonly Switch[];
}

interface Totals {
  readonly offers: number;
  readonly expectedTotal: number;
}

/** null: nothing is offered. */
export interface Switch {
  readonly from: string | null;
  readonly to: string | null;
  readonly clients: number;
}

/** How the advice does against known answers. */
export interface Judgement {
  readonly clients: number;
  readonly unknownClients: number;
  readonly unknownProducts: readonly string[];
  readonly places: readonly number[];
  readonly points: number;
  readonly products: readonly number[];
  readonly confusion: readonly (readonly number[])[];
  readonly differing: number;
  readonly examples: readonly {
    readonly client: number;
    readonly code: string;
    readonly name: string;
    readonly reference: string;
    readonly first: number;
    readonly place: number | null;
  }[];
}
