import type { ByteSource } from '../engine/bytes/byte-source.ts';
import type { IngestProgress } from '../engine/ingest/ingest-input.ts';

const INTERVAL_MS = 100;
const MB = 1e6;

/** One line on a terminal that says how far the reading is; silent anywhere else. */
export class ProgressLine {
  readonly #stream: NodeJS.WriteStream;
  readonly #total: number;
  readonly #start = performance.now();
  #written = 0;
  #pass = 1;
  #bytes = 0;
  #records = 0;

  constructor(stream: NodeJS.WriteStream, sources: readonly ByteSource[]) {
    this.#stream = stream;
    this.#total = sources.reduce((sum, { size }) => sum + (size ?? NaN), 0);
  }

  step({ bytes, records, pass }: IngestProgress): void {
    if (!this.#stream.isTTY) return;
    if (pass !== this.#pass) {
      this.#pass = pass;
      this.#bytes = this.#records = 0;
    }
    this.#bytes += bytes;
    this.#records += records;
    const now = performance.now();
    if (now - this.#written < INTERVAL_MS) return;
    this.#written = now;
    const share = Number.isNaN(this.#total)
      ? ''
      : `${Math.floor((this.#bytes / this.#total) * 100)} %  `;
    const speed = this.#bytes / MB / ((now - this.#start) / 1000);
    this.#stream.write(
      `\r\u001B[K${share}${(this.#bytes / MB).toFixed(0)} MB  ${this.#records} rows  ${speed.toFixed(0)} MB/s`,
    );
  }

  end(): void {
    if (this.#written > 0) this.#stream.write('\r\u001B[K');
  }
}
