import type { EncodingName } from '../bytes/encoding.ts';
import type { DecimalMark } from '../rows/decimal-mark.ts';
import type { DateOrder } from '../rows/date.ts';
import type { Bytes, Line } from '../kernel/units.ts';
import type { Field, FileKind } from '../rows/vocabulary.ts';

/** How one file is to be read: everything a worker must know before its first row. Plain data. */
export interface FilePlan {
  /** Position among the files of the import, which are in order of name. */
  readonly file: number;
  readonly name: string;
  readonly kind: FileKind;
  readonly encoding: EncodingName;
  /** A byte-order mark precedes the stream that offsets count in. */
  readonly bom: boolean;
  readonly delimiter: number;
  readonly dataStart: Bytes;
  readonly firstDataLine: Line;
  /** Headings as they stand in the file. */
  readonly headings: readonly string[];
  /** Column of each field; the first one where there are several. */
  readonly columns: Readonly<Partial<Record<Field, number>>>;
  /** Needed fields that stand in several columns, whose values must agree. */
  readonly twins: readonly { readonly field: Field; readonly columns: readonly number[] }[];
  /** null: no value has proved a mark yet. */
  readonly decimal: DecimalMark | null;
  readonly dateOrder: DateOrder | null;
}
