import { openOutput, type Output } from '../output.ts';

/** Characters that gather before they are written. */
const PIECE = 1 << 16;
const encoder = new TextEncoder();

/** Lines on standard output, many at a time. */
export class LineOutput {
  readonly #output: Pick<Output, 'write'>;
  #pending = '';

  constructor(output: Pick<Output, 'write'> = openOutput(null)) {
    this.#output = output;
  }

  /** `line` with its line feed. */
  write(line: string): void {
    this.#pending += line;
    if (this.#pending.length >= PIECE) this.end();
  }

  /** Writes what has gathered; more may follow. */
  end(): void {
    if (this.#pending === '') return;
    this.#output.write(encoder.encode(this.#pending));
    this.#pending = '';
  }
}
