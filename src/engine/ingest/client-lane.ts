import type { RecordSpan } from '../bytes/record-span.ts';
import type { FaultDetail } from '../kernel/fault.ts';
import type { Line, Tiyn } from '../kernel/units.ts';
import { readClientCode } from '../rows/client-code.ts';
import type { FaultCode } from '../rows/fault-codes.ts';
import {
  readAge,
  readBalance,
  readLanguage,
  readProfileText,
  readStatus,
} from '../rows/profile.ts';
import { cellCountFault, isRepeatedHeader, isTotalsRow } from '../rows/row-kind.ts';
import type { Field, Vocabulary } from '../rows/vocabulary.ts';
import type { ClientSink } from './client-sink.ts';
import type { FilePlan } from './file-plan.ts';
import type { RangeTally } from './range-tally.ts';
import { findOddities, recordCells, twinConflictOf, type TwinConflict } from './record-cells.ts';

/** The complete lane of clients: takes any record, through strings. */
export class ClientLane {
  twinConflict: TwinConflict | null = null;
  readonly #plan: FilePlan;
  readonly #sink: ClientSink;
  readonly #tally: RangeTally;
  readonly #vocabulary: Vocabulary;
  #line: Line = 0;

  constructor(plan: FilePlan, sink: ClientSink, vocabulary: Vocabulary) {
    this.#plan = plan;
    this.#sink = sink;
    this.#tally = sink.tally;
    this.#vocabulary = vocabulary;
  }

  take(buffer: Uint8Array, span: RecordSpan, line: Line): void {
    this.#line = line;
    this.#tally.records++;
    const { columns, headings } = this.#plan;
    const codeColumn = columns.client_code!;
    const cells = recordCells(buffer, span);
    const oddities = findOddities(buffer, span);
    for (const { code } of oddities) if (code === 'bad-utf8') this.#tally.evidence.badUtf8++;
    const rejection = this.#rejection(cells, codeColumn);
    if (rejection !== null) {
      const isWhole = rejection !== 'repeated-header' && rejection !== 'client-code-missing';
      const column = rejection === 'client-code-missing' ? headings[codeColumn] : '';
      this.#tally.report(rejection, line, column, isWhole ? cells.join(' ') : '');
      return;
    }
    if (cells.length < headings.length) this.#report('short-row');
    for (const { code, column } of oddities) {
      this.#tally.report(code, line, headings[column] ?? '', cells[column]);
    }
    this.twinConflict ??= twinConflictOf(cells, this.#plan, line);
    this.#put(cells[codeColumn], cells);
  }

  #rejection(cells: readonly string[], codeColumn: number): FaultCode | null {
    const { headings } = this.#plan;
    if (isRepeatedHeader(cells, headings)) return 'repeated-header';
    if (isTotalsRow(cells, codeColumn, this.#vocabulary)) return 'totals-row';
    const shape = cellCountFault(cells, headings.length, [codeColumn]);
    if (shape === 'extra-cells' || shape === 'missing-cells') return shape;
    const code = readClientCode(cells[codeColumn]);
    return code.kind === 'bad' ? code.code : null;
  }

  #put(code: string, cells: readonly string[]): void {
    const balance = this.#balance(cells);
    const profile = {
      code,
      name: readProfileText(this.#cell(cells, 'name')),
      status: this.#status(cells),
      city: readProfileText(this.#cell(cells, 'city')),
      age: this.#age(cells),
      balance,
      language: this.#language(cells),
    };
    this.#sink.put(profile, this.#line);
  }

  #status(cells: readonly string[]): string {
    const { value, fault } = readStatus(this.#cell(cells, 'status'), this.#vocabulary);
    if (fault !== null) this.#sink.meet('status', value, this.#line);
    return value;
  }

  #language(cells: readonly string[]): string {
    const cell = this.#cell(cells, 'language');
    const { value, fault } = readLanguage(cell, this.#vocabulary);
    if (fault !== null) this.#sink.meet('language', readProfileText(cell), this.#line);
    return value;
  }

  #age(cells: readonly string[]): number {
    if (this.#plan.columns.age === undefined) return NaN;
    const text = this.#cell(cells, 'age');
    const { value, fault } = readAge(text);
    if (fault !== null) this.#report(fault, 'age', text);
    return value;
  }

  #balance(cells: readonly string[]): Tiyn {
    if (this.#plan.columns.avg_monthly_balance_KZT === undefined) return 0;
    const { evidence } = this.#tally;
    const text = this.#cell(cells, 'avg_monthly_balance_KZT');
    let reading = readBalance(text, null, this.#vocabulary);
    if (reading.kind === 'ambiguous') {
      evidence.doubtfulAmounts++;
      evidence.amountExample ??= text;
      reading = readBalance(text, this.#plan.decimal ?? '.', this.#vocabulary);
      // A mark that is decided leaves nothing ambiguous.
      if (reading.kind === 'ambiguous') return reading.asPoint;
    } else if (reading.evidence === '.') evidence.point++;
    else if (reading.evidence === ',') evidence.comma++;
    if (reading.repaired) {
      const amount = reading.value;
      this.#report('amount-repaired', 'avg_monthly_balance_KZT', text, { amount });
    }
    if (reading.fault !== null) this.#report(reading.fault, 'avg_monthly_balance_KZT', text);
    return reading.value;
  }

  #cell(cells: readonly string[], field: Field): string {
    const column = this.#plan.columns[field];
    return column === undefined ? '' : (cells[column] ?? '');
  }

  #heading(field: Field): string {
    const column = this.#plan.columns[field];
    return column === undefined ? '' : this.#plan.headings[column];
  }

  #report(code: FaultCode, field: Field | '' = '', text = '', detail: FaultDetail = {}): void {
    const heading = field === '' ? '' : this.#heading(field);
    this.#tally.report(code, this.#line, heading, text, 1, detail);
  }
}
