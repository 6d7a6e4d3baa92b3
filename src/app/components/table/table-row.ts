/** What the table shows of a client. */
export interface TableRow {
  readonly client: number;
  readonly code: string;
  readonly name: string;
  readonly status: string;
  readonly city: string;
  readonly age: number | null;
  readonly balance: number;
  readonly spend: number;
  /** Position of the first product in the catalogue. */
  readonly product: number;
  readonly benefit: number | null;
  readonly expected: number | null;
  readonly send: boolean;
  readonly noOffer: NoOffer | null;
  readonly chosen: boolean;
}

export type NoOffer =
  'below-threshold' | 'few-months' | 'few-operations' | 'nothing-eligible' | 'suppressed';
