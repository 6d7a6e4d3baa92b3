import type { ImportReport } from '../../engine/ingest/report.ts';
import type { SettledImport } from '../../engine/ingest/settled-import.ts';
import type { ClientIndex } from '../../engine/kernel/units.ts';
import { adviseOn, textsFor, type ReadClients } from '../../engine/pipeline.ts';
import type { Advisor } from '../../engine/recommendations/advisor.ts';
import type { Holdings } from '../../engine/recommendations/holdings.ts';
import { scoreAll, type ScoreTable } from '../../engine/recommendations/score-table.ts';
import type { ClientTexts } from '../../engine/texts/client-texts.ts';
import type { Settings } from '../contract.ts';
import { ClientView } from './client-view.ts';
import type { DeskParts } from './desk-parts.ts';
import type { LastMeasured } from './last-measured.ts';

/** What the settings make of the clients read: made anew whenever they change. */
export interface Judged {
  advisor: Advisor;
  texts: ClientTexts;
  scores: ScoreTable;
}

/** What was read, and how, where the files are there to be read again. */
export interface Read extends ReadClients {
  readonly report: ImportReport;
  readonly settled: SettledImport | null;
}

/** One import, read and scored. */
export interface Loaded extends Judged {
  readonly read: Read;
  fx: Settings['fx'];
  readonly report: ImportReport;
  readonly view: ClientView;
}

export const judge = (
  read: ReadClients,
  { vocabulary, packs, factSources, channels }: DeskParts,
  { fx, months, catalogue, language, channel }: Settings,
  people: { readonly holdings: Holdings | undefined; suppressed(client: ClientIndex): boolean },
  measured: LastMeasured,
): Judged => {
  const judging = { vocabulary, fx, months, ...people };
  const advisor = adviseOn(read, catalogue, judging, measured.of(read, judging));
  const texts = textsFor(advisor, {
    ...{ packs, language },
    ...{ sources: factSources, channel: channels[channel] },
  });
  return { advisor, texts, scores: scoreAll(advisor, () => undefined) };
};

export const loadedOf = (read: Read, judged: Judged, { fx }: Settings): Loaded => ({
  ...{ read, fx, report: read.report, ...judged },
  view: new ClientView(read.clients, judged.scores, productNames(judged.advisor)),
});

export const productNames = ({ catalogue }: Advisor): string[] =>
  catalogue.products.map(({ name }) => name);
