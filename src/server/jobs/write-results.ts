import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeExplanations } from '../../engine/export/explanations.ts';
import { offersExport } from '../../engine/export/export-rows.ts';
import { writeCsv, writeJson } from '../../engine/export/write-export.ts';
import type { ClientTable } from '../../engine/features/client-table.ts';
import type { ImportReport } from '../../engine/ingest/report.ts';
import { naturalOrder } from '../../engine/kernel/natural-order.ts';
import type { ClientIndex } from '../../engine/kernel/units.ts';
import type { Advisor } from '../../engine/recommendations/advisor.ts';
import { scoreAll } from '../../engine/recommendations/score-table.ts';
import type { ClientTexts } from '../../engine/texts/client-texts.ts';
import type { Pairs } from '../../worker/desk/side-file.ts';
import { statisticsOf } from '../../worker/desk/statistics.ts';
import { clientsExport, explainRanked, withJsonCodes } from './client-rows.ts';
import { processAnswer } from './process-answer.ts';
import { RESULT_FILES } from './result-files.ts';
import { RowWriter } from './row-writer.ts';
import { statsAnswer } from './stats-answer.ts';

export interface Scored {
  readonly clients: ClientTable;
  readonly advisor: Advisor;
  readonly texts: ClientTexts;
  readonly report: ImportReport;
  /** What clients were said to have; null when nothing was said. */
  readonly held: Pairs | null;
}

/** Writes everything the server will be asked for, with the exporters of the other faces. */
export const writeResults = (
  { clients, advisor, texts, report, held }: Scored,
  folder: string,
  onClients: (clients: number) => void,
): void => {
  const order = naturalOrder(clients.codes);
  const open = (name: keyof typeof RESULT_FILES): RowWriter =>
    new RowWriter(join(folder, RESULT_FILES[name]));
  const everybody = (): Iterable<ClientIndex> => counted(order, onClients);

  let textsFailed = 0;
  const offers = open('offers');
  const offered = writeCsv(
    offersExport(advisor, texts, () => textsFailed++),
    everybody(),
    offers.add,
  );
  offers.close();

  const notifications = open('notifications');
  const push = withJsonCodes(offersExport(advisor, texts, () => undefined));
  notifications.closeRows(writeJson(push, everybody(), notifications.add));

  const list = open('clients');
  list.closeRows(writeJson(withJsonCodes(clientsExport(advisor)), everybody(), list.add));

  const recommendations = open('recommendations');
  writeExplanations(explainRanked(advisor), everybody(), recommendations.add);
  recommendations.closeRows(order.length);

  const statistics = statisticsOf(
    order,
    clients,
    scoreAll(advisor, () => undefined),
    advisor.catalogue.products.length,
  );
  const save = (name: keyof typeof RESULT_FILES, value: unknown): void =>
    writeFileSync(join(folder, RESULT_FILES[name]), JSON.stringify(value), { mode: 0o600 });
  save('statistics', statsAnswer(statistics, advisor, report, { offered, textsFailed }));
  save('answer', processAnswer(advisor, order, report, { offered, textsFailed, held }));
};

function* counted(
  order: Uint32Array,
  onClients: (clients: number) => void,
): Generator<ClientIndex, void, undefined> {
  for (let at = 0; at < order.length; at++) {
    if (at % STEP === 0) onClients(STEP / PASSES);
    yield order[at];
  }
}

const STEP = 256;
/** How often everybody is gone through; progress tells each client once. */
const PASSES = 4;
