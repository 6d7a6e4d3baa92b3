import type { Fault, Severity } from '../../../engine/kernel/fault.ts';

/** All faults of one code in one file: the exact count and the first few as examples. */
export interface FaultGroup {
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
  readonly faults: readonly Fault[];
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Gravest first, then the most frequent. */
export const groupFaults = (
  faults: readonly Fault[],
  counts: Readonly<Record<string, number>>,
): FaultGroup[] => {
  const byCode = new Map<string, Fault[]>();
  for (const fault of faults) {
    const group = byCode.get(fault.code);
    if (group) group.push(fault);
    else byCode.set(fault.code, [fault]);
  }
  return [...byCode]
    .map(([code, group]) => ({
      code,
      severity: group.reduce<Severity>(
        (worst, { severity }) => (WEIGHT[severity] < WEIGHT[worst] ? severity : worst),
        'info',
      ),
      count: counts[code] ?? group.reduce((sum, { count }) => sum + (count ?? 1), 0),
      faults: group,
    }))
    .sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || b.count - a.count);
};

/** How many rows of a file that was read were left out and would count once mended. */
export const rowsToMend = ({
  faults,
  faultCounts,
}: {
  readonly faults: readonly Fault[];
  readonly faultCounts: Readonly<Record<string, number>>;
}): number => {
  const codes = new Set(
    faults
      .filter(({ severity, line, code }) => (severity === 'error' && line > 0) || code === ORPHAN)
      .map(({ code }) => code),
  );
  return [...codes].reduce((sum, code) => sum + (faultCounts[code] ?? 0), 0);
};

const ORPHAN = 'orphan-row';

/** Whether a file was refused for columns that a person can name. */
export const isAboutColumns = (code: string): boolean => COLUMN_FAULTS.has(code);

const COLUMN_FAULTS: ReadonlySet<string> = new Set([
  'needed-column-missing',
  'needed-column-twice',
  'too-many-words',
  'unknown-kind',
  'no-header',
]);
