import { csvRow, type CsvCell } from '../../engine/bytes/csv-row.ts';
import { PopulationSurvey, type PopulationStats } from '../../engine/benefits/population-survey.ts';
import type { Catalogue } from '../../engine/benefits/catalogue.ts';
import type { FailedText } from '../../engine/export/export-rows.ts';
import { done, failed, type Outcome } from '../../engine/kernel/fault.ts';
import { textsFor } from '../../engine/pipeline.ts';
import { Advisor } from '../../engine/recommendations/advisor.ts';
import { BookVisitor } from '../../engine/stream/book-visitor.ts';
import { resultRows } from '../../engine/stream/result-rows.ts';
import type { StreamFacts } from '../../engine/stream/settle-stats.ts';
import type { StreamFault } from '../../engine/stream/stream-fault.ts';
import { StreamPopulation } from '../../engine/stream/stream-population.ts';
import type { StreamStats } from '../../engine/stream/stream-stats.ts';
import { TraitMatcher } from '../../engine/stream/trait-matcher.ts';
import { transferColumns } from '../../engine/stream/transfer-columns.ts';
import { escapeCell } from '../../engine/stream/tsv-cell.ts';
import { tsvRow } from '../../engine/stream/tsv-row.ts';
import { CHANNELS, FACT_SOURCES, LANGUAGE_PACKS } from '../../presets/texts/index.ts';
import { VOCABULARY } from '../../presets/vocabulary.ts';
import { loadCatalogue } from '../load-catalogue.ts';
import { loadHoldings } from '../load-holdings.ts';
import { catalogueKey } from './catalogue-key.ts';
import { factsOf } from './facts-of.ts';
import { FaultReport } from './fault-report.ts';
import { LineOutput } from './line-output.ts';
import { readStats } from './read-stats.ts';
import { readStream } from './read-stream.ts';
import type { StreamScoreOptions } from './stream-options.ts';

/** Runs `vygoda score --stream`; a fault is the one sentence that says why it stopped. */
export const runStreamScore = async (
  options: StreamScoreOptions,
  input: AsyncIterable<Uint8Array>,
  output = new LineOutput(),
): Promise<Outcome<null, string>> => {
  const catalogue = await loadCatalogue(options.catalogue);
  if (!catalogue.ok) return catalogue;
  const holdings = await loadHoldings(options.holdings);
  if (!holdings.ok) return holdings;
  const stats = await readStats([options.stats]);
  if (!stats.ok) return stats;
  const facts = factsOf(stats.value);
  if (!facts.ok) return facts;
  const population = new StreamPopulation(
    facts.value,
    transferColumns(VOCABULARY),
    new TraitMatcher(catalogue.value),
  );
  const survey = surveyFor(catalogue.value, population, facts.value, stats.value);
  if (!survey.ok) return survey;

  const advisor = new Advisor(population, catalogue.value, {
    stats: survey.value,
    holdings: holdings.value?.holdings,
  });
  const texts = textsFor(advisor, {
    packs: LANGUAGE_PACKS,
    language: options.language,
    sources: FACT_SOURCES,
    channel: CHANNELS.push,
  });
  const faults = new FaultReport((fault) => {
    if (options.faults) output.write(`fault\t${faultLine(fault)}`);
  });
  const rows = resultRows(options.result, advisor, texts, (text) =>
    faults.report(heldBack(text, catalogue.value)),
  );
  const mark = options.faults ? 'result\t' : '';
  const line = options.as === 'csv' ? csvLine : tsvRow;
  const stream = await readStream(input, {
    reading: facts.value.reading,
    visitor: new BookVisitor(population.book, () => {
      for (const cells of rows()) output.write(mark + line(cells));
    }),
    report: faults.report,
    anyOrder: options.anyOrder,
  });
  output.end();
  if (!stream.ok) return failed(`vygoda score --stream: ${stream.fault}`);
  faults.sum(stream.value.tally);
  return done(null);
};

const NOBODY: PopulationStats = { clients: 0, metrics: {} };

/** The survey that the catalogue's relative signals ask for. */
const surveyFor = (
  catalogue: Catalogue,
  { frame }: StreamPopulation,
  { frameName }: StreamFacts,
  { surveys }: StreamStats,
): Outcome<PopulationStats, string> => {
  if (!new PopulationSurvey(catalogue, frame).needed) return done(NOBODY);
  const key = catalogueKey(catalogue);
  const made = surveys.filter((survey) => survey.catalogue === key);
  const survey = made.find((one) => one.frame === frameName);
  if (survey !== undefined) return done(survey);
  const why =
    made.length > 0
      ? 'was made with another period, other rates or other marks'
      : 'is not in the statistics';
  return failed(
    `The survey that catalogue "${catalogue.id}" asks for ${why}: ` +
      `run "vygoda stats --with STATS.json --catalogue ${catalogue.id}" on the same rows and merge what it writes`,
  );
};

/** A row of a CSV file as one cell. */
const csvLine = (cells: readonly CsvCell[]): string =>
  `${escapeCell(csvRow(cells, ',').slice(0, -1))}\n`;

const faultLine = ({ code, severity, client, kind, column, text, count }: StreamFault): string =>
  tsvRow([code, severity, client, kind, column, text, count]);

const heldBack = (
  { code, product, rendered }: FailedText,
  { products }: Catalogue,
): StreamFault => {
  const rules = rendered.findings.filter(({ severity }) => severity === 'error');
  return {
    ...{ code: 'text-held-back', severity: 'warning', line: 0, client: code, kind: '' },
    ...{ column: products[product].name, text: rules.map(({ rule }) => rule).join(' '), count: 1 },
  };
};
