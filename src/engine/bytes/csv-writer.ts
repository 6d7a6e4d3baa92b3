import { csvRow } from './csv-row.ts';
import type { CsvCell } from './csv-row.ts';

export interface CsvWriterOptions {
  readonly delimiter?: string;
  /** Excel takes a CSV for UTF-8 only when it starts with a BOM. */
  readonly bom?: boolean;
  /** How many characters gather before they are handed over. */
  readonly chunkSize?: number;
}

const encoder = new TextEncoder();

/** Writes rows as UTF-8 chunks to `sink`, which may keep them. Call `end` for the last one. */
export class CsvWriter {
  readonly #sink: (chunk: Uint8Array<ArrayBuffer>) => void;
  readonly #delimiter: string;
  readonly #chunkSize: number;
  /** Rows not yet encoded: encoding many at once is what makes it fast. */
  #pending: string;

  constructor(
    sink: (chunk: Uint8Array<ArrayBuffer>) => void,
    { delimiter = ',', bom = false, chunkSize = 64 * 1024 }: CsvWriterOptions = {},
  ) {
    this.#sink = sink;
    this.#delimiter = delimiter;
    this.#chunkSize = chunkSize;
    this.#pending = bom ? '\ufeff' : '';
  }

  write(cells: readonly CsvCell[]): void {
    this.#pending += csvRow(cells, this.#delimiter);
    if (this.#pending.length >= this.#chunkSize) this.end();
  }

  /** Hands over what has gathered; writing may go on. */
  end(): void {
    if (this.#pending === '') return;
    this.#sink(encoder.encode(this.#pending));
    this.#pending = '';
  }
}
