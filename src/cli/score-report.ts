import { writeFile } from 'node:fs/promises';
import type { FailedText } from '../engine/export/export-rows.ts';
import type { ImportReport } from '../engine/ingest/report.ts';
import type { Advisor } from '../engine/recommendations/advisor.ts';

/** What was scored, beside what was read. */
export interface ScoredPart {
  readonly advisor: Advisor;
  readonly offers: number;
  readonly failedTexts: readonly FailedText[];
}

/** As many texts are listed as faults of one code are; the count is exact. */
const MAX_LISTED = 1000;

/** Writes `--report`: the import's report, and what became of the offers. */
export const writeScoreReport = async (
  path: string | null,
  report: ImportReport,
  scored: ScoredPart | null,
): Promise<void> => {
  if (path === null) return;
  const offers = scored && {
    catalogue: { id: scored.advisor.catalogue.id, version: scored.advisor.catalogue.version },
    offers: scored.offers,
    textsFailed: scored.failedTexts.length,
    failedTexts: scored.failedTexts.slice(0, MAX_LISTED).map(({ code, product, rendered }) => ({
      client_code: code,
      product: scored.advisor.catalogue.products[product].name,
      push_notification: rendered.text,
      rules: rendered.findings
        .filter(({ severity }) => severity === 'error')
        .map(({ rule }) => rule),
    })),
  };
  const totals = { ...report.totals, ...(scored && { offers: scored.offers }) };
  await writeFile(path, `${JSON.stringify({ ...report, totals, scoring: offers }, null, 2)}\n`);
};
