import type { StreamFaultCode } from './stream-fault.ts';

export interface Remark {
  readonly code: StreamFaultCode;
  readonly column: string;
  readonly text: string;
}

/** What is to be said of one row: nearly always nothing. */
export class Remarks {
  readonly #list: Remark[] = [];

  get list(): readonly Remark[] {
    return this.#list;
  }

  add(code: StreamFaultCode, column: string, text: string): void {
    this.#list.push({ code, column, text });
  }

  clear(): void {
    if (this.#list.length > 0) this.#list.length = 0;
  }
}
