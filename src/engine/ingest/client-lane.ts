import type { RecordSpan } from '../bytes/record-span.ts';
import type { ClientTable, Superseded } from '../features/client-table.ts';
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
import type { FilePlan } from './file-plan.ts';
import type { RangeTally } from './range-tally.ts';
import { findOddities, recordCells, twinConflictOf, type TwinConflict } from './record-cells.ts';
import { type ProfileWord, UsualClients, type WordField } from './usual-clients.ts';

/** A clients row that a later one replaces must be taken off the books of its own file. */
export type OnSuperseded = (file: number, line: Line, balance: Tiyn, code: string) => void;

/** Where a word was met first, and how often. */
interface Met {
  readonly line: Line;
  count: number;
}

interface ClientLaneParts {
  readonly plan: FilePlan;
  readonly tally: RangeTally;
  readonly clients: ClientTable;
  readonly vocabulary: Vocabulary;
  readonly fastLane: boolean;
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
  readonly #usual: UsualClients | null;
  #line: Line = 0;

  constructor(
    { plan, tally, clients, vocabulary, fastLane }: ClientLaneParts,
    onSuperseded: OnSuperseded,
  ) {
    this.#plan = plan;
    this.#tally = tally;
    this.#clients = clients;
    this.#vocabulary = vocabulary;
    this.#usual = fastLane ? new UsualClients(plan, wordReaders(clients, vocabulary)) : null;
    this.#onSuperseded = onSuperseded;
  }

  take(buffer: Uint8Array, span: RecordSpan, line: Line): void {
    this.#line = line;
    this.#tally.records++;
    const { columns, headings } = this.#plan;
    const codeColumn = columns.client_code!;
    if (this.#usual?.read(buffer, span) === true) {
      this.#putUsual(this.#usual, buffer, span.starts[codeColumn], span.ends[codeColumn]);
      return;
    }
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
    this.#count(this.#clients.put(profile, this.#plan.file, this.#line), balance, code);
  }

  #putUsual(usual: UsualClients, buffer: Uint8Array, start: number, end: number): void {
    const { cells, status, language, hasDecimals } = usual;
    const file = this.#plan.file;
    const superseded = this.#clients.putCells(buffer, start, end, cells, file, this.#line);
    const code = superseded === null ? '' : decoder.decode(buffer.subarray(start, end));
    this.#count(superseded, cells.balance, code);
    if (status.word.unknown !== null) this.#meet('status', status.word.unknown);
    if (language.word.unknown !== null) this.#meet('language', language.word.unknown);
    if (hasDecimals) this.#tally.evidence.point++;
  }

  #count(superseded: Superseded | null, balance: Tiyn, code: string): void {
    if (superseded) this.#onSuperseded(superseded.file, superseded.line, superseded.balance, code);
    this.#tally.used++;
    this.#tally.sums.add(0, balance);
  }

  #status(cells: readonly string[]): string {
    const { value, fault } = readStatus(this.#cell(cells, 'status'), this.#vocabulary);
    if (fault !== null) this.#meet('status', value);
    return value;
  }

  #language(cells: readonly string[]): string {
    const cell = this.#cell(cells, 'language');
    const { value, fault } = readLanguage(cell, this.#vocabulary);
    if (fault !== null) this.#meet('language', readProfileText(cell));
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

  #report(code: FaultCode, field: Field | '' = '', text = '', detail: FaultDetail = {}): void {
    const heading = field === '' ? '' : this.#heading(field);
    this.#tally.report(code, this.#line, heading, text, 1, detail);
  }
}

/** What words come to, by the rules of the complete lane. */
const wordReaders = (
  { names, statuses, cities, languages }: ClientTable,
  vocabulary: Vocabulary,
): Record<WordField, (text: string) => ProfileWord> => ({
  name: (text) => ({ id: names.idOf(readProfileText(text)), unknown: null }),
  status: (text) => {
    const { value, fault } = readStatus(text, vocabulary);
    return { id: statuses.idOf(value), unknown: fault === null ? null : value };
  },
  city: (text) => ({ id: cities.idOf(readProfileText(text)), unknown: null }),
  language: (text) => {
    const { value, fault } = readLanguage(text, vocabulary);
    return { id: languages.idOf(value), unknown: fault === null ? null : readProfileText(text) };
  },
});

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
