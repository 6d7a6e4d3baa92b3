/** Transfers of one type, a month. */
export interface Flow {
  readonly type: string;
  readonly perMonth: number;
  /** Number of transfers in the three months. */
  readonly perQuarter: number;
}

/** A kind of client, and the product made for it: what the generator draws people from. */
export interface Archetype {
  /** The product's name, as in the label file. */
  readonly label: string;
  /** Monthly card spend, tenge. */
  readonly spend: number;
  /** Average balance in months of card spend. */
  readonly balance: number;
  /** Tenge the balance never falls under. */
  readonly leastBalance?: number;
  readonly ages: readonly [number, number];
  /** Monthly income; left out: so much that card spend is 55–75 % of it. */
  readonly income?: number;
  readonly student?: boolean;
  /** Debt service as a part of income; left out: as the population has it. */
  readonly debtLoad?: number;
  /** Category → times its share of the base basket. */
  readonly basket?: Readonly<Record<string, number>>;
  /** Part of each share that is spread evenly over all categories instead. */
  readonly flatness?: number;
  /** Part of card spend in foreign currency; left out: as the population has it. */
  readonly foreign?: number;
  /** Deviation of monthly spend from its mean. */
  readonly volatility?: number;
  readonly flows?: readonly Flow[];
  /** One month with so many monthly incomes more going out. */
  readonly gap?: number;
}
