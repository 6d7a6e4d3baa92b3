import type { ImportReport } from '../../engine/ingest/report.ts';
import type { Fault } from '../../engine/kernel/fault.ts';
import type { Summary } from '../contract.ts';
import { totalsOf } from './client-view.ts';
import type { Choosable } from './selection.ts';

export const NOTHING_LOADED: Fault = {
  code: 'no-clients',
  severity: 'error',
  file: '',
  line: 0,
  column: '',
  text: '',
};

/** What the page is told of a result as a whole; `start` is when the work on it began. */
export const summaryOf = (
  { read, scores, report, view }: Choosable & { readonly report: ImportReport },
  start: number,
): Summary => {
  const { count, offers, expectedTotal } = totalsOf(view.natural, scores);
  return {
    clients: count,
    offers,
    expectedTotal,
    statuses: read.clients.statuses.names,
    cities: read.clients.cities.names,
    dated: report.period.length > 0,
    elapsedMs: performance.now() - start,
  };
};
