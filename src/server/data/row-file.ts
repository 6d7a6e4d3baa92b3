import { open, type FileHandle } from 'node:fs/promises';
import type { Bytes } from '../../engine/kernel/units.ts';
import { ROWS } from '../jobs/row-writer.ts';

const WIDTH = Float64Array.BYTES_PER_ELEMENT;
/** Comma and line feed stand between two rows. */
const BETWEEN: Bytes = 2;

/** A JSON array with one row a line, of which any row or page is read at once. */
export class RowFile {
  readonly count: number;
  readonly #file: FileHandle;
  readonly #rows: FileHandle;

  private constructor(file: FileHandle, rows: FileHandle, count: number) {
    this.#file = file;
    this.#rows = rows;
    this.count = count;
  }

  static async open(path: string): Promise<RowFile> {
    const file = await open(path, 'r');
    try {
      const rows = await open(`${path}${ROWS}`, 'r');
      return new RowFile(file, rows, (await rows.stat()).size / WIDTH - 1);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** Where the rows [from, to) stand, commas between them included. */
  async span(from: number, to: number): Promise<{ start: Bytes; end: Bytes }> {
    if (from >= to) return { start: 0, end: 0 };
    const [start, next] = await Promise.all([this.#startOf(from), this.#startOf(to)]);
    return { start, end: next - BETWEEN };
  }

  async #startOf(row: number): Promise<Bytes> {
    const { buffer } = await this.#rows.read(Buffer.alloc(WIDTH), 0, WIDTH, row * WIDTH);
    return buffer.readDoubleLE();
  }

  /** The rows [from, to), read whole: for a handful. */
  async rows(from: number, to: number): Promise<unknown[]> {
    const { start, end } = await this.span(from, to);
    const { buffer } = await this.#file.read(Buffer.alloc(end - start), 0, end - start, start);
    return JSON.parse(`[${buffer.toString()}]`) as unknown[];
  }

  /** The file for streaming from; the caller closes it. */
  async take(): Promise<FileHandle> {
    await this.#rows.close();
    return this.#file;
  }

  async close(): Promise<void> {
    await Promise.all([this.#rows.close(), this.#file.close()]);
  }
}
