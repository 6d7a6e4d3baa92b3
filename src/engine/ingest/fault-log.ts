import { cutText, type Fault, type FaultDetail, type Severity } from '../kernel/fault.ts';
import { valueKey } from '../kernel/text-key.ts';
import type { Line } from '../kernel/units.ts';
import { type FaultCode, faultRule } from '../rows/fault-codes.ts';
import { FirstByLine } from './first-by-line.ts';

/** How many faults of one code are kept for showing; counts stay exact. */
export const MAX_LISTED = 1000;

/** A fault whose file is known to the log, and whose line may be relative to a range. */
export interface LoggedFault extends FaultDetail {
  readonly code: FaultCode;
  readonly severity: Severity;
  readonly line: Line;
  readonly column: string;
  readonly text: string;
  /** How many rows this one entry stands for; more than one only for codes grouped by text. */
  readonly count: number;
}

/**
 * The faults of one file or range: exact counts, and the first thousand of each code by line. Of a
 * grouped code there is one fault for each distinct word, as it is spelled at its first line.
 */
export class FaultLog {
  readonly #counts = new Map<FaultCode, number>();
  readonly #listed = new Map<FaultCode, FirstByLine<LoggedFault>>();
  /** By code, then by the key that the spellings of one word share. */
  readonly #groups = new Map<FaultCode, Map<string, LoggedFault>>();

  add(fault: LoggedFault): void {
    if (faultRule(fault.code).grouped) this.#addToGroup(fault);
    else {
      this.#count(fault.code, fault.count);
      this.#list(fault);
    }
  }

  #count(code: FaultCode, count: number): void {
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + count);
  }

  #list(fault: LoggedFault): void {
    const listed = this.#listed.get(fault.code) ?? new FirstByLine<LoggedFault>(MAX_LISTED);
    this.#listed.set(fault.code, listed);
    if (listed.wants(fault.line)) listed.add(shown(fault));
  }

  #addToGroup(fault: LoggedFault): void {
    const groups = this.#groups.get(fault.code) ?? new Map<string, LoggedFault>();
    this.#groups.set(fault.code, groups);
    const key = valueKey(fault.text);
    const known = groups.get(key);
    const first = known !== undefined && known.line <= fault.line ? known : fault;
    groups.set(key, { ...first, count: fault.count + (known?.count ?? 0) });
  }

  /** Forgets a code: what was counted of it turned out to be less than all. */
  forget(code: FaultCode): void {
    this.#counts.delete(code);
    this.#listed.delete(code);
  }

  /** Adds the faults of another range whose line 1 is line 1 + `lines` here. */
  append(other: FaultLogDump, lines: Line): void {
    for (const [code, count] of other.counts) this.#count(code, count);
    for (const fault of other.listed) this.#list({ ...fault, line: fault.line + lines });
    for (const fault of other.grouped) this.#addToGroup({ ...fault, line: fault.line + lines });
  }

  /** Number of faults by code, in order of code. */
  counts(): Record<string, number> {
    const groups = [...this.#groups].map(([code, { size }]) => [code, size] as const);
    return Object.fromEntries([...this.#counts, ...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** The faults to show, in line order, those of one line by code. */
  list(file: string): Fault[] {
    const grouped = [...this.#groups.values()].flatMap((groups) =>
      [...groups.values()].sort(byLine).slice(0, MAX_LISTED).map(shown),
    );
    const listed = [...this.#listed.values()].flatMap((faults) => faults.items());
    return [...listed, ...grouped]
      .sort(byLine)
      .map(({ count, ...fault }) => ({ ...fault, file, ...(count > 1 && { count }) }));
  }

  dump(): FaultLogDump {
    return {
      counts: [...this.#counts],
      listed: [...this.#listed.values()].flatMap((faults) => faults.items()),
      grouped: [...this.#groups.values()].flatMap((groups) => [...groups.values()]),
    };
  }
}

/** A log as plain data. */
export interface FaultLogDump {
  readonly counts: readonly (readonly [FaultCode, number])[];
  readonly listed: readonly LoggedFault[];
  readonly grouped: readonly LoggedFault[];
}

const shown = (fault: LoggedFault): LoggedFault => ({ ...fault, text: cutText(fault.text) });

/** Stable: faults of one line and code stay in the order in which they were found. */
const byLine = (a: LoggedFault, b: LoggedFault): number =>
  a.line - b.line || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
