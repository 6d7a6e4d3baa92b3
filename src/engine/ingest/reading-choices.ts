import type { DecimalMark } from '../rows/decimal-mark.ts';
import type { DateOrder } from '../rows/date.ts';
import type { EncodingName } from '../bytes/encoding.ts';
import type { HeadingMap } from '../rows/header.ts';

/** What a person decided where the data do not; null: read it from the evidence. */
export interface ReadingChoices {
  readonly encoding: EncodingName | null;
  readonly delimiter: ',' | ';' | '\t' | '|' | null;
  readonly decimal: DecimalMark | null;
  readonly dateOrder: DateOrder | null;
  /** Heading as in the file → field; null leaves the column out. */
  readonly headings: HeadingMap;
}

export const NO_CHOICES: ReadingChoices = {
  encoding: null,
  delimiter: null,
  decimal: null,
  dateOrder: null,
  headings: {},
};
