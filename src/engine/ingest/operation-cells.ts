import { CONTROL, ESCAPED, MALFORMED, RecordSpan } from '../bytes/record-span.ts';
import type { ByteDictionary } from '../kernel/byte-dictionary.ts';
import type { FaultDetail } from '../kernel/fault.ts';
import type { FaultCode } from '../rows/fault-codes.ts';
import type { Field } from '../rows/vocabulary.ts';
import { ByteTexts } from './byte-texts.ts';
import type { FilePlan } from './file-plan.ts';
import { findOddities, recordCells } from './record-cells.ts';
import type { Words } from './words.ts';

/** What is to be said of a row: that it is out, or something about it though it is used. */
export interface Remark {
  readonly code: FaultCode;
  /** Heading of the column. */
  readonly column: string;
  readonly text: string;
  readonly detail?: FaultDetail;
}

/** The cells of one record of operations, by field, and remarks that name their columns. */
export class OperationCells {
  all: readonly string[] = [];
  /** Some cell is not well-formed UTF-8. */
  hasBadUtf8 = false;
  readonly #plan: FilePlan;
  readonly #texts = new ByteTexts();
  #buffer: Uint8Array = new Uint8Array(0);
  #span = new RecordSpan();

  constructor(plan: FilePlan) {
    this.#plan = plan;
  }

  /** Takes the cells of the next record; returns what is odd about their bytes. */
  take(buffer: Uint8Array, span: RecordSpan): Remark[] {
    this.#buffer = buffer;
    this.#span = span;
    this.all = recordCells(buffer, span, this.#texts);
    const oddities = findOddities(buffer, span);
    this.hasBadUtf8 = oddities.some(({ code }) => code === 'bad-utf8');
    return oddities.map(({ code, column }) => {
      const heading = this.#plan.headings[column] ?? '';
      return { code, column: heading, text: this.all[column] };
    });
  }

  /** A cell; empty where the file has no such column, or the record is too short. */
  of(field: Field): string {
    const column = this.#plan.columns[field];
    return column === undefined ? '' : (this.all[column] ?? '');
  }

  remark(code: FaultCode, field: Field | null = null, text = ''): Remark {
    const column = field === null ? undefined : this.#plan.columns[field];
    return { code, column: column === undefined ? '' : this.#plan.headings[column], text };
  }

  /** A remark on the record as a whole. */
  remarkOnAll(code: FaultCode): Remark {
    return this.remark(code, null, this.all.join(' '));
  }

  /** Lets the fast lane know a spelling, as it stands in this row, when its bytes are the word's. */
  remember(words: Words, dictionary: ByteDictionary, field: Field, id: number): void {
    const column = this.#plan.columns[field];
    if (column === undefined || column >= this.#span.count || this.hasBadUtf8) return;
    if (this.#span.flags[column] & (ESCAPED | MALFORMED | CONTROL)) return;
    const { starts, ends } = this.#span;
    words.remember(dictionary, this.#buffer, starts[column], ends[column], id);
  }
}
