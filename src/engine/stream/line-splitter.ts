/** A longer line is no row of anything. */
const MAX_LINE = 1 << 24;

/** What is told line by line; `text` is null for a line that is too long to be kept. */
export type TakeLine = (text: string | null) => void;

/** Cuts UTF-8 bytes that come in any pieces into lines; holds one line at most. */
export class LineSplitter {
  readonly #take: TakeLine;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #rest = '';
  #skipping = false;

  constructor(take: TakeLine) {
    this.#take = take;
  }

  push(chunk: Uint8Array): void {
    this.#cut(this.#decoder.decode(chunk, { stream: true }));
  }

  /** The last line may lack its line feed. */
  end(): void {
    this.#cut(this.#decoder.decode());
    if (this.#rest !== '' || this.#skipping) this.#finish('');
  }

  #cut(text: string): void {
    let from = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      this.#finish(text.slice(from, at));
      from = at + 1;
    }
    if (from === text.length) return;
    if (!this.#skipping) this.#rest += text.slice(from);
    if (this.#rest.length <= MAX_LINE) return;
    this.#rest = '';
    this.#skipping = true;
  }

  #finish(end: string): void {
    const line = this.#rest === '' ? end : this.#rest + end;
    const isLong = this.#skipping || line.length > MAX_LINE;
    this.#rest = '';
    this.#skipping = false;
    this.#take(isLong ? null : line.endsWith('\r') ? line.slice(0, -1) : line);
  }
}
