import type { ClientProfile } from '../features/client-table.ts';
import { cutText } from '../kernel/fault.ts';
import { trimCell } from '../kernel/text-key.ts';
import { isTotalsRow } from '../rows/row-kind.ts';
import type { ClientVisitor } from './client-visitor.ts';
import { compareCodePoints } from './code-point-order.ts';
import { OperationReader } from './operation-reader.ts';
import { ProfileReader } from './profile-reader.ts';
import type { Remark } from './remarks.ts';
import {
  MAX_CELLS,
  OPERATION_KINDS,
  type OperationKind,
  STREAM_KINDS,
  type StreamCell,
  type StreamKind,
} from './stream-format.ts';
import { type ReportFault, type StreamFaultCode, streamFaultRule } from './stream-fault.ts';
import type { StreamReading } from './stream-reading.ts';
import { StreamTally } from './stream-tally.ts';
import { NULL_CELL, unescapeCell } from './tsv-cell.ts';

export interface ClientStreamOptions {
  readonly reading: StreamReading;
  readonly visitor: ClientVisitor;
  readonly report: ReportFault;
  /** True: the lines of a client stand together, but clients come in an order of their own. */
  readonly anyOrder: boolean;
}

/**
 * Reads lines, client after client, and keeps one client. Clients must come in order of their
 * codes' code points (what SORT BY gives), because nothing else shows that one is not torn apart.
 */
export class ClientStream {
  readonly tally = new StreamTally();
  readonly operations: OperationReader;
  readonly profiles: ProfileReader;
  /** Two codes in the wrong order: the stream cannot be believed. */
  disorder: { readonly line: number; readonly code: string; readonly after: string } | null = null;
  readonly #options: ClientStreamOptions;
  #line = 0;
  #code: string | null = null;
  /** The present code is the word before a total. */
  #isTotal = false;
  #profile: ClientProfile | null = null;
  /** Operations of the present client that were taken. */
  readonly #taken = { transactions: 0, transfers: 0 };

  constructor(options: ClientStreamOptions) {
    this.#options = options;
    this.operations = new OperationReader(options.reading);
    this.profiles = new ProfileReader(options.reading);
  }

  /** Takes one line; null stands for one that is too long. */
  take(text: string | null): void {
    this.#line++;
    if (this.disorder !== null) return;
    if (text === null) {
      this.#spoil('record-too-long', '');
      return;
    }
    if (text === '') return;
    const cells: StreamCell[] = text.split('\t');
    const code = this.#open(cells);
    if (code === null) return;
    const kind = STREAM_KINDS.find((known) => known === cells[1]);
    if (kind === undefined) {
      this.#spoil('stream-kind', cells[1] ?? '', code);
      return;
    }
    if (cells.length < LEAST_CELLS[kind] || cells.length > MAX_CELLS) {
      this.#spoil('stream-columns', text, code, kind);
      return;
    }
    if (code === '') {
      this.#rejectNobody(kind, cells);
      return;
    }
    if (code !== this.#code && !this.#change(code)) return;
    if (kind === 'clients') this.#takeProfile(cells);
    else if (this.#isTotal) this.#reject(kind, { code: 'totals-row', column: '', text: code });
    else this.#takeOperation(kind, cells);
  }

  end(): void {
    if (this.disorder === null) this.#close();
  }

  /** Unescapes and trims the cells in place; returns the client's code, null when that cannot be done. */
  #open(cells: StreamCell[]): string | null {
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at]!;
      if (cell === NULL_CELL) {
        cells[at] = null;
        continue;
      }
      if (!cell.includes('\\')) {
        cells[at] = trimCell(cell);
        continue;
      }
      const text = unescapeCell(cell);
      if (!text.ok) {
        this.#spoil('stream-escape', cell);
        return null;
      }
      cells[at] = trimCell(text.value);
    }
    return cells[0] ?? '';
  }

  /** False when clients come in no order. */
  #change(code: string): boolean {
    const after = this.#code;
    if (after !== null && !this.#options.anyOrder && compareCodePoints(code, after) < 0) {
      this.disorder = { line: this.#line, code, after };
      return false;
    }
    this.#close();
    this.#code = code;
    this.#isTotal = isTotalsRow([code], 0, this.#options.reading.vocabulary);
    return true;
  }

  #takeProfile(cells: readonly StreamCell[]): void {
    const profile = this.profiles.read(this.#code!, cells);
    const { list } = this.profiles.remarks;
    if (profile === null) {
      this.#reject('clients', list[0]);
      return;
    }
    this.tally.records.clients++;
    for (const remark of list) this.#remark('clients', remark);
    if (this.#profile !== null) {
      this.#fault('superseded-client', 'clients', 'client_code', this.#code!, 1);
      this.tally.used.clients--;
    }
    this.#profile = profile;
    this.tally.used.clients++;
  }

  #takeOperation(kind: OperationKind, cells: readonly StreamCell[]): void {
    const { operations } = this;
    const { row } = operations;
    const { visitor } = this.#options;
    if (!operations.read(kind, cells)) {
      const [remark] = operations.remarks.list;
      this.#reject(kind, remark, row.count);
      if (remark.column === 'date' && row.unknown !== null) visitor.spell(row.unknown);
      return;
    }
    const rejection = visitor.add(row);
    if (rejection !== null) {
      this.#reject(kind, { code: rejection, column: 'date', text: row.date }, row.count);
      return;
    }
    for (const remark of operations.remarks.list) this.#remark(kind, remark);
    this.tally.records[kind] += row.count;
    this.#taken[kind] += row.count;
  }

  /** The present client is complete. */
  #close(): void {
    if (this.#code === null) return;
    for (const kind of OPERATION_KINDS) {
      const taken = this.#taken[kind];
      if (taken === 0) continue;
      if (this.#profile !== null) this.tally.used[kind] += taken;
      else this.#fault('orphan-row', kind, 'client_code', this.#code, taken);
      this.#taken[kind] = 0;
    }
    if (this.#profile !== null) this.tally.clients++;
    this.#options.visitor.finish(this.#profile);
    this.#profile = null;
  }

  /** What a column proves, a row of nobody proves too. */
  #rejectNobody(kind: StreamKind, cells: readonly StreamCell[]): void {
    if (kind === 'clients') {
      this.#reject(kind, NO_CODE);
      return;
    }
    this.operations.read(kind, cells);
    this.#reject(kind, NO_CODE, this.operations.row.count);
  }

  #reject(kind: StreamKind, { code, column, text }: Remark, count = 1): void {
    this.tally.records[kind] += count;
    this.#fault(code, kind, column, text, count);
  }

  #remark(kind: StreamKind, { code, column, text }: Remark): void {
    this.#fault(code, kind, column, text, 1);
  }

  /** A line that is not even a row. */
  #spoil(code: StreamFaultCode, text: string, client = '', kind: StreamKind | '' = ''): void {
    this.tally.spoiled++;
    this.#fault(code, kind, '', text, 1, client);
  }

  #fault(
    code: StreamFaultCode,
    kind: StreamKind | '',
    column: string,
    text: string,
    count: number,
    client = this.#code ?? '',
  ): void {
    this.tally.count(code, count);
    const { severity } = streamFaultRule(code);
    this.#options.report({
      ...{ code, severity, line: this.#line, client, kind, column },
      ...{ text: cutText(text), count },
    });
  }
}

/** Cells that a row of a kind cannot do without. */
const LEAST_CELLS: Readonly<Record<StreamKind, number>> = {
  clients: 2,
  transactions: 5,
  transfers: 5,
};
const NO_CODE: Remark = { code: 'client-code-missing', column: 'client_code', text: '' };
