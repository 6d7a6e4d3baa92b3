import { closeSync, openSync, writeSync } from 'node:fs';
import type { Bytes } from '../../engine/kernel/units.ts';

/** Where the rows of a file begin stands beside it, under this ending. */
export const ROWS = '.rows';
const LINE_FEED = 0x0a;
const PIECE: Bytes = 1 << 16;

/**
 * A file written in pieces, at once, so that nothing piles up in memory. Of a JSON array with one
 * row a line it also notes where each row begins, which is what lets any page be read at once.
 */
export class RowWriter {
  readonly #path: string;
  readonly #file: number;
  /** Behind each line feed: the rows, then the closing bracket. */
  readonly #starts: Bytes[] = [];
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #bytes = 0;

  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, 'wx', 0o600);
  }

  readonly add = (chunk: Uint8Array): void => {
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) {
      this.#starts.push(this.#bytes + at + 1);
    }
    this.#bytes += chunk.length;
    this.#waiting.push(chunk);
    this.#waitingBytes += chunk.length;
    if (this.#waitingBytes >= PIECE) this.#flush();
  };

  #flush(): void {
    writeAll(this.#file, Buffer.concat(this.#waiting));
    this.#waiting = [];
    this.#waitingBytes = 0;
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  /** Closes, and writes where each of the rows begins and where the last one would be followed. */
  closeRows(rows: number): void {
    this.close();
    const starts = Float64Array.from(this.#starts.slice(0, rows + 1));
    // A row ends two bytes before the next one: comma, line feed. The last has no comma.
    if (rows > 0) starts[rows]++;
    const file = openSync(`${this.#path}${ROWS}`, 'wx', 0o600);
    writeAll(file, new Uint8Array(starts.buffer));
    closeSync(file);
  }
}

const writeAll = (file: number, bytes: Uint8Array): void => {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
};
