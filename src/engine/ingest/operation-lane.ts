import { CONTROL, ESCAPED, MALFORMED, type RecordSpan } from '../bytes/record-span.ts';
import { UNDATED } from '../features/cell-key.ts';
import type { Line } from '../kernel/units.ts';
import { readAmount } from '../rows/amount.ts';
import { HOME_CURRENCY, readCurrency } from '../rows/currency.ts';
import { readDate } from '../rows/date.ts';
import type { FaultCode } from '../rows/fault-codes.ts';
import { cellCountFault, isRepeatedHeader, isTotalsRow } from '../rows/row-kind.ts';
import type { Field, Vocabulary } from '../rows/vocabulary.ts';
import type { ByteDictionary } from './byte-dictionary.ts';
import type { ClientIndexTable } from './client-index.ts';
import type { FilePlan } from './file-plan.ts';
import type { MonthWindow } from './month-window.ts';
import type { OperationSink } from './operation-sink.ts';
import { recordCells, reportOddBytes, twinConflictOf, type TwinConflict } from './record-cells.ts';
import { timeStampOf } from './time-stamp.ts';
import type { Words } from './words.ts';

/** What reading operations needs to know beyond the file at hand. */
export interface OperationContext {
  readonly vocabulary: Vocabulary;
  readonly clients: ClientIndexTable;
  readonly words: Words;
  readonly sink: OperationSink;
  readonly window: MonthWindow;
  /** Currencies that have a rate. */
  readonly rates: ReadonlySet<string>;
}

/**
 * The complete lane for transactions and transfers: takes any record there is, one at a time, and
 * says what is wrong with it. The fast lane must agree with it on every row that it takes.
 */
export class OperationLane {
  twinConflict: TwinConflict | null = null;
  readonly #plan: FilePlan;
  readonly #context: OperationContext;
  readonly #needed: readonly number[];
  #buffer: Uint8Array = new Uint8Array(0);
  #span!: RecordSpan;
  #line: Line = 0;
  #currencyInAmount: string | null = null;

  constructor(plan: FilePlan, context: OperationContext) {
    this.#plan = plan;
    this.#context = context;
    const { client_code, amount, category } = plan.columns;
    this.#needed = [
      client_code,
      amount,
      ...(plan.kind === 'transactions' ? [category] : []),
    ].filter((column) => column !== undefined);
  }

  /** Takes one record, whose first line is `line`. */
  take(buffer: Uint8Array, span: RecordSpan, line: Line): void {
    this.#buffer = buffer;
    this.#span = span;
    this.#line = line;
    this.#context.sink.tally.records++;
    const fault = this.#read();
    if (fault === null) this.#context.sink.accept(line);
  }

  /** Fills the sink's row; returns what rejects it, already reported. */
  #read(): FaultCode | null {
    const { sink, vocabulary, clients } = this.#context;
    const { columns } = this.#plan;
    const cells = recordCells(this.#buffer, this.#span);
    if (cells[0].startsWith('#')) return this.#reject('comment', '', cells.join(' '));

    const codeColumn = columns.client_code!;
    const code = cells[codeColumn] ?? '';
    const bytes = encoder.encode(code);
    const client = clients.find(bytes, 0, bytes.length);
    if (client < 0) {
      if (isRepeatedHeader(cells, this.#plan.headings)) return this.#reject('repeated-header');
      if (isTotalsRow(cells, codeColumn, vocabulary))
        return this.#reject('totals-row', '', cells.join(' '));
    }
    const shape = cellCountFault(cells, this.#plan.headings.length, this.#needed);
    if (shape === 'extra-cells' || shape === 'missing-cells')
      return this.#reject(shape, '', cells.join(' '));
    if (code === '') return this.#reject('client-code-missing', 'client_code');
    if (client < 0) return this.#reject('orphan-row', 'client_code', code);
    this.twinConflict ??= twinConflictOf(cells, this.#plan, this.#line);

    sink.row.client = client;
    sink.row.transfer = this.#plan.kind === 'transfers';
    const fault =
      this.#readAmount(cells) ??
      this.#readWords(cells) ??
      this.#readCurrency(cells) ??
      this.#readDate(cells);
    if (fault !== null) return fault;

    if (shape !== null) sink.tally.report(shape, this.#line);
    reportOddBytes(this.#buffer, this.#span, cells, this.#plan, sink.tally, this.#line);
    if (sink.row.amount < 0) {
      sink.tally.report('refund', this.#line, this.#heading('amount'), this.#cell(cells, 'amount'));
    }
    return null;
  }

  #readAmount(cells: readonly string[]): FaultCode | null {
    const { sink, vocabulary } = this.#context;
    const text = this.#cell(cells, 'amount');
    const reading = readAmount(text, null, vocabulary);
    this.#currencyInAmount = reading.kind === 'amount' ? reading.currency : null;
    if (reading.kind === 'bad') return this.#reject(reading.code, 'amount', text);
    if (reading.kind === 'ambiguous') {
      sink.tally.evidence.doubtfulAmounts++;
      sink.tally.evidence.amountExample ??= text;
      sink.row.amount = this.#plan.decimal === ',' ? reading.asComma : reading.asPoint;
      return null;
    }
    if (reading.evidence === '.') sink.tally.evidence.point++;
    if (reading.evidence === ',') sink.tally.evidence.comma++;
    if (reading.repaired)
      this.#context.sink.tally.report('amount-repaired', this.#line, this.#heading('amount'), text);
    sink.row.amount = reading.tiyn;
    return null;
  }

  #readWords(cells: readonly string[]): FaultCode | null {
    const { words, sink } = this.#context;
    const product = words.productTrait(this.#cell(cells, 'product'));
    sink.row.productTrait = product;
    this.#remember(words.products, 'product', product + 1);
    return this.#plan.kind === 'transfers' ? this.#readTransfer(cells) : this.#readCategory(cells);
  }

  #readCategory(cells: readonly string[]): FaultCode | null {
    const { words, sink } = this.#context;
    const text = this.#cell(cells, 'category');
    if (text === '') return this.#reject('category-missing', 'category');
    sink.row.row = words.category(text);
    this.#remember(words.categories, 'category', sink.row.row);
    return null;
  }

  #readTransfer(cells: readonly string[]): FaultCode | null {
    const { words, sink } = this.#context;
    const type = words.typeId(this.#cell(cells, 'type'));
    const direction = words.directionId(this.#cell(cells, 'direction'));
    const reading = words.transfer(type, direction);
    if (reading.kind === 'bad') {
      return this.#reject(reading.code, 'direction', this.#cell(cells, 'direction'));
    }
    sink.row.row = reading.column;
    sink.row.typeTrait = words.typeTrait(type);
    sink.row.unknownType = reading.faults.includes('unknown-type') ? type : -1;
    sink.row.unknownDirection = reading.faults.includes('unknown-direction') ? direction : -1;
    if (reading.faults.includes('direction-contradiction')) {
      const text = `${this.#cell(cells, 'type')} / ${this.#cell(cells, 'direction')}`;
      sink.tally.report('direction-contradiction', this.#line, this.#heading('direction'), text);
    }
    this.#remember(words.types, 'type', type);
    this.#remember(words.directions, 'direction', direction);
    return null;
  }

  #readCurrency(cells: readonly string[]): FaultCode | null {
    const { sink, vocabulary, rates, words } = this.#context;
    const text = this.#cell(cells, 'currency');
    const own = readCurrency(text, vocabulary);
    if (own.kind === 'bad') return this.#reject(own.code, 'currency', text);
    const inside = this.#currencyInAmount;
    const code = text === '' && inside !== null ? inside : own.code;
    if (inside !== null && text !== '' && inside !== own.code) {
      return this.#reject('currency-contradiction', 'amount', this.#cell(cells, 'amount'));
    }
    if (code !== HOME_CURRENCY && !rates.has(code))
      return this.#reject('currency-without-rate', 'currency', code);
    sink.row.currency = sink.aggregates.currencies.idOf(code);
    if (inside === null) this.#remember(words.currencies, 'currency', sink.row.currency);
    return null;
  }

  #readDate(cells: readonly string[]): FaultCode | null {
    const { sink, window } = this.#context;
    const { row } = sink;
    const { evidence } = sink.tally;
    row.month = UNDATED;
    row.stamp = 0;
    if (this.#plan.columns.date === undefined) return null;
    const text = this.#cell(cells, 'date');
    const reading = readDate(text, null);
    if (reading.kind === 'bad') return this.#reject(reading.code, 'date', text);
    if (reading.kind === 'ambiguous') {
      evidence.doubtfulDates++;
      evidence.dateExample ??= text;
    } else if (reading.evidence !== null) evidence[reading.evidence]++;
    const day =
      reading.kind === 'date'
        ? reading
        : this.#plan.dateOrder === 'mdy'
          ? reading.asMdy
          : reading.asDmy;
    if (day.month < window.from || day.month > window.to) {
      sink.countMonth(day.month);
      return this.#reject('date-outside-window', 'date', text);
    }
    row.month = day.month;
    row.day = day.day;
    row.stamp = timeStampOf(text);
    return null;
  }

  #cell(cells: readonly string[], field: Field): string {
    const column = this.#plan.columns[field];
    return column === undefined ? '' : (cells[column] ?? '');
  }

  #heading(field: Field): string {
    const column = this.#plan.columns[field];
    return column === undefined ? '' : this.#plan.headings[column];
  }

  #reject(code: FaultCode, field: Field | '' = '', text = ''): FaultCode {
    this.#context.sink.tally.report(
      code,
      this.#line,
      field === '' ? '' : this.#heading(field),
      text,
    );
    return code;
  }

  /** Lets the fast lane know a spelling, as it stands in this row, when its bytes are the word's. */
  #remember(dictionary: ByteDictionary, field: Field, id: number): void {
    const column = this.#plan.columns[field];
    if (column === undefined || column >= this.#span.count) return;
    if (this.#span.flags[column] & (ESCAPED | MALFORMED | CONTROL)) return;
    const { starts, ends } = this.#span;
    this.#context.words.remember(dictionary, this.#buffer, starts[column], ends[column], id);
  }
}

const encoder = new TextEncoder();
