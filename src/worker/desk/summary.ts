import type { ImportReport } from '../../engine/ingest/report.ts';
import type { ReadClients } from '../../engine/pipeline.ts';
import type { ScoreTable } from '../../engine/recommendations/score-table.ts';
import type { Summary } from '../contract.ts';

interface Scored {
  readonly read: ReadClients;
  readonly scores: ScoreTable;
  readonly report: ImportReport;
}

/** What the page says of a result at a glance; `start` is when the work began. */
export const summaryOf = ({ read, scores, report }: Scored, start: number): Summary => {
  let offers = 0;
  let expectedTotal = 0;
  for (let client = 0; client < read.clients.size; client++) {
    if (scores.noOffer[client] !== 0) continue;
    offers++;
    if (!Number.isNaN(scores.expected[client])) expectedTotal += scores.expected[client];
  }
  return {
    clients: read.clients.size,
    offers,
    expectedTotal,
    statuses: read.clients.statuses.names,
    cities: read.clients.cities.names,
    dated: report.period.length > 0,
    elapsedMs: performance.now() - start,
  };
};
