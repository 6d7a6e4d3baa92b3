import type {
  ClientCells,
  ClientProfile,
  ClientTable,
  Superseded,
} from '../features/client-table.ts';
import type { Line, Tiyn } from '../kernel/units.ts';
import type { FilePlan } from './file-plan.ts';
import type { RangeTally } from './range-tally.ts';

/** A clients row that a later one replaces must be taken off the books of its own file. */
export type OnSuperseded = (row: Superseded, code: string) => void;

/** Where a word was met first, and how often. */
interface Met {
  readonly line: Line;
  count: number;
}

/** Where the rows of one clients file end: the table, and the books of the file. */
export class ClientSink {
  readonly clients: ClientTable;
  readonly tally: RangeTally;
  readonly #plan: FilePlan;
  readonly #onSuperseded: OnSuperseded;
  readonly #unknown = { status: new Map<string, Met>(), language: new Map<string, Met>() };

  constructor(
    plan: FilePlan,
    clients: ClientTable,
    tally: RangeTally,
    onSuperseded: OnSuperseded = () => undefined,
  ) {
    this.#plan = plan;
    this.clients = clients;
    this.tally = tally;
    this.#onSuperseded = onSuperseded;
  }

  put(profile: ClientProfile, line: Line): void {
    const superseded = this.clients.put(profile, this.#plan.file, line);
    if (superseded !== null) this.#onSuperseded(superseded, profile.code);
    this.#enter(profile.balance);
  }

  /** The same for a code that stands in [start, end) of a buffer. */
  putCells(buffer: Uint8Array, start: number, end: number, cells: ClientCells, line: Line): void {
    const superseded = this.clients.putCells(buffer, start, end, cells, this.#plan.file, line);
    if (superseded !== null) {
      this.#onSuperseded(superseded, decoder.decode(buffer.subarray(start, end)));
    }
    this.#enter(cells.balance);
  }

  #enter(balance: Tiyn): void {
    this.tally.used++;
    this.tally.sums.add(HOME, balance);
  }

  /** Notes a word nobody knows. */
  meet(field: 'status' | 'language', word: string, line: Line): void {
    const seen = this.#unknown[field].get(word);
    if (seen) seen.count++;
    else this.#unknown[field].set(word, { line, count: 1 });
  }

  /** Reports what is listed by word; call once, at the end of the file. */
  finish(): void {
    const { columns, headings } = this.#plan;
    for (const field of ['status', 'language'] as const) {
      this.#unknown[field].forEach(({ line, count }, word) => {
        this.tally.report(`unknown-${field}`, line, headings[columns[field]!], word, count);
      });
    }
  }
}

const HOME = 0;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
