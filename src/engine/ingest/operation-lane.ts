import { CONTROL, ESCAPED, MALFORMED, RecordSpan } from '../bytes/record-span.ts';
import type { Line } from '../kernel/units.ts';
import { type AmountReading, readAmount } from '../rows/amount.ts';
import { HOME_CURRENCY, readCurrency } from '../rows/currency.ts';
import { type DateReading, readDate } from '../rows/date.ts';
import type { FaultCode } from '../rows/fault-codes.ts';
import { cellCountFault, isRepeatedHeader, isTotalsRow } from '../rows/row-kind.ts';
import type { Field } from '../rows/vocabulary.ts';
import type { ByteDictionary } from '../kernel/byte-dictionary.ts';
import { ByteTexts } from './byte-texts.ts';
import { dayNumber, UNDATED_DAY } from './day-number.ts';
import { noteAmount, noteDate } from './evidence.ts';
import type { FilePlan } from './file-plan.ts';
import { isInside } from './month-window.ts';
import type { OperationContext } from './operation-context.ts';
import { findOddities, recordCells, twinConflictOf, type TwinConflict } from './record-cells.ts';
import { timeStampOf } from './time-stamp.ts';

/** What is to be said of a row: that it is out, or something about it though it is used. */
interface Remark {
  readonly code: FaultCode;
  /** Heading of the column. */
  readonly column: string;
  readonly text: string;
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
  #span = new RecordSpan();
  #line: Line = 0;
  readonly #texts = new ByteTexts();
  #cells: readonly string[] = [];
  /** To be reported if the row is used. */
  #remarks: Remark[] = [];
  #hasBadUtf8 = false;
  #isDoubtfulAmount = false;
  #isDoubtfulDate = false;

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
    this.#cells = recordCells(buffer, span, this.#texts);
    this.#remarks = [];
    this.#hasBadUtf8 = this.#isDoubtfulAmount = this.#isDoubtfulDate = false;
    this.#context.sink.tally.records++;
    this.#context.sink.row.clearWords();
    this.#noteOddities();
    const rejection = this.#read();
    if (rejection !== null) {
      this.#report(rejection);
      return;
    }
    for (const remark of this.#remarks) this.#report(remark);
    this.#countDoubts();
    this.#context.sink.accept(line);
  }

  #noteOddities(): void {
    for (const { code, column } of findOddities(this.#buffer, this.#span)) {
      if (code === 'bad-utf8') {
        this.#context.sink.tally.evidence.badUtf8++;
        this.#hasBadUtf8 = true;
      }
      const heading = this.#plan.headings[column] ?? '';
      this.#remarks.push({ code, column: heading, text: this.#cells[column] });
    }
  }

  /** Fills the sink's row; returns what rejects it. */
  #read(): Remark | null {
    const { sink, vocabulary, clients } = this.#context;
    const { columns, headings, kind } = this.#plan;
    const cells = this.#cells;
    const code = this.#cell('client_code');
    const bytes = encoder.encode(code);
    const client = clients.find(bytes, 0, bytes.length);
    if (client < 0) {
      if (isRepeatedHeader(cells, headings)) return this.#remark('repeated-header');
      if (isTotalsRow(cells, columns.client_code!, vocabulary)) return this.#whole('totals-row');
    }
    const shape = cellCountFault(cells, headings.length, this.#needed);
    if (shape === 'short-row') this.#remarks.push(this.#remark(shape));
    else if (shape !== null) return this.#whole(shape);

    // What a column proves, a row proves that is rejected for something else.
    const amount = readAmount(this.#cell('amount'), null, vocabulary);
    noteAmount(sink.tally.evidence, amount);
    const date = columns.date === undefined ? null : readDate(this.#cell('date'), null);
    if (date !== null) noteDate(sink.tally.evidence, date);
    this.twinConflict ??= twinConflictOf(cells, this.#plan, this.#line);

    if (code === '') return this.#remark('client-code-missing', 'client_code');
    if (client < 0) return this.#remark('orphan-row', 'client_code', code);
    sink.row.client = client;
    sink.row.transfer = kind === 'transfers';
    return (
      this.#readMoney(amount) ??
      (kind === 'transfers' ? this.#readTransfer() : this.#readCategory()) ??
      this.#readProduct() ??
      this.#readDate(date)
    );
  }

  #readMoney(reading: AmountReading): Remark | null {
    const { sink, vocabulary } = this.#context;
    const text = this.#cell('amount');
    this.#isDoubtfulAmount = reading.kind === 'ambiguous';
    const amount = this.#isDoubtfulAmount
      ? readAmount(text, this.#plan.decimal ?? '.', vocabulary)
      : reading;
    // A mark that is decided leaves nothing ambiguous.
    if (amount.kind !== 'amount') {
      return this.#remark(
        amount.kind === 'bad' ? amount.code : 'amount-unreadable',
        'amount',
        text,
      );
    }
    if (amount.repaired) this.#remarks.push(this.#remark('amount-repaired', 'amount', text));
    if (amount.tiyn < 0) this.#remarks.push(this.#remark('refund', 'amount', text));
    sink.row.amount = amount.tiyn;
    return this.#readCurrency(amount.currency);
  }

  /** `inside`: the currency that is written in the amount's own cell. */
  #readCurrency(inside: string | null): Remark | null {
    const { sink, vocabulary, rates, words } = this.#context;
    const text = this.#cell('currency');
    const own = readCurrency(text, vocabulary);
    if (own.kind === 'bad') return this.#remark(own.code, 'currency', text);
    if (inside !== null && text !== '' && inside !== own.code) {
      return this.#remark('currency-contradiction', 'amount', this.#cell('amount'));
    }
    const code = inside ?? own.code;
    if (code !== HOME_CURRENCY && !rates.has(code)) {
      return this.#remark('currency-without-rate', 'currency', code);
    }
    sink.row.currency = sink.aggregates.currencies.idOf(code);
    if (inside === null) this.#remember(words.currencies, 'currency', sink.row.currency);
    return null;
  }

  #readCategory(): Remark | null {
    const { words, sink } = this.#context;
    const text = this.#cell('category');
    if (text === '') return this.#remark('category-missing', 'category');
    const word = words.categoryWord(text);
    sink.row.row = words.categoryOf[word];
    if (!sink.isKnownCategory(sink.row.row)) sink.row.unknownCategory = word;
    this.#remember(words.categories, 'category', word);
    return null;
  }

  #readTransfer(): Remark | null {
    const { words, sink } = this.#context;
    const type = words.typeWord(this.#cell('type'));
    const direction = words.directionWord(this.#cell('direction'));
    const reading = words.transfer(type, direction);
    if (reading.kind === 'bad') {
      return this.#remark(reading.code, 'direction', this.#cell('direction'));
    }
    const { column, faults } = reading;
    sink.row.row = column;
    sink.row.typeTrait = words.typeTrait(type);
    if (faults.includes('unknown-type')) sink.row.unknownType = type;
    if (faults.includes('unknown-direction')) sink.row.unknownDirection = direction;
    if (faults.includes('direction-contradiction')) {
      const text = `${this.#cell('type')} / ${this.#cell('direction')}`;
      this.#remarks.push(this.#remark('direction-contradiction', 'direction', text));
    }
    this.#remember(words.types, 'type', type);
    this.#remember(words.directions, 'direction', direction);
    return null;
  }

  #readProduct(): null {
    const { words, sink } = this.#context;
    sink.row.productTrait = words.productTrait(this.#cell('product'));
    this.#remember(words.products, 'product', sink.row.productTrait + 1);
    return null;
  }

  #readDate(reading: DateReading | null): Remark | null {
    const { sink, window } = this.#context;
    const { row } = sink;
    row.day = UNDATED_DAY;
    row.stamp = 0;
    if (reading === null) return null;
    const text = this.#cell('date');
    if (reading.kind === 'bad') return this.#remark(reading.code, 'date', text);
    this.#isDoubtfulDate = reading.kind === 'ambiguous';
    const day =
      reading.kind === 'date'
        ? reading
        : this.#plan.dateOrder === 'mdy'
          ? reading.asMdy
          : reading.asDmy;
    if (!isInside(window, day.month)) {
      // The other order, or a window that all rows agree on, may yet let it in.
      sink.countMonth(day.month);
      this.#countDoubts();
      return this.#remark('date-outside-window', 'date', text);
    }
    row.day = dayNumber(day.month, day.day);
    row.stamp = timeStampOf(text);
    return null;
  }

  /** Only what can change a total is worth a question. */
  #countDoubts(): void {
    const { evidence } = this.#context.sink.tally;
    if (this.#isDoubtfulAmount) {
      evidence.doubtfulAmounts++;
      evidence.amountExample ??= this.#cell('amount');
    }
    if (this.#isDoubtfulDate) {
      evidence.doubtfulDates++;
      evidence.dateExample ??= this.#cell('date');
    }
  }

  #cell(field: Field): string {
    const column = this.#plan.columns[field];
    return column === undefined ? '' : (this.#cells[column] ?? '');
  }

  #remark(code: FaultCode, field: Field | null = null, text = ''): Remark {
    const column = field === null ? undefined : this.#plan.columns[field];
    return { code, column: column === undefined ? '' : this.#plan.headings[column], text };
  }

  /** A remark on the record as a whole. */
  #whole(code: FaultCode): Remark {
    return this.#remark(code, null, this.#cells.join(' '));
  }

  #report({ code, column, text }: Remark): void {
    this.#context.sink.tally.report(code, this.#line, column, text);
  }

  /** Lets the fast lane know a spelling, as it stands in this row, when its bytes are the word's. */
  #remember(dictionary: ByteDictionary, field: Field, id: number): void {
    const column = this.#plan.columns[field];
    if (column === undefined || column >= this.#span.count || this.#hasBadUtf8) return;
    if (this.#span.flags[column] & (ESCAPED | MALFORMED | CONTROL)) return;
    const { starts, ends } = this.#span;
    this.#context.words.remember(dictionary, this.#buffer, starts[column], ends[column], id);
  }
}

const encoder = new TextEncoder();
