import type { ImportReport } from '../../engine/ingest/report.ts';

const LISTED = 100;

/** A report that fits into an answer: the first faults of each file; their counts stay exact. */
export const shortReport = (report: ImportReport): ImportReport => ({
  ...report,
  files: report.files.map((file) => ({ ...file, faults: file.faults.slice(0, LISTED) })),
});
