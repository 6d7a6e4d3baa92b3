import type { CheckContext } from './check-context.ts';
import type { Finding } from './finding.ts';
import { RULES } from './rules.ts';
import { TextScan } from './text-scan.ts';

/** Everything the rules find in a text, in the order of RULES; empty for a good one. */
export const checkText = (text: string, context: CheckContext): readonly Finding[] => {
  const scan = new TextScan(text);
  const findings: Finding[] = [];
  for (const { id, severity, check } of RULES) {
    const at = check(scan, context);
    if (at !== null) findings.push({ rule: id, severity, at });
  }
  return findings;
};
