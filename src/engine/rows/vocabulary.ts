/** Everything the reader of rows must know of the domain's words. Presets fill it; code has none. */
export interface Vocabulary {
  /** Official category labels, in catalogue order; their positions are the dense columns. */
  readonly categories: readonly string[];
  readonly transferTypes: readonly TransferType[];
  /** Official status labels. Others are kept as they are, with a fault per distinct value. */
  readonly statuses: readonly string[];
  /** Accepted headings for each field, in any language; matched by `headingKey`. */
  readonly headings: Readonly<Record<Field, readonly string[]>>;
  /** Spellings of currencies (₸, тг, $, …) → ISO code; ISO codes themselves need no entry. */
  readonly currencySpellings: Readonly<Record<string, string>>;
  /** Words in a first cell that mark a totals row (итого, всего, total, …). */
  readonly totalsWords: readonly string[];
  /** Spellings of the two directions (in, out, приход, расход, …). */
  readonly directions: Readonly<Record<Direction, readonly string[]>>;
  /** Tag of a language a client can be written to in → its spellings in the language column. */
  readonly languages: Readonly<Record<string, readonly string[]>>;
}

export type Direction = 'in' | 'out';

export interface TransferType {
  readonly name: string;
  readonly direction: Direction;
  /** The name without its direction, as some exports write it (`salary`, `atm`). */
  readonly stem: string;
}

export type FileKind = 'clients' | 'transactions' | 'transfers';

export const FIELDS = [
  'client_code',
  'name',
  'status',
  'age',
  'city',
  'avg_monthly_balance_KZT',
  'date',
  'category',
  'amount',
  'currency',
  'type',
  'direction',
  'product',
  'language',
] as const;

export type Field = (typeof FIELDS)[number];
