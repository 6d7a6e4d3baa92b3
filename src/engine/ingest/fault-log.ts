import { cutText, type Fault, type Severity } from '../kernel/fault.ts';
import type { Line } from '../kernel/units.ts';

/** How many faults of one code are kept for showing; counts stay exact. */
export const MAX_LISTED = 1000;

/** A fault whose file is known to the log, and whose line may be relative to a range. */
export interface LoggedFault {
  readonly code: string;
  readonly severity: Severity;
  readonly line: Line;
  readonly column: string;
  readonly text: string;
  /** How many rows this one entry stands for. */
  readonly count: number;
}

/** The faults of one file or range: the first thousand per code in line order, and exact counts. */
export class FaultLog {
  readonly #byCode = new Map<string, { count: number; listed: LoggedFault[] }>();

  add(fault: LoggedFault): void {
    const entry = this.#entry(fault.code);
    entry.count += fault.count;
    if (entry.listed.length < MAX_LISTED) entry.listed.push({ ...fault, text: cutText(fault.text) });
  }

  #entry(code: string): { count: number; listed: LoggedFault[] } {
    let entry = this.#byCode.get(code);
    if (entry === undefined) this.#byCode.set(code, (entry = { count: 0, listed: [] }));
    return entry;
  }

  count(code: string): number {
    return this.#byCode.get(code)?.count ?? 0;
  }

  get isEmpty(): boolean {
    return this.#byCode.size === 0;
  }

  /** Adds the faults of a later range whose line 1 is line 1 + `lines` here. */
  append(other: FaultLogDump, lines: Line): void {
    for (const [code, count, listed] of other) {
      const entry = this.#entry(code);
      entry.count += count;
      for (const fault of listed) {
        if (entry.listed.length >= MAX_LISTED) break;
        entry.listed.push({ ...fault, line: fault.line + lines });
      }
    }
  }

  counts(): Record<string, number> {
    return Object.fromEntries([...this.#byCode].map(([code, { count }]) => [code, count]).sort());
  }

  /** All listed faults in line order; equal lines keep the order in which they were found. */
  list(file: string): Fault[] {
    return [...this.#byCode.values()]
      .flatMap(({ listed }) => listed)
      .map(({ count, ...fault }) => ({ ...fault, file, ...(count > 1 && { count }) }))
      .sort((a, b) => a.line - b.line || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  }

  has(severity: Severity): boolean {
    return [...this.#byCode.values()].some(({ listed }) =>
      listed.some((fault) => fault.severity === severity),
    );
  }

  dump(): FaultLogDump {
    return [...this.#byCode].map(([code, { count, listed }]) => [code, count, listed] as const);
  }
}

export type FaultLogDump = readonly (readonly [string, number, readonly LoggedFault[]])[];
