import type { OperationCells, Remark } from './operation-cells.ts';
import type { OperationContext } from './operation-context.ts';

/** Reads the words of a row into the sink's: its category, or type and direction, and its product. */
export class OperationWords {
  readonly #cells: OperationCells;
  readonly #context: OperationContext;

  constructor(cells: OperationCells, context: OperationContext) {
    this.#cells = cells;
    this.#context = context;
  }

  /** Returns what rejects the row. */
  readCategory(): Remark | null {
    const { words, sink } = this.#context;
    const text = this.#cells.of('category');
    if (text === '') return this.#cells.remark('category-missing', 'category');
    const word = words.categoryWord(text);
    sink.row.row = words.categoryOf[word];
    if (!sink.isKnownCategory(sink.row.row)) sink.row.unknownCategory = word;
    this.#cells.remember(words, words.categories, 'category', word);
    return null;
  }

  /** Returns what rejects the row; what is only doubtful goes to `remarks`. */
  readTransfer(remarks: Remark[]): Remark | null {
    const { words, sink } = this.#context;
    const cells = this.#cells;
    const type = words.typeWord(cells.of('type'));
    const direction = words.directionWord(cells.of('direction'));
    const reading = words.transfer(type, direction);
    if (reading.kind === 'bad') {
      return cells.remark(reading.code, 'direction', cells.of('direction'));
    }
    const { column, faults } = reading;
    sink.row.row = column;
    sink.row.typeTrait = words.typeTrait(type);
    if (faults.includes('unknown-type')) sink.row.unknownType = type;
    if (faults.includes('unknown-direction')) sink.row.unknownDirection = direction;
    if (faults.includes('direction-contradiction')) {
      const text = `${cells.of('type')} / ${cells.of('direction')}`;
      remarks.push(cells.remark('direction-contradiction', 'direction', text));
    }
    cells.remember(words, words.types, 'type', type);
    cells.remember(words, words.directions, 'direction', direction);
    return null;
  }

  readProduct(): void {
    const { words, sink } = this.#context;
    sink.row.productTrait = words.productTrait(this.#cells.of('product'));
    this.#cells.remember(words, words.products, 'product', sink.row.productTrait + 1);
  }
}
