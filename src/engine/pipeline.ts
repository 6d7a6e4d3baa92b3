import type { ByteSource } from './bytes/byte-source.ts';
import type { Catalogue } from './benefits/catalogue.ts';
import { MetricColumns } from './benefits/metric-columns.ts';
import type { ClientTable } from './features/client-table.ts';
import type { Aggregates } from './features/aggregates.ts';
import { FrozenPopulation } from './features/frozen-population.ts';
import { ingest, type IngestResult } from './ingest/ingest.ts';
import type { IngestHooks } from './ingest/ingest-input.ts';
import type { ReadingChoices } from './ingest/reading-choices.ts';
import { Advisor, type AdvisorOptions } from './recommendations/advisor.ts';
import type { Holdings } from './recommendations/holdings.ts';
import type { Vocabulary } from './rows/vocabulary.ts';
import type { Channel } from './texts/channel.ts';
import type { ClientTexts } from './texts/client-texts.ts';
import type { FactSource } from './texts/fact-source.ts';
import type { LanguagePack } from './texts/language-pack.ts';
import { prepareTexts } from './texts/prepared-texts.ts';

/**
 * The program, from left to right:
 *
 *     files → bytes → rows → features → benefits → recommendations → texts → export
 *
 * `readFiles` goes as far as features, which are kept; `measure` turns them into money under one
 * currency table, and `adviseOn` judges that by one catalogue, each as often as those change;
 * `textsFor` and the exports read the advice.
 */
export interface Reading {
  readonly vocabulary: Vocabulary;
  readonly choices: ReadingChoices;
  /** KZT for one unit of each currency. */
  readonly fx: Readonly<Record<string, number>>;
  /** What sums are divided by; null: as many months as the data have. */
  readonly months: number | null;
}

/** How what was read is judged, beside the catalogue. */
export interface Judging extends Pick<Reading, 'vocabulary' | 'fx' | 'months'> {
  /** What clients hold already; left out: nobody asks. */
  readonly holdings?: Holdings;
  /** Who is sent nothing because a person said so. */
  readonly suppressed?: AdvisorOptions['suppressed'];
}

/** Files → bytes → rows → features, with a report on every record. */
export const readFiles = (
  sources: readonly ByteSource[],
  { vocabulary, choices, fx, months }: Reading,
  hooks: IngestHooks,
): Promise<IngestResult> =>
  ingest({ sources, vocabulary, choices, months, currencies: Object.keys(fx) }, hooks);

/** What was read, ready to be judged by any catalogue. */
export interface ReadClients {
  readonly clients: ClientTable;
  readonly aggregates: Aggregates;
}

/** Features under one currency table. */
export const freeze = (
  { clients, aggregates }: ReadClients,
  { vocabulary, fx, months }: Judging,
): FrozenPopulation => {
  const transferColumns = [
    ...vocabulary.transferTypes.map(({ name, direction }) => ({ name, direction })),
    { name: 'other_in', direction: 'in' } as const,
    { name: 'other_out', direction: 'out' } as const,
  ];
  return new FrozenPopulation(clients, aggregates, { fx, months, transferColumns });
};

/** The same with what catalogues ask about everybody, which is kept in it. */
export const measure = (read: ReadClients, judging: Judging): MetricColumns =>
  new MetricColumns(freeze(read, judging));

/** Features → benefits → recommendations. `columns` are those of an earlier advice under the same rates. */
export const adviseOn = (
  read: ReadClients,
  catalogue: Catalogue,
  judging: Judging,
  columns = measure(read, judging),
): Advisor => {
  const { holdings, suppressed } = judging;
  return new Advisor(columns.population, catalogue, { holdings, suppressed, columns });
};

/** The words texts are made of. */
export interface Wording {
  /** By language. */
  readonly packs: Readonly<Record<string, LanguagePack>>;
  /** One of them: for clients whose own language the data do not tell. */
  readonly language: string;
  readonly sources: Readonly<Record<string, FactSource>>;
  readonly channel: Channel;
}

/** Recommendations → texts, for each client in their language. */
export const textsFor = (
  { catalogue, population: { frame }, ledger }: Advisor,
  { packs, language, sources, channel }: Wording,
): ClientTexts => {
  const prepared = Object.entries(packs).map(
    ([tag, pack]) =>
      [tag, prepareTexts({ catalogue, frame, pack, channel, sources }, ledger)] as const,
  );
  const byLanguage = new Map(prepared);
  const chosen = byLanguage.get(language);
  if (chosen === undefined) throw new Error(`no texts in "${language}"`);
  return { byLanguage, chosen };
};
