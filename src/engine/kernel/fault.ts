import type { Line, Tiyn } from './units.ts';

export type Severity = 'info' | 'warning' | 'error';

/**
 * Something a person must know about their data, as a value. Words come from the locales by
 * `code`; `text` is the offending text itself, cut short and never interpreted.
 */
export interface Fault {
  readonly code: string;
  readonly severity: Severity;
  /** Name of the file as the person sees it; empty when the fault is about the whole import. */
  readonly file: string;
  /** 0 when the fault is about the whole file. */
  readonly line: Line;
  /** Heading of the column as it stands in the file; empty when no single column is at fault. */
  readonly column: string;
  readonly text: string;
  /** How many rows this one entry stands for, when faults are grouped by distinct value. */
  readonly count?: number;
  /** What `text` was understood as, where it is an amount written in an unusual way. */
  readonly amount?: Tiyn;
  /** Where the fault is a question: what `text` would be read as, by answer. */
  readonly readings?: Readonly<Record<string, string>>;
}

/** What a fault may say beyond its text. */
export type FaultDetail = Pick<Fault, 'amount' | 'readings'>;

/** What may fail for reasons in a person's data returns this; what throws is a bug. */
export type Outcome<T, F = Fault> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: F };

export const done = <T>(value: T): { readonly ok: true; readonly value: T } => ({
  ok: true,
  value,
});
export const failed = <F>(fault: F): { readonly ok: false; readonly fault: F } => ({
  ok: false,
  fault,
});

const MAX_TEXT = 80;

/** Cuts an offending text for display: at most 80 code units, line ends made visible. */
export const cutText = (text: string): string => {
  const flat = text.replace(/\r\n?|\n/g, '⏎');
  return flat.length <= MAX_TEXT ? flat : `${flat.slice(0, MAX_TEXT - 1)}…`;
};
