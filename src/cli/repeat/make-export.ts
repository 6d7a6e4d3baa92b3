import { done, failed, type Outcome } from '../../engine/kernel/fault.ts';
import { naturalOrder } from '../../engine/kernel/natural-order.ts';
import type { ClientIndex } from '../../engine/kernel/units.ts';
import { adviseOn, textsFor } from '../../engine/pipeline.ts';
import {
  type Holdings,
  holdingsOfList,
  holdingsOfRows,
} from '../../engine/recommendations/holdings.ts';
import { CHANNELS, FACT_SOURCES, LANGUAGE_PACKS } from '../../presets/texts/index.ts';
import { VOCABULARY } from '../../presets/vocabulary.ts';
import type { ExportedMark } from '../../project/manifest.ts';
import type { HoldingsChoice, Work } from '../../project/work.ts';
import { FileBuilder } from '../../worker/desk/file-builder.ts';
import { keptBook, knownClients } from '../../worker/desk/review/kept-book.ts';
import { readSideFile } from '../../worker/desk/side-file.ts';
import type { Measured } from '../../worker/read-measured.ts';

/** The exported file of a work over what was read; a fault is one sentence. */
export const makeExport = async (
  read: Measured,
  work: Work,
  exported: ExportedMark,
): Promise<Outcome<Blob, string>> => {
  const { clients, report } = read;
  const holdings = holdingsOf(work.holdings);
  if (!holdings.ok) return holdings;
  const members = membersOf(exported.clients, read);
  if (!members.ok) return members;
  const suppressed = new Set(work.suppressed.map((code) => clients.indexOf(code)));
  const judging = {
    vocabulary: VOCABULARY,
    fx: work.fx,
    months: work.months,
    holdings: holdings.value,
    suppressed: (client: ClientIndex) => suppressed.has(client),
  };
  const advisor = adviseOn(read, work.catalogue, judging, read.columns);
  const texts = textsFor(advisor, {
    packs: LANGUAGE_PACKS,
    language: work.language,
    sources: FACT_SOURCES,
    channel: CHANNELS[work.channel],
  });
  const book = keptBook(work.texts);
  const known = knownClients(clients, book);
  const decisionOf = (client: ClientIndex) => book.get(known.get(client) ?? NaN) ?? null;
  const results = { advisor, texts, report };
  const choices = { decisionOf, members: () => members.value };
  const request = { ...exported, scope: 'all' } as const;
  // In one go: nobody asks anything in between.
  const builder = new FileBuilder(() => results, choices, Infinity);
  const built = await builder.build(request, () => undefined);
  if (built === null) throw new Error('nobody stops this');
  return done(built.blob);
};

const holdingsOf = (choice: HoldingsChoice): Outcome<Holdings | undefined, string> => {
  if (choice.kind === 'column') return done(holdingsOfRows);
  if (choice.kind !== 'file') return done(undefined);
  const read = readSideFile(new TextEncoder().encode(choice.text), VOCABULARY);
  return read.ok
    ? done(holdingsOfList(read.value.pairs))
    : failed(`The holdings "${choice.name}" in the manifest cannot be used: ${read.fault}`);
};

const membersOf = (
  codes: readonly string[] | null,
  { clients }: Measured,
): Outcome<Uint32Array, string> => {
  if (codes === null) return done(naturalOrder(clients.codes));
  const members: ClientIndex[] = [];
  for (const code of codes) {
    const client = clients.indexOf(code);
    if (client === undefined) return failed(`The files have no client "${code}" of the manifest`);
    members.push(client);
  }
  return done(Uint32Array.from(members));
};
