import type { DateOrder } from '../rows/date.ts';
import type { DecimalMark } from '../rows/decimal-mark.ts';
import type { Vocabulary } from '../rows/vocabulary.ts';
import type { StreamKind } from './stream-format.ts';

/** How the rows of a stream are to be read. */
export interface StreamReading {
  readonly vocabulary: Vocabulary;
  /** ISO codes that have a rate: the home currency, then the others by code units. */
  readonly currencies: readonly string[];
  /** Decimal mark of each kind's amounts; null while nothing is proved. */
  readonly marks: Readonly<Record<StreamKind, DecimalMark | null>>;
  readonly orders: Readonly<Record<StreamKind, DateOrder | null>>;
  /** False while statistics are being made: doubtful values are counted then, and decided later. */
  readonly settled: boolean;
}

/** The currencies of a rate table as a reading wants them. */
export const readingCurrencies = (
  home: string,
  fx: Readonly<Record<string, number>>,
): readonly string[] => [
  home,
  ...Object.keys(fx)
    .filter((code) => code !== home)
    .sort(),
];

export const NOTHING_PROVED = { clients: null, transactions: null, transfers: null } as const;
