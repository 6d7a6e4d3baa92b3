import type { Category } from '../features/aggregates.ts';
import { UNDATED } from '../features/cell-key.ts';
import { tidyText, trimCell } from '../kernel/text-key.ts';
import { noEvidence, noteAmount, noteDate, type Evidence } from '../ingest/evidence.ts';
import { readAmount } from '../rows/amount.ts';
import { readCategory } from '../rows/category.ts';
import { HOME_CURRENCY, readCurrency } from '../rows/currency.ts';
import { readDate } from '../rows/date.ts';
import { resolveTransfer, type TransferReading } from '../rows/transfer-type.ts';
import { OperationRow } from './operation-row.ts';
import { NOT_PLAIN, plainAmount } from './plain-amount.ts';
import { plainMonth } from './plain-month.ts';
import { Remarks } from './remarks.ts';
import { OPERATION_CELL as CELL, type StreamCell, type StreamKind } from './stream-format.ts';
import type { StreamFaultCode } from './stream-fault.ts';
import type { StreamReading } from './stream-reading.ts';
import { readSum } from './summed-amount.ts';
import { WordCache } from './word-cache.ts';

/** Reads the operations of a stream by the rules of files, in the order of files' checks. */
export class OperationReader {
  readonly row = new OperationRow();
  /** What is to be said of the row that was read last; the last one rejects it, if `read` says so. */
  readonly remarks = new Remarks();
  /** What amounts and dates of a kind prove, rejected rows included. */
  readonly evidence: Record<StreamKind, Evidence> = {
    clients: noEvidence(),
    transactions: noEvidence(),
    transfers: noEvidence(),
  };
  readonly #reading: StreamReading;
  readonly #currencies: WordCache<number | StreamFaultCode>;
  readonly #categories: WordCache<number | Category | 'category-missing'>;
  readonly #transfers: WordCache<WordCache<TransferReading>>;
  readonly #tidy = new WordCache(tidyText);
  #kind: StreamKind = 'transactions';
  #cells: readonly StreamCell[] = [];

  constructor(reading: StreamReading) {
    const { vocabulary } = reading;
    this.#reading = reading;
    this.#currencies = new WordCache((text) => this.#currencyOf(text));
    this.#categories = new WordCache((text) => {
      const category = readCategory(text, vocabulary);
      if (category.kind === 'bad') return category.code;
      if (category.kind === 'known') return category.category;
      return { key: category.key, label: category.label };
    });
    this.#transfers = new WordCache(
      (direction) =>
        new WordCache((type) => resolveTransfer(tidyText(type), tidyText(direction), vocabulary)),
    );
  }

  /** Fills `row`; false when a remark rejects it. */
  read(kind: StreamKind, cells: readonly StreamCell[]): boolean {
    this.#kind = kind;
    this.#cells = cells;
    this.remarks.clear();
    this.row.transfer = kind === 'transfers';
    // What a column proves, a row proves that is rejected for something else.
    const inside = this.#readAmount();
    const dated = this.#readDate();
    this.row.product = this.#tidy.get(this.#text(CELL.product));
    return (
      inside !== REJECTED &&
      this.#readCurrency(inside) &&
      (kind === 'transfers' ? this.#readTransfer() : this.#readCategory()) &&
      (dated || this.#reject(this.#dateFault, 'date', CELL.date))
    );
  }

  #dateFault: StreamFaultCode = 'date-missing';

  /** The currency that is written in the amount's own cell, if any. */
  #readAmount(): string | null | typeof REJECTED {
    const { row } = this;
    row.isDoubtfulAmount = false;
    row.large = null;
    row.count = 1;
    const text = this.#text(CELL.amount);
    row.money = text;
    const count = this.#cells.at(CELL.count) ?? null;
    if (count !== null) return this.#readSum(text, count);
    const evidence = this.evidence[this.#kind];
    row.amount = plainAmount(text);
    if (row.amount !== NOT_PLAIN) {
      if (text.includes('.')) evidence.point++;
      return null;
    }
    let amount = readAmount(text, null, this.#reading.vocabulary);
    noteAmount(evidence, amount);
    if (amount.kind === 'ambiguous') {
      const mark = this.#reading.marks[this.#kind];
      row.isDoubtfulAmount = true;
      if (mark === null && this.#reading.settled) {
        return this.#rejectAmount('decimal-ambiguous');
      }
      amount = readAmount(text, mark ?? '.', this.#reading.vocabulary);
    }
    // A mark that is decided leaves nothing ambiguous.
    if (amount.kind !== 'amount') {
      return this.#rejectAmount(amount.kind === 'bad' ? amount.code : 'amount-unreadable');
    }
    if (amount.repaired) this.#remark('amount-repaired', 'amount', CELL.amount);
    if (amount.tiyn < 0) this.#remark('refund', 'amount', CELL.amount);
    row.amount = amount.tiyn;
    return amount.currency;
  }

  #readSum(text: string, count: string): null | typeof REJECTED {
    const proved = this.#text(CELL.proved);
    if (proved === '.') this.evidence[this.#kind].point++;
    else if (proved === ',') this.evidence[this.#kind].comma++;
    if (readSum(text, trimCell(count), this.row)) return null;
    this.#reject('stream-count', 'count', CELL.count);
    return REJECTED;
  }

  #rejectAmount(code: StreamFaultCode): typeof REJECTED {
    this.#reject(code, 'amount', CELL.amount);
    return REJECTED;
  }

  /** False: `#dateFault` says why. */
  #readDate(): boolean {
    const { row } = this;
    row.isDoubtfulDate = false;
    row.month = row.monthAsMdy = UNDATED;
    const cell = this.#cells.at(CELL.date) ?? null;
    row.date = cell ?? '';
    if (cell === null) return true;
    row.month = row.monthAsMdy = plainMonth(cell);
    if (row.month !== NOT_PLAIN) return true;
    const date = readDate(cell, null);
    noteDate(this.evidence[this.#kind], date);
    if (date.kind === 'bad') {
      this.#dateFault = date.code;
      return false;
    }
    if (date.kind === 'date') {
      row.month = row.monthAsMdy = date.month;
      return true;
    }
    const order = this.#reading.orders[this.#kind];
    row.isDoubtfulDate = true;
    row.month = (order === 'mdy' ? date.asMdy : date.asDmy).month;
    row.monthAsMdy = date.asMdy.month;
    this.#dateFault = 'date-order-ambiguous';
    return order !== null || !this.#reading.settled;
  }

  #currencyOf(text: string): number | StreamFaultCode {
    const reading = readCurrency(text, this.#reading.vocabulary);
    if (reading.kind === 'bad') return reading.code;
    const currency = this.#reading.currencies.indexOf(reading.code);
    return currency < 0 ? 'currency-without-rate' : currency;
  }

  #readCurrency(inside: string | null): boolean {
    const text = this.#text(CELL.currency);
    const own = this.#currencies.get(text);
    // In the amount's own cell the column's currency need not have a rate, but it must be one.
    if (inside === null || own === 'currency-unknown') {
      if (typeof own === 'string') return this.#reject(own, 'currency', CELL.currency);
      this.row.currency = own;
      return true;
    }
    const written = text === '' ? HOME_CURRENCY : this.#codeOf(text);
    if (text !== '' && inside !== written) {
      return this.#reject('currency-contradiction', 'amount', CELL.amount);
    }
    const currency = this.#currencies.get(inside);
    if (typeof currency === 'string') return this.#reject(currency, 'currency', CELL.currency);
    this.row.currency = currency;
    return true;
  }

  #codeOf(text: string): string {
    const reading = readCurrency(text, this.#reading.vocabulary);
    return reading.kind === 'bad' ? '' : reading.code;
  }

  #readCategory(): boolean {
    const { row } = this;
    const category = this.#categories.get(this.#text(CELL.what));
    if (typeof category === 'string') return this.#reject(category, 'category', CELL.what);
    row.type = '';
    row.unknown = typeof category === 'number' ? null : category;
    row.row = typeof category === 'number' ? category : UNKNOWN;
    if (row.unknown) this.#remark('unknown-category', 'category', CELL.what);
    return true;
  }

  #readTransfer(): boolean {
    const { row } = this;
    const type = this.#text(CELL.what);
    const transfer = this.#transfers.get(this.#text(CELL.direction)).get(type);
    if (transfer.kind === 'bad') return this.#reject(transfer.code, 'direction', CELL.direction);
    row.row = transfer.column;
    row.unknown = null;
    row.type = this.#tidy.get(type);
    for (const fault of transfer.faults) {
      const cell = fault === 'unknown-type' ? CELL.what : CELL.direction;
      this.#remark(fault, fault === 'unknown-type' ? 'type' : 'direction', cell);
    }
    return true;
  }

  #text(cell: number): string {
    return this.#cells[cell] ?? '';
  }

  #remark(code: StreamFaultCode, column: string, cell: number): void {
    this.remarks.add(code, column, this.#text(cell));
  }

  #reject(code: StreamFaultCode, column: string, cell: number): false {
    this.remarks.clear();
    this.#remark(code, column, cell);
    return false;
  }
}

const REJECTED = Symbol('rejected');
const UNKNOWN = -1;
