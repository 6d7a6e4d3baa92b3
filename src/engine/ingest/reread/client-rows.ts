import { fieldText } from '../../bytes/field-text.ts';
import {
  CONTROL,
  ESCAPED,
  MALFORMED,
  NON_ASCII,
  type RecordSpan,
} from '../../bytes/record-span.ts';
import { trimCell, valueKey } from '../../kernel/text-key.ts';
import type { ClientIndex, Line } from '../../kernel/units.ts';
import { KZT } from '../../features/aggregates.ts';
import { ClientTable } from '../../features/client-table.ts';
import type { Direction } from '../../rows/vocabulary.ts';
import { CurrencySums } from '../currency-sums.ts';
import { RangeTally } from '../range-tally.ts';
import { RecordScan, type RecordTaker } from '../record-scan.ts';
import { streamRange, wholeFile } from '../scan-range.ts';
import type { SettledImport } from '../settled-import.ts';
import { Registry } from '../../features/registry.ts';
import { ListeningTally } from './listening-tally.ts';
import { expectUnchanged, type RereadHooks } from './reread-hooks.ts';
import { listeningLane, rereadContext } from './reread-context.ts';
import { RowSink, type UsedRow } from './row-sink.ts';

/** Which rows of a client are meant; null: all there are. */
export interface RowFilter {
  readonly kind: UsedRow['kind'] | null;
  /** A category in any spelling, or the name of a type of transfer. */
  readonly what: string | null;
  readonly direction: Direction | null;
  /** `YYYY-MM` */
  readonly month: string | null;
}

export interface ClientRow extends UsedRow {
  readonly file: string;
}

export interface ClientRows {
  /** In order of file and line; the first ones when there are more than were asked for. */
  readonly rows: readonly ClientRow[];
  /** Exact, however many are listed. */
  readonly count: number;
  /** Exact sums in hundredths by currency. */
  readonly sums: readonly (readonly [currency: string, sum: bigint])[];
  /** Rows with this client's code that were left out of the import and would count once mended. */
  readonly rejected: number;
}

/**
 * Reads the operations of an import again for those of one client; null when the signal stopped it.
 * Throws the ReadError of a file that is gone or not what it was.
 */
export const readClientRows = async (
  settled: SettledImport,
  client: ClientIndex,
  filter: RowFilter,
  maxRows: number,
  { signal, onBytes }: RereadHooks,
): Promise<ClientRows | null> => {
  const code = settled.clients.codes[client];
  const found = new Found(filter, maxRows);
  const context = rereadContext(
    settled,
    tableOf(code).dumpIndex(),
    (aggregates) => new RowSink(aggregates, settled.vocabulary, (row) => found.add(row)),
  );
  for (const file of settled.files) {
    const { source, plan } = file;
    if (plan === null || plan.kind === 'clients') continue;
    found.file = source.name;
    const judged = new ListeningTally();
    const lane = listeningLane(plan, context, judged);
    const taker = new OwnRows(code, plan.columns.client_code!, lane, () => {
      if (judged.takeRejection() !== null) found.rejected++;
    });
    const range = wholeFile(plan);
    const lost = new RangeTally();
    const scan = new RecordScan(plan.delimiter, range, lost, taker, null);
    if (!(await streamRange(source, plan, range, scan, signal, onBytes))) return null;
    scan.end();
    expectUnchanged(file, taker.records + lost.records);
  }
  return found.result();
};

/** A table of one client, of whom only the code matters. */
const tableOf = (code: string): ClientTable => {
  const table = new ClientTable();
  const profile = { code, name: '', status: '', city: '', age: NaN, balance: 0, language: '' };
  table.put(profile, 0, 0);
  return table;
};

/** Those of the rows that a filter means; all of a client's rows must be listed. */
export const selectRows = ({ rows, rejected }: ClientRows, filter: RowFilter): ClientRows => {
  const found = new Found(filter, rows.length);
  found.rejected = rejected;
  for (const row of rows) {
    found.file = row.file;
    found.add(row);
  }
  return found.result();
};

/** What was found so far. */
class Found {
  file = '';
  rejected = 0;
  #count = 0;
  readonly #rows: ClientRow[] = [];
  readonly #currencies = new Registry([KZT]);
  readonly #sums = new CurrencySums();
  readonly #matches: (row: UsedRow) => boolean;
  readonly #maxRows: number;

  constructor(filter: RowFilter, maxRows: number) {
    this.#matches = matcher(filter);
    this.#maxRows = maxRows;
  }

  add(row: UsedRow): void {
    if (!this.#matches(row)) return;
    this.#count++;
    this.#sums.add(this.#currencies.idOf(row.currency), row.amount);
    if (this.#rows.length < this.#maxRows) this.#rows.push({ ...row, file: this.file });
  }

  result(): ClientRows {
    return {
      rows: this.#rows,
      count: this.#count,
      sums: this.#sums.totals(this.#currencies.names),
      rejected: this.rejected,
    };
  }
}

const matcher = ({ kind, what, direction, month }: RowFilter): ((row: UsedRow) => boolean) => {
  const key = what === null ? null : valueKey(what);
  return (row) =>
    (kind === null || row.kind === kind) &&
    (direction === null || row.direction === direction) &&
    (month === null || row.date.startsWith(month)) &&
    (key === null || valueKey(row.what) === key);
};

/** Passes on the records whose client code is one and the same: the others cost no more than finding it. */
class OwnRows implements RecordTaker {
  records = 0;
  readonly #code: string;
  readonly #bytes: Uint8Array;
  readonly #column: number;
  readonly #lane: RecordTaker;
  readonly #onTaken: () => void;

  constructor(code: string, column: number, lane: RecordTaker, onTaken: () => void) {
    this.#code = code;
    this.#bytes = new TextEncoder().encode(code);
    this.#column = column;
    this.#lane = lane;
    this.#onTaken = onTaken;
  }

  take(buffer: Uint8Array, span: RecordSpan, line: Line): void {
    this.records++;
    if (!this.#isOwn(buffer, span)) return;
    this.#lane.take(buffer, span, line);
    this.#onTaken();
  }

  #isOwn(buffer: Uint8Array, span: RecordSpan): boolean {
    const column = this.#column;
    if (column >= span.count) return false;
    if ((span.flags[column] & UNUSUAL) !== 0) {
      return trimCell(fieldText(buffer, span, column)) === this.#code;
    }
    const bytes = this.#bytes;
    let start = span.starts[column];
    let end = span.ends[column];
    while (start < end && buffer[start] <= SPACE) start++;
    while (end > start && buffer[end - 1] <= SPACE) end--;
    if (end - start !== bytes.length) return false;
    for (let at = 0; at < bytes.length; at++) {
      if (buffer[start + at] !== bytes[at]) return false;
    }
    return true;
  }
}

/** What surrounds or makes up such a cell may be more than its bytes say. */
const UNUSUAL = ESCAPED | MALFORMED | NON_ASCII | CONTROL;
const SPACE = 0x20;
