import type { RecordSpan } from '../bytes/record-span.ts';
import type { Line } from '../kernel/units.ts';
import { type AmountReading, readAmount } from '../rows/amount.ts';
import { HOME_CURRENCY, readCurrency } from '../rows/currency.ts';
import { type DateReading, readDate } from '../rows/date.ts';
import { cellCountFault, isRepeatedHeader, isTotalsRow } from '../rows/row-kind.ts';
import { dayNumber, UNDATED_DAY } from './day-number.ts';
import { noteAmount, noteDate } from './evidence.ts';
import type { FilePlan } from './file-plan.ts';
import { isInside } from './month-window.ts';
import { OperationCells, type Remark } from './operation-cells.ts';
import type { OperationContext } from './operation-context.ts';
import { OperationWords } from './operation-words.ts';
import { twinConflictOf, type TwinConflict } from './record-cells.ts';
import { timeStampOf } from './time-stamp.ts';

/**
 * The complete lane for transactions and transfers: takes any record there is, one at a time, and
 * says what is wrong with it. The fast lane must agree with it on every row that it takes.
 */
export class OperationLane {
  twinConflict: TwinConflict | null = null;
  readonly #plan: FilePlan;
  readonly #context: OperationContext;
  readonly #needed: readonly number[];
  readonly #cells: OperationCells;
  readonly #words: OperationWords;
  #line: Line = 0;
  /** To be reported if the row is used. */
  #remarks: Remark[] = [];
  #isDoubtfulAmount = false;
  #isDoubtfulDate = false;

  constructor(plan: FilePlan, context: OperationContext) {
    this.#plan = plan;
    this.#context = context;
    this.#cells = new OperationCells(plan);
    this.#words = new OperationWords(this.#cells, context);
    const { client_code, amount, category } = plan.columns;
    this.#needed = [
      client_code,
      amount,
      ...(plan.kind === 'transactions' ? [category] : []),
    ].filter((column) => column !== undefined);
  }

  /** Takes one record, whose first line is `line`. */
  take(buffer: Uint8Array, span: RecordSpan, line: Line): void {
    const { sink } = this.#context;
    this.#line = line;
    this.#remarks = this.#cells.take(buffer, span);
    this.#isDoubtfulAmount = this.#isDoubtfulDate = false;
    sink.tally.records++;
    sink.tally.evidence.badUtf8 += this.#remarks.filter(({ code }) => code === 'bad-utf8').length;
    sink.row.clearWords();
    const rejection = this.#read();
    if (rejection !== null) {
      this.#report(rejection);
      return;
    }
    for (const remark of this.#remarks) this.#report(remark);
    this.#countDoubts();
    sink.accept(line);
  }

  /** Fills the sink's row; returns what rejects it. */
  #read(): Remark | null {
    const { sink, vocabulary, clients } = this.#context;
    const { columns, headings, kind } = this.#plan;
    const cells = this.#cells.all;
    const code = this.#cells.of('client_code');
    const bytes = encoder.encode(code);
    const client = clients.find(bytes, 0, bytes.length);
    if (client < 0) {
      if (isRepeatedHeader(cells, headings)) return this.#cells.remark('repeated-header');
      if (isTotalsRow(cells, columns.client_code!, vocabulary))
        return this.#cells.remarkOnAll('totals-row');
    }
    const shape = cellCountFault(cells, headings.length, this.#needed);
    if (shape === 'short-row') this.#remarks.push(this.#cells.remark(shape));
    else if (shape !== null) return this.#cells.remarkOnAll(shape);

    // What a column proves, a row proves that is rejected for something else.
    const amount = readAmount(this.#cells.of('amount'), null, vocabulary);
    noteAmount(sink.tally.evidence, amount);
    const date = columns.date === undefined ? null : readDate(this.#cells.of('date'), null);
    if (date !== null) noteDate(sink.tally.evidence, date);
    this.twinConflict ??= twinConflictOf(cells, this.#plan, this.#line);

    if (code === '') return this.#cells.remark('client-code-missing', 'client_code');
    if (client < 0) return this.#cells.remark('orphan-row', 'client_code', code);
    sink.row.client = client;
    sink.row.transfer = kind === 'transfers';
    const rejection =
      this.#readMoney(amount) ??
      (kind === 'transfers' ? this.#words.readTransfer(this.#remarks) : this.#words.readCategory());
    if (rejection !== null) return rejection;
    this.#words.readProduct();
    return this.#readDate(date);
  }

  #readMoney(reading: AmountReading): Remark | null {
    const { sink, vocabulary } = this.#context;
    const text = this.#cells.of('amount');
    this.#isDoubtfulAmount = reading.kind === 'ambiguous';
    const amount = this.#isDoubtfulAmount
      ? readAmount(text, this.#plan.decimal ?? '.', vocabulary)
      : reading;
    // A mark that is decided leaves nothing ambiguous.
    if (amount.kind !== 'amount') {
      return this.#cells.remark(
        amount.kind === 'bad' ? amount.code : 'amount-unreadable',
        'amount',
        text,
      );
    }
    if (amount.repaired) {
      const detail = { amount: amount.tiyn };
      this.#remarks.push({ ...this.#cells.remark('amount-repaired', 'amount', text), detail });
    }
    if (amount.tiyn < 0) this.#remarks.push(this.#cells.remark('refund', 'amount', text));
    sink.row.amount = amount.tiyn;
    return this.#readCurrency(amount.currency);
  }

  /** `inside`: the currency that is written in the amount's own cell. */
  #readCurrency(inside: string | null): Remark | null {
    const { sink, vocabulary, rates, words } = this.#context;
    const text = this.#cells.of('currency');
    const own = readCurrency(text, vocabulary);
    if (own.kind === 'bad') return this.#cells.remark(own.code, 'currency', text);
    if (inside !== null && text !== '' && inside !== own.code) {
      return this.#cells.remark('currency-contradiction', 'amount', this.#cells.of('amount'));
    }
    const code = inside ?? own.code;
    if (code !== HOME_CURRENCY && !rates.has(code)) {
      return this.#cells.remark('currency-without-rate', 'currency', code);
    }
    sink.row.currency = sink.aggregates.currencies.idOf(code);
    if (inside === null)
      this.#cells.remember(words, words.currencies, 'currency', sink.row.currency);
    return null;
  }

  #readDate(reading: DateReading | null): Remark | null {
    const { sink, window } = this.#context;
    const { row } = sink;
    row.day = UNDATED_DAY;
    row.stamp = 0;
    if (reading === null) return null;
    const text = this.#cells.of('date');
    if (reading.kind === 'bad') return this.#cells.remark(reading.code, 'date', text);
    this.#isDoubtfulDate = reading.kind === 'ambiguous';
    const day =
      reading.kind === 'date'
        ? reading
        : this.#plan.dateOrder === 'mdy'
          ? reading.asMdy
          : reading.asDmy;
    if (!isInside(window, day.month)) {
      // The other order, or a window that all rows agree on, may yet let it in.
      sink.countMonth(day.month, 1);
      this.#countDoubts();
      return this.#cells.remark('date-outside-window', 'date', text);
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
      evidence.amountExample ??= this.#cells.of('amount');
    }
    if (this.#isDoubtfulDate) {
      evidence.doubtfulDates++;
      evidence.dateExample ??= this.#cells.of('date');
    }
  }

  #report({ code, column, text, detail }: Remark): void {
    this.#context.sink.tally.report(code, this.#line, column, text, 1, detail);
  }
}

const encoder = new TextEncoder();
