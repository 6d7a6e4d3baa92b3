import type { Export } from '../../engine/export/export.ts';
import {
  benefitsExport,
  offersExport,
  tableExport,
  topExport,
} from '../../engine/export/export-rows.ts';
import { type Decisions, textsExport } from '../../engine/export/text-rows.ts';
import { writeCsv, writeJson } from '../../engine/export/write-export.ts';
import type { ImportReport } from '../../engine/ingest/report.ts';
import type { ClientIndex } from '../../engine/kernel/units.ts';
import type { Advisor } from '../../engine/recommendations/advisor.ts';
import type { ClientTexts } from '../../engine/texts/client-texts.ts';
import type { ExportedFile, ExportRequest } from '../contract.ts';
import { BlobParts } from './blob-parts.ts';

/** What a file is made of. */
export interface ExportedResult {
  readonly advisor: Advisor;
  readonly texts: ClientTexts;
  readonly report: ImportReport;
  /** What people decided about the texts. */
  readonly decisionOf: Decisions;
}

/** Builds the file a person asked for; `clients` are in the order of the file. */
export const exportFile = (
  request: ExportRequest,
  clients: Iterable<ClientIndex>,
  { report, ...result }: ExportedResult,
): ExportedFile => {
  const parts = new BlobParts();
  const name = `vygoda-${request.what}.${request.what === 'report' ? 'json' : request.format}`;
  if (request.what === 'report') {
    parts.add(new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`));
    return { name, blob: parts.blob('application/json'), rows: report.files.length };
  }
  const what = chosenExport(request.what, result);
  const add = (chunk: Uint8Array<ArrayBuffer>): void => parts.add(chunk);
  const { delimiter, bom } = request;
  const rows =
    request.format === 'json'
      ? writeJson(what, clients, add)
      : writeCsv(what, clients, add, { delimiter, bom });
  return {
    name,
    blob: parts.blob(request.format === 'json' ? 'application/json' : 'text/csv'),
    rows,
  };
};

const chosenExport = (
  what: Exclude<ExportRequest['what'], 'report'>,
  { advisor, texts, decisionOf }: Omit<ExportedResult, 'report'>,
): Export => {
  switch (what) {
    case 'offers':
      return offersExport(advisor, texts, () => undefined, decisionOf);
    case 'texts':
      return textsExport(advisor, texts, decisionOf);
    case 'table':
      return tableExport(advisor, texts, decisionOf);
    case 'top':
      return topExport(advisor);
    case 'benefits':
      return benefitsExport(advisor);
  }
};
