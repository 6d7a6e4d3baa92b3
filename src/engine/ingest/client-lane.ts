import type { RecordSpan } from '../bytes/record-span.ts';
import type { ClientTable } from '../features/client-table.ts';
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
import { ByteTexts } from './byte-texts.ts';
import type { FilePlan } from './file-plan.ts';
import { remembered } from './memo.ts';
import { plainBalance } from './plain-balance.ts';
import type { RangeTally } from './range-tally.ts';
import { findOddities, recordCells, twinConflictOf, type TwinConflict } from './record-cells.ts';

/** A clients row that a later one replaces must be taken off the books of its own file. */
export type OnSuperseded = (file: number, line: Line, balance: Tiyn, code: string) => void;

/** Where a word was met first, and how often. */
interface Met {
  readonly line: Line;
  count: number;
}

/** Takes the records of one clients file. */
export class ClientLane {
  twinConflict: TwinConflict | null = null;
  readonly #plan: FilePlan;
  readonly #tally: RangeTally;
  readonly #clients: ClientTable;
  readonly #vocabulary: Vocabulary;
  readonly #onSuperseded: OnSuperseded;
  readonly #unknown = { status: new Map<string, Met>(), language: new Map<string, Met>() };
  readonly #texts = new ByteTexts();
  readonly #readText = remembered(readProfileText);
  readonly #readStatus: (text: string) => ReturnType<typeof readStatus>;
  readonly #readLanguage: (text: string) => ReturnType<typeof readLanguage>;
  #line: Line = 0;

  constructor(
    plan: FilePlan,
    tally: RangeTally,
    clients: ClientTable,
    vocabulary: Vocabulary,
    onSuperseded: OnSuperseded,
  ) {
    this.#plan = plan;
    this.#tally = tally;
    this.#clients = clients;
    this.#vocabulary = vocabulary;
    this.#readStatus = remembered((text) => readStatus(text, vocabulary));
    this.#readLanguage = remembered((text) => readLanguage(text, vocabulary));
    this.#onSuperseded = onSuperseded;
  }

  take(buffer: Uint8Array, span: RecordSpan, line: Line): void {
    this.#line = line;
    this.#tally.records++;
    const { columns, headings } = this.#plan;
    const codeColumn = columns.client_code!;
    const cells = recordCells(buffer, span, this.#texts);
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
    // A number is no heading and no word.
    if (!NUMBER.test(cells[codeColumn] ?? '')) {
      if (isRepeatedHeader(cells, headings)) return 'repeated-header';
      if (isTotalsRow(cells, codeColumn, this.#vocabulary)) return 'totals-row';
    }
    const shape = cellCountFault(cells, headings.length, [codeColumn]);
    if (shape === 'extra-cells' || shape === 'missing-cells') return shape;
    const code = readClientCode(cells[codeColumn]);
    return code.kind === 'bad' ? code.code : null;
  }

  #put(code: string, cells: readonly string[]): void {
    const balance = this.#balance(cells);
    const profile = {
      code,
      name: this.#readText(this.#cell(cells, 'name')),
      status: this.#status(cells),
      city: this.#readText(this.#cell(cells, 'city')),
      age: this.#age(cells),
      balance,
      language: this.#language(cells),
    };
    const superseded = this.#clients.put(profile, this.#plan.file, this.#line);
    if (superseded) this.#onSuperseded(superseded.file, superseded.line, superseded.balance, code);
    this.#tally.used++;
    this.#tally.sums.add(0, balance);
  }

  #status(cells: readonly string[]): string {
    const { value, fault } = this.#readStatus(this.#cell(cells, 'status'));
    if (fault !== null) this.#meet('status', value);
    return value;
  }

  #language(cells: readonly string[]): string {
    const cell = this.#cell(cells, 'language');
    const { value, fault } = this.#readLanguage(cell);
    if (fault !== null) this.#meet('language', this.#readText(cell));
    return value;
  }

  /** Notes a word nobody knows. */
  #meet(field: 'status' | 'language', word: string): void {
    const seen = this.#unknown[field].get(word);
    if (seen) seen.count++;
    else this.#unknown[field].set(word, { line: this.#line, count: 1 });
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
    const plain = plainBalance(text);
    if (plain >= 0) {
      if (text.includes('.')) evidence.point++;
      return plain;
    }
    let reading = readBalance(text, null, this.#vocabulary);
    if (reading.kind === 'ambiguous') {
      evidence.doubtfulAmounts++;
      evidence.amountExample ??= text;
      reading = readBalance(text, this.#plan.decimal ?? '.', this.#vocabulary);
      // A mark that is decided leaves nothing ambiguous.
      if (reading.kind === 'ambiguous') return reading.asPoint;
    } else if (reading.evidence === '.') evidence.point++;
    else if (reading.evidence === ',') evidence.comma++;
    if (reading.repaired) this.#report('amount-repaired', 'avg_monthly_balance_KZT', text);
    if (reading.fault !== null) this.#report(reading.fault, 'avg_monthly_balance_KZT', text);
    return reading.value;
  }

  /** Reports what is listed by word; call once, at the end of the file. */
  finish(): void {
    for (const field of ['status', 'language'] as const) {
      const heading = this.#heading(field);
      this.#unknown[field].forEach(({ line, count }, word) => {
        this.#tally.report(`unknown-${field}`, line, heading, word, count);
      });
    }
  }

  #cell(cells: readonly string[], field: Field): string {
    const column = this.#plan.columns[field];
    return column === undefined ? '' : (cells[column] ?? '');
  }

  #heading(field: Field): string {
    const column = this.#plan.columns[field];
    return column === undefined ? '' : this.#plan.headings[column];
  }

  #report(code: FaultCode, field: Field | '' = '', text = ''): void {
    this.#tally.report(code, this.#line, field === '' ? '' : this.#heading(field), text);
  }
}

const NUMBER = /^[0-9]+$/;
