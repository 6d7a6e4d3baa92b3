import type { ClientProfile } from '../features/client-table.ts';
import { noEvidence } from '../ingest/evidence.ts';
import type { Tiyn } from '../kernel/units.ts';
import { headingKey } from '../kernel/text-key.ts';
import {
  readAge,
  readBalance,
  readLanguage,
  readProfileText,
  readStatus,
} from '../rows/profile.ts';
import { isTotalsRow } from '../rows/row-kind.ts';
import { wordIndex } from '../rows/word-index.ts';
import { Remarks } from './remarks.ts';
import { PROFILE_CELL as CELL, type StreamCell } from './stream-format.ts';
import type { StreamFaultCode } from './stream-fault.ts';
import type { StreamReading } from './stream-reading.ts';

/** Reads the profiles of a stream by the rules of clients files. */
export class ProfileReader {
  readonly remarks = new Remarks();
  readonly evidence = noEvidence();
  readonly #reading: StreamReading;

  constructor(reading: StreamReading) {
    this.#reading = reading;
  }

  /** null when a remark says why the row is no client. */
  read(code: string, cells: readonly StreamCell[]): ClientProfile | null {
    this.remarks.clear();
    const noClient = this.#noClient(code, cells);
    if (noClient !== null) {
      this.remarks.add(noClient, '', code);
      return null;
    }
    const status = readStatus(cells[CELL.status] ?? '', this.#reading.vocabulary);
    this.#remark(status.fault, 'status', status.value);
    const language = readLanguage(cells[CELL.language] ?? '', this.#reading.vocabulary);
    this.#remark(language.fault, 'language', cells[CELL.language] ?? '');
    return {
      code,
      name: readProfileText(cells[CELL.name] ?? ''),
      status: status.value,
      city: readProfileText(cells[CELL.city] ?? ''),
      age: this.#age(cells[CELL.age] ?? null),
      balance: this.#balance(cells[CELL.balance] ?? null),
      language: language.value,
    };
  }

  #noClient(code: string, cells: readonly StreamCell[]): StreamFaultCode | null {
    const { vocabulary } = this.#reading;
    const { headings } = wordIndex(vocabulary);
    const isHeading = ([field, cell]: readonly [string, StreamCell]): boolean =>
      cell === null || headings.get(headingKey(cell)) === field;
    const named = FIELDS.map(([field, at]) => [field, cells[at] ?? null] as const);
    if (isHeading(['client_code', code]) && named.every(isHeading)) return 'repeated-header';
    return isTotalsRow([code], 0, vocabulary) ? 'totals-row' : null;
  }

  #age(cell: StreamCell): number {
    if (cell === null) return NaN;
    const { value, fault } = readAge(cell);
    this.#remark(fault, 'age', cell);
    return value;
  }

  #balance(cell: StreamCell): Tiyn {
    if (cell === null) return 0;
    const { vocabulary, marks } = this.#reading;
    let balance = readBalance(cell, null, vocabulary);
    if (balance.kind === 'ambiguous') {
      this.evidence.doubtfulAmounts++;
      this.evidence.amountExample ??= cell;
      balance = readBalance(cell, marks.clients ?? '.', vocabulary);
      // A mark that is decided leaves nothing ambiguous.
      if (balance.kind === 'ambiguous') return balance.asPoint;
    } else if (balance.evidence === '.') this.evidence.point++;
    else if (balance.evidence === ',') this.evidence.comma++;
    if (balance.repaired) this.remarks.add('amount-repaired', BALANCE, cell);
    this.#remark(balance.fault, BALANCE, cell);
    return balance.value;
  }

  #remark(code: StreamFaultCode | null, column: string, text: string): void {
    if (code !== null) this.remarks.add(code, column, text);
  }
}

const BALANCE = 'avg_monthly_balance_KZT';
const FIELDS = [
  ['name', CELL.name],
  ['status', CELL.status],
  [BALANCE, CELL.balance],
  ['age', CELL.age],
  ['city', CELL.city],
  ['language', CELL.language],
] as const;
