import type { Aggregates } from '../../features/aggregates.ts';
import type { Line, Tiyn } from '../../kernel/units.ts';
import type { Direction, Vocabulary } from '../../rows/vocabulary.ts';
import { type DayNumber, dayOfMonth, monthOf, UNDATED_DAY } from '../day-number.ts';
import { OperationSink } from '../operation-sink.ts';

/** One transaction or transfer that was used, as it was read. */
export interface UsedRow {
  readonly kind: 'transactions' | 'transfers';
  /** First physical line of the row. */
  readonly line: Line;
  /** `YYYY-MM-DD`; empty in a file without dates. */
  readonly date: string;
  /** The category's label, or the name of the type of transfer. */
  readonly what: string;
  /** null: a transaction. */
  readonly direction: Direction | null;
  readonly amount: Tiyn;
  readonly currency: string;
}

/** Hands every used row on instead of adding it up. */
export class RowSink extends OperationSink {
  readonly #vocabulary: Vocabulary;
  readonly #onRow: (row: UsedRow) => void;

  constructor(aggregates: Aggregates, vocabulary: Vocabulary, onRow: (row: UsedRow) => void) {
    super(aggregates);
    this.#vocabulary = vocabulary;
    this.#onRow = onRow;
  }

  override accept(line: Line): void {
    const { row, aggregates } = this;
    const named = row.transfer
      ? this.#transfer(row.row)
      : { what: aggregates.categories.labels[row.row], direction: null };
    this.#onRow({
      kind: row.transfer ? 'transfers' : 'transactions',
      line,
      date: dateText(row.day),
      ...named,
      amount: row.amount,
      currency: aggregates.currencies.names[row.currency],
    });
  }

  #transfer(column: number): { what: string; direction: Direction } {
    const { transferTypes } = this.#vocabulary;
    if (column < transferTypes.length) {
      const { name: what, direction } = transferTypes[column];
      return { what, direction };
    }
    const direction = column === transferTypes.length ? 'in' : 'out';
    return { what: `other_${direction}`, direction };
  }
}

const two = (number: number): string => String(number).padStart(2, '0');

const dateText = (day: DayNumber): string => {
  if (day === UNDATED_DAY) return '';
  const month = monthOf(day);
  return `${Math.floor(month / 12)}-${two((month % 12) + 1)}-${two(dayOfMonth(day))}`;
};
