import { utf8SequenceLength } from '../bytes/utf8-sequence.ts';
import { UNDATED } from '../features/cell-key.ts';
import type { Field } from '../rows/vocabulary.ts';
import type { ClientIndexTable } from './client-index.ts';
import type { FilePlan } from './file-plan.ts';
import type { MonthWindow } from './month-window.ts';
import type { OperationContext } from './operation-context.ts';
import type { OperationSink } from './operation-sink.ts';
import { canonicalStamp } from './time-stamp.ts';
import { NO_TRAIT, type Words } from './words.ts';

const IGNORED = 0;
const CODE = 1;
const AMOUNT = 2;
const DATE = 3;
const CATEGORY = 4;
const CURRENCY = 5;
const TYPE = 6;
const DIRECTION = 7;
const PRODUCT = 8;

const ROLES: Partial<Record<Field, number>> = {
  client_code: CODE,
  amount: AMOUNT,
  date: DATE,
  category: CATEGORY,
  currency: CURRENCY,
  type: TYPE,
  direction: DIRECTION,
  product: PRODUCT,
};

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const HASH = 0x23;
const ZERO = 0x30;
const HYPHEN = 0x2d;
const MAX_WHOLE_DIGITS = 13;
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
  readonly #delimiter: number;
  readonly #decimal: number;
  readonly #sink: OperationSink;
  readonly #words: Words;
  readonly #clients: ClientIndexTable;
  readonly #window: MonthWindow;
  readonly #transfers: boolean;
  readonly #undirected: number;
  readonly #untyped: number;

  constructor(plan: FilePlan, { sink, words, clients, window }: OperationContext) {
    this.#delimiter = plan.delimiter;
    this.#decimal = plan.decimal === null ? -1 : plan.decimal.charCodeAt(0);
    this.#sink = sink;
    this.#words = words;
    this.#clients = clients;
    this.#window = window;
    this.#transfers = plan.kind === 'transfers';
    this.#roles = new Uint8Array(plan.headings.length);
    for (const [field, column] of Object.entries(plan.columns) as [Field, number][]) {
      this.#roles[column] = roleOf(field, plan);
    }
    this.#untyped = words.typeWord('');
    this.#undirected = words.directionWord('');
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
    const last = roles.length - 1;
    const delimiter = this.#delimiter;
    const decimal = this.#decimal;
    const sink = this.#sink;
    const row = sink.row;
    const words = this.#words;
    const tally = sink.tally;
    let pos = start;
    let lines = 0;

    rows: while (pos < stop) {
      let p = pos;
      if (buffer[p] === HASH) break;
      let type = this.#untyped;
      let direction = this.#undirected;
      let provesDecimal = false;
      row.currency = 0;
      row.productTrait = NO_TRAIT;
      row.month = UNDATED;
      row.day = 0;
      row.stamp = 0;

      for (let column = 0; column <= last; column++) {
        // Where the field ends, and that its bytes are well-formed.
        let byte = buffer[p];
        const quoted = byte === QUOTE;
        if (quoted) p++;
        const from = p;
        for (;;) {
          byte = buffer[p];
          if (byte === delimiter && !quoted) break;
          if (byte <= QUOTE) {
            if (byte === QUOTE && quoted) break;
            if ((byte === LF || byte === CR) && !quoted) break;
            if (byte < 0x20 || byte === QUOTE) break rows;
            p++;
          } else if (byte < 0x7f) p++;
          else {
            const length = utf8SequenceLength(buffer, p, buffer.length);
            if (length < 2) break rows;
            p += length;
          }
        }
        const to = p;
        if (quoted) byte = buffer[++p];
        if (column === last ? byte !== LF && byte !== CR : byte !== delimiter) break rows;

        switch (roles[column]) {
          case IGNORED:
            break;
          case CODE: {
            const client = this.#clients.find(buffer, from, to);
            if (client < 0) break rows;
            row.client = client;
            break;
          }
          case AMOUNT: {
            let value = 0;
            let at = from;
            while (at < to) {
              const digit = buffer[at] - ZERO;
              if (digit < 0 || digit > 9) break;
              value = value * 10 + digit;
              at++;
            }
            const whole = at - from;
            if (whole === 0 || whole > MAX_WHOLE_DIGITS || to - from > MAX_AMOUNT) break rows;
            if (at === to) {
              row.amount = value * 100;
              break;
            }
            if (buffer[at] !== decimal) break rows;
            const places = to - at - 1;
            if (places === 0) break rows;
            if (places === 3 && whole <= 3 && buffer[from] !== ZERO) break rows;
            const tenths = buffer[at + 1] - ZERO;
            if (tenths < 0 || tenths > 9) break rows;
            value = value * 100 + tenths * 10;
            if (places > 1) {
              const hundredths = buffer[at + 2] - ZERO;
              if (hundredths < 0 || hundredths > 9) break rows;
              value += hundredths;
              for (let rest = at + 3; rest < to; rest++) {
                const digit = buffer[rest] - ZERO;
                if (digit < 0 || digit > 9) break rows;
                if (rest === at + 3 && digit >= 5) value++;
              }
            }
            row.amount = value;
            provesDecimal = true;
            break;
          }
          case DATE: {
            if (to - from < 10 || buffer[from + 4] !== HYPHEN || buffer[from + 7] !== HYPHEN)
              break rows;
            const y3 = buffer[from] - ZERO;
            const y2 = buffer[from + 1] - ZERO;
            const y1 = buffer[from + 2] - ZERO;
            const y0 = buffer[from + 3] - ZERO;
            const m1 = buffer[from + 5] - ZERO;
            const m0 = buffer[from + 6] - ZERO;
            const d1 = buffer[from + 8] - ZERO;
            const d0 = buffer[from + 9] - ZERO;
            // Each is 0…9 exactly when no bit above the low four is set and none is 10…15.
            if (((y3 | y2 | y1 | y0 | m1 | m0 | d1 | d0) & ~15) !== 0) break rows;
            if (y3 > 9 || y2 > 9 || y1 > 9 || y0 > 9 || m1 > 1 || m0 > 9 || d1 > 3 || d0 > 9)
              break rows;
            const year = y3 * 1000 + y2 * 100 + y1 * 10 + y0;
            const month = m1 * 10 + m0;
            const day = d1 * 10 + d0;
            if (month < 1 || month > 12 || day < 1 || day > DAYS_IN[month - 1]) break rows;
            if (year < 1990 || year > 2100) break rows;
            row.month = year * 12 + month - 1;
            row.day = day;
            if (row.month < this.#window.from || row.month > this.#window.to) break rows;
            if (to - from > 10) {
              const stamp = canonicalStamp(buffer, from + 10, to);
              if (stamp < 0) break rows;
              row.stamp = stamp;
            }
            break;
          }
          case CATEGORY: {
            const word = words.categories.find(buffer, from, to);
            if (word < 0) break rows;
            row.row = words.categoryOf[word];
            row.unknownCategory = sink.isKnownCategory(row.row) ? -1 : word;
            break;
          }
          case CURRENCY:
            row.currency = words.currencies.find(buffer, from, to);
            if (row.currency < 0) break rows;
            break;
          case TYPE:
            type = words.types.find(buffer, from, to);
            if (type < 0) break rows;
            break;
          case DIRECTION:
            direction = words.directions.find(buffer, from, to);
            if (direction < 0) break rows;
            break;
          case PRODUCT: {
            const trait = words.products.find(buffer, from, to);
            if (trait < 0) break rows;
            row.productTrait = trait + NO_TRAIT;
            break;
          }
        }
        p++;
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
      if (provesDecimal) {
        if (decimal === 0x2e) tally.evidence.point++;
        else tally.evidence.comma++;
      }
      tally.records++;
      sink.accept(firstLine + lines);
      lines++;
      pos = p;
    }
    this.lines = lines;
    return pos;
  }
}

const roleOf = (field: Field, plan: FilePlan): number => {
  if (plan.kind === 'transactions' && (field === 'type' || field === 'direction')) return IGNORED;
  if (plan.kind === 'transfers' && field === 'category') return IGNORED;
  return ROLES[field] ?? IGNORED;
};
