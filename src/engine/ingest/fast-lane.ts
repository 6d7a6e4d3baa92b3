import { UNDATED } from '../features/cell-key.ts';
import type { ClientIndexTable } from './client-index.ts';
import {
  AMOUNT,
  CATEGORY,
  CODE,
  columnRoles,
  CURRENCY,
  DATE,
  DIRECTION,
  IGNORED,
  PRODUCT,
  TYPE,
  wordColumns,
} from './column-roles.ts';
import type { FilePlan } from './file-plan.ts';
import type { MonthWindow } from './month-window.ts';
import type { OperationContext } from './operation-context.ts';
import type { OperationSink } from './operation-sink.ts';
import { textEnd } from './text-end.ts';
import { canonicalStamp } from './time-stamp.ts';
import type { WordColumn } from './word-column.ts';
import { NO_TRAIT, type Words } from './words.ts';

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const HASH = 0x23;
const ZERO = 0x30;
const HYPHEN = 0x2d;
const POINT = 0x2e;
const SPACE = 0x20;
const LETTER_T = 0x54;
const DATE_LENGTH = 10;
const STAMP_LENGTH = 9;
const MAX_WHOLE_DIGITS = 13;
const MAX_CODE_DIGITS = 8;
/** Bytes of an amount; more are none of the fast lane's business. */
const MAX_AMOUNT = 40;

/** Days in the months of a year without a leap day: enough to prove a date usual. */
const DAYS_IN = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The lane for the overwhelmingly usual row: canonical number and date, known words, the right
 * number of fields. It proves that a row is usual before it hands it over, never guesses, and
 * stops in front of the first row it cannot prove; that one is for the complete lane.
 */
export class FastLane {
  /** Lines passed by the last call. */
  lines = 0;
  readonly #roles: Uint8Array;
  readonly #wordColumns: (WordColumn | null)[];
  readonly #delimiter: number;
  readonly #decimal: number;
  readonly #sink: OperationSink;
  readonly #words: Words;
  readonly #clients: ClientIndexTable;
  readonly #window: MonthWindow;
  readonly #transfers: boolean;
  readonly #undirected: number;
  readonly #untyped: number;
  #view: DataView = new DataView(new ArrayBuffer(0));

  constructor(plan: FilePlan, { sink, words, clients, window }: OperationContext) {
    this.#delimiter = plan.delimiter;
    this.#decimal = plan.decimal === null ? -1 : plan.decimal.charCodeAt(0);
    this.#sink = sink;
    this.#words = words;
    this.#clients = clients;
    this.#window = window;
    this.#transfers = plan.kind === 'transfers';
    this.#roles = columnRoles(plan);
    this.#wordColumns = wordColumns(this.#roles, words, plan.delimiter);
    this.#untyped = words.typeWord('');
    this.#undirected = words.directionWord('');
  }

  /** The buffer changes only when it grows. */
  #viewOf(buffer: Uint8Array): DataView {
    if (this.#view.buffer !== buffer.buffer) this.#view = new DataView(buffer.buffer);
    return this.#view;
  }

  /** A plan whose columns need comparing is for the complete lane alone. */
  static suits(plan: FilePlan): boolean {
    return plan.twins.length === 0 && plan.headings.length < 256;
  }

  /**
   * Takes rows of `buffer` that start in [start, stop) as long as they are usual; a line end follows
   * every byte before `stop`. Returns where the next row starts.
   */
  take(buffer: Uint8Array, start: number, stop: number, firstLine: number): number {
    const roles = this.#roles;
    const cells = this.#wordColumns;
    const last = roles.length - 1;
    const delimiter = this.#delimiter;
    const decimal = this.#decimal;
    const sink = this.#sink;
    const row = sink.row;
    const words = this.#words;
    const clients = this.#clients;
    const view = this.#viewOf(buffer);
    let pos = start;
    let lines = 0;
    let decimals = 0;

    rows: while (pos < stop) {
      let p = pos;
      if (buffer[p] === HASH) break;
      let type = this.#untyped;
      let direction = this.#undirected;
      let hasDecimals = 0;
      row.currency = 0;
      row.productTrait = NO_TRAIT;
      row.month = UNDATED;
      row.day = 0;
      row.stamp = 0;

      for (let column = 0; column <= last; column++) {
        const quoted = buffer[p] === QUOTE;
        if (quoted) p++;
        switch (roles[column]) {
          case IGNORED: {
            p = textEnd(buffer, p, quoted, delimiter);
            if (p < 0) break rows;
            break;
          }
          case CODE: {
            const from = p;
            let value = 0;
            let digit = buffer[p] - ZERO;
            while (digit >= 0 && digit <= 9 && p - from < MAX_CODE_DIGITS) {
              value = value * 10 + digit;
              digit = buffer[++p] - ZERO;
            }
            const end = buffer[p];
            if (p > from && buffer[from] !== ZERO && end === (quoted ? QUOTE : delimiter)) {
              row.client = clients.findNumber(value, buffer, from, p);
            } else {
              p = textEnd(buffer, from, quoted, delimiter);
              if (p < 0) break rows;
              row.client = clients.find(buffer, from, p);
            }
            if (row.client < 0) break rows;
            break;
          }
          case AMOUNT: {
            const from = p;
            let value = 0;
            let digit = buffer[p] - ZERO;
            while (digit >= 0 && digit <= 9) {
              value = value * 10 + digit;
              digit = buffer[++p] - ZERO;
            }
            const whole = p - from;
            if (whole === 0 || whole > MAX_WHOLE_DIGITS) break rows;
            value *= 100;
            if (buffer[p] === decimal && decimal !== delimiter) {
              const point = p;
              digit = buffer[++p] - ZERO;
              if (!(digit >= 0 && digit <= 9)) break rows;
              value += digit * 10;
              digit = buffer[++p] - ZERO;
              if (digit >= 0 && digit <= 9) {
                value += digit;
                digit = buffer[++p] - ZERO;
                if (digit >= 5 && digit <= 9) value++;
                while (digit >= 0 && digit <= 9) digit = buffer[++p] - ZERO;
              }
              if (p - from > MAX_AMOUNT) break rows;
              if (p - point === 4 && whole <= 3 && buffer[from] !== ZERO) break rows;
              hasDecimals = 1;
            }
            row.amount = value;
            break;
          }
          case DATE: {
            if (buffer[p + 4] !== HYPHEN || buffer[p + 7] !== HYPHEN) break rows;
            const y3 = buffer[p] - ZERO;
            const y2 = buffer[p + 1] - ZERO;
            const y1 = buffer[p + 2] - ZERO;
            const y0 = buffer[p + 3] - ZERO;
            const m1 = buffer[p + 5] - ZERO;
            const m0 = buffer[p + 6] - ZERO;
            const d1 = buffer[p + 8] - ZERO;
            const d0 = buffer[p + 9] - ZERO;
            // Each is 0…9 exactly when no bit above the low four is set and none is 10…15.
            if (((y3 | y2 | y1 | y0 | m1 | m0 | d1 | d0) & ~15) !== 0) break rows;
            if (y3 > 9 || y2 > 9 || y1 > 9 || y0 > 9) break rows;
            if (m1 > 1 || m0 > 9 || d1 > 3 || d0 > 9) break rows;
            const year = y3 * 1000 + y2 * 100 + y1 * 10 + y0;
            const month = m1 * 10 + m0;
            const day = d1 * 10 + d0;
            if (month < 1 || month > 12 || day < 1 || day > DAYS_IN[month - 1]) break rows;
            if (year < 1990 || year > 2100) break rows;
            row.month = year * 12 + month - 1;
            row.day = day;
            if (row.month < this.#window.from || row.month > this.#window.to) break rows;
            p += DATE_LENGTH;
            if (buffer[p] === SPACE || buffer[p] === LETTER_T) {
              const stamp = canonicalStamp(buffer, p, p + STAMP_LENGTH);
              if (stamp < 0) break rows;
              row.stamp = stamp;
              p += STAMP_LENGTH;
            }
            break;
          }
          default: {
            const cell = cells[column]!;
            const word = cell.find(buffer, view, p, quoted);
            if (word < 0) break rows;
            p = cell.end;
            switch (roles[column]) {
              case CATEGORY:
                row.row = words.categoryOf[word];
                row.unknownCategory = sink.isKnownCategory(row.row) ? -1 : word;
                break;
              case CURRENCY:
                row.currency = word;
                break;
              case TYPE:
                type = word;
                break;
              case DIRECTION:
                direction = word;
                break;
              case PRODUCT:
                row.productTrait = word + NO_TRAIT;
                break;
            }
          }
        }
        if (quoted && buffer[p++] !== QUOTE) break rows;
        const byte = buffer[p++];
        if (column === last ? byte !== LF && byte !== CR : byte !== delimiter) break rows;
      }
      if (buffer[p - 1] === CR && buffer[p] === LF) p++;

      if (this.#transfers) {
        const meaning = words.usualTransfer(type, direction);
        if (meaning === null) break;
        row.row = meaning.column;
        row.typeTrait = words.typeTrait(type);
        row.unknownType = meaning.unknownType;
        row.unknownDirection = meaning.unknownDirection;
      }
      row.transfer = this.#transfers;
      decimals += hasDecimals;
      sink.accept(firstLine + lines);
      lines++;
      pos = p;
    }
    this.lines = lines;
    sink.tally.records += lines;
    if (decimal === POINT) sink.tally.evidence.point += decimals;
    else sink.tally.evidence.comma += decimals;
    return pos;
  }
}
