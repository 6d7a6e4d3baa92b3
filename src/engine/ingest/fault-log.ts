import { cutText, type Fault, type Severity } from '../kernel/fault.ts';
import type { Line } from '../kernel/units.ts';
import { type FaultCode, faultRule } from '../rows/fault-codes.ts';

/** How many faults of one code are kept for showing; counts stay exact. */
export const MAX_LISTED = 1000;

/** A fault whose file is known to the log, and whose line may be relative to a range. */
export interface LoggedFault {
  readonly code: FaultCode;
  readonly severity: Severity;
  readonly line: Line;
  readonly column: string;
  readonly text: string;
  /** How many rows this one entry stands for; more than one only for codes grouped by text. */
  readonly count: number;
}

/**
 * The faults of one file or range: exact counts, and the first thousand of each code in line
 * order. Of a grouped code there is one fault per distinct text, at the first line that has it.
 */
export class FaultLog {
  readonly #counts = new Map<FaultCode, number>();
  readonly #listed = new Map<FaultCode, LoggedFault[]>();
  readonly #groups = new Map<FaultCode, Map<string, LoggedFault>>();

  add(fault: LoggedFault): void {
    const { code } = fault;
    if (faultRule(code).grouped) {
      this.#addToGroup(fault);
      return;
    }
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + fault.count);
    const listed = this.#listed.get(code);
    if (listed === undefined) this.#listed.set(code, [shown(fault)]);
    else if (listed.length < MAX_LISTED) listed.push(shown(fault));
  }

  #addToGroup(fault: LoggedFault): void {
    const groups = this.#groups.get(fault.code) ?? new Map<string, LoggedFault>();
    this.#groups.set(fault.code, groups);
    const known = groups.get(fault.text);
    const first = known !== undefined && known.line <= fault.line ? known : fault;
    groups.set(fault.text, { ...first, count: fault.count + (known?.count ?? 0) });
  }

  /** Adds the faults of a later range whose line 1 is line 1 + `lines` here. */
  append(other: FaultLogDump, lines: Line): void {
    for (const [code, count] of other.counts) {
      this.#counts.set(code, (this.#counts.get(code) ?? 0) + count);
    }
    for (const fault of other.listed) {
      const listed = this.#listed.get(fault.code) ?? [];
      this.#listed.set(fault.code, listed);
      if (listed.length < MAX_LISTED) listed.push({ ...fault, line: fault.line + lines });
    }
    for (const fault of other.grouped) this.#addToGroup({ ...fault, line: fault.line + lines });
  }

  /** Number of faults by code, by name of the code. */
  counts(): Record<string, number> {
    const groups = [...this.#groups].map(([code, { size }]) => [code, size] as const);
    return Object.fromEntries([...this.#counts, ...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** The faults to show, in line order, those of one line by code. */
  list(file: string): Fault[] {
    const grouped = [...this.#groups.values()].flatMap((groups) =>
      [...groups.values()].sort(byLine).slice(0, MAX_LISTED).map(shown),
    );
    return [...[...this.#listed.values()].flat(), ...grouped]
      .sort(byLine)
      .map(({ count, ...fault }) => ({ ...fault, file, ...(count > 1 && { count }) }));
  }

  dump(): FaultLogDump {
    return {
      counts: [...this.#counts],
      listed: [...this.#listed.values()].flat(),
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

const byLine = (a: LoggedFault, b: LoggedFault): number =>
  a.line - b.line || (a.code < b.code ? -1 : a.code > b.code ? 1 : a.text < b.text ? -1 : 1);
