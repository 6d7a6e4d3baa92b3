import { type ProxyMarked, proxyMarker } from 'comlink';
import type { Export } from '../../engine/export/export.ts';
import {
  benefitsExport,
  offersExport,
  tableExport,
  topExport,
} from '../../engine/export/export-rows.ts';
import { type Decisions, textsExport } from '../../engine/export/text-rows.ts';
import { csvSteps, jsonSteps } from '../../engine/export/write-export.ts';
import type { ImportReport } from '../../engine/ingest/report.ts';
import type { ClientIndex } from '../../engine/kernel/units.ts';
import type { Advisor } from '../../engine/recommendations/advisor.ts';
import type { ClientTexts } from '../../engine/texts/client-texts.ts';
import type { BuildProgress, ExportedFile, ExportRequest, FileBuilding } from '../contract.ts';
import { BlobParts } from './blob-parts.ts';

/** What files are made of. */
export interface Results {
  readonly advisor: Advisor;
  readonly texts: ClientTexts;
  readonly report: ImportReport;
}

/** What people decided, and whom they mean. */
export interface Choices {
  readonly decisionOf: Decisions;
  /** Clients in the order of the file. */
  members(scope: ExportRequest['scope']): Uint32Array;
}

/** Milliseconds of writing between two looks at other questions. */
const SLICE = 50;

const MIME = { csv: 'text/csv', json: 'application/json' };

/** Builds the files a person asks for. */
export class FileBuilder implements FileBuilding, ProxyMarked {
  readonly [proxyMarker] = true;
  readonly #present: () => Results | null;
  readonly #choices: Choices;
  readonly #slice: number;
  #builds = 0;

  constructor(present: () => Results | null, choices: Choices, slice = SLICE) {
    this.#present = present;
    this.#choices = choices;
    this.#slice = slice;
  }

  async build(
    request: ExportRequest,
    onProgress: (progress: BuildProgress) => void,
  ): Promise<ExportedFile | null> {
    const mine = ++this.#builds;
    const results = this.#present();
    if (results === null) return null;
    const { advisor, texts, report } = results;
    if (request.what === 'report') return reportFile(report);

    const start = performance.now();
    const members = this.#choices.members(request.scope);
    const parts = new BlobParts();
    const what = exportOf(request.what, advisor, texts, this.#choices.decisionOf);
    const steps = writingSteps(request, what, members, parts);
    for (let done = 0; ;) {
      const until = performance.now() + this.#slice;
      do {
        const step = steps.next();
        if (step.done) return fileOf(request, parts, step.value);
        done++;
      } while (performance.now() < until);
      onProgress({ done, of: members.length, elapsedMs: performance.now() - start });
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (mine !== this.#builds || this.#present()?.advisor !== advisor) return null;
    }
  }

  cancel(): void {
    this.#builds++;
  }
}

const writingSteps = (
  { format, delimiter, bom }: ExportRequest,
  what: Export,
  clients: Iterable<ClientIndex>,
  parts: BlobParts,
): ReturnType<typeof jsonSteps> => {
  const add = (chunk: Uint8Array<ArrayBuffer>): void => parts.add(chunk);
  return format === 'json'
    ? jsonSteps(what, clients, add)
    : csvSteps(what, clients, add, { delimiter, bom });
};

const fileOf = ({ what, format }: ExportRequest, parts: BlobParts, rows: number): ExportedFile => ({
  name: `vygoda-${what}.${format}`,
  blob: parts.blob(MIME[format]),
  rows,
});

const reportFile = (report: ImportReport): ExportedFile => ({
  name: 'vygoda-report.json',
  blob: new Blob([`${JSON.stringify(report, null, 2)}\n`], { type: `${MIME.json};charset=utf-8` }),
  rows: report.files.length,
});

const exportOf = (
  what: Exclude<ExportRequest['what'], 'report'>,
  advisor: Advisor,
  texts: ClientTexts,
  decisionOf: Decisions,
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
