import { createHash } from 'node:crypto';
import {
  benefitsExport,
  type FailedText,
  offersExport,
  topExport,
} from '../engine/export/export-rows.ts';
import { explainWhole, writeExplanations } from '../engine/export/explanations.ts';
import { writeCsv } from '../engine/export/write-export.ts';
import type { Catalogue } from '../engine/benefits/catalogue.ts';
import { done, failed, type Outcome } from '../engine/kernel/fault.ts';
import { naturalOrder } from '../engine/kernel/natural-order.ts';
import { refusedReport } from '../engine/ingest/report.ts';
import { adviseOn, type Judging, textsFor } from '../engine/pipeline.ts';
import { EXAMPLE_FX } from '../presets/fx.ts';
import { CHANNELS, FACT_SOURCES, LANGUAGE_PACKS } from '../presets/texts/index.ts';
import { VOCABULARY } from '../presets/vocabulary.ts';
import { NO_DECISIONS } from '../project/read-decisions.ts';
import { nodePool } from '../worker/node-pool.ts';
import { type Measured, readMeasured } from '../worker/read-measured.ts';
import { nodeSources } from '../worker/sources/node-sources.ts';
import { faultSentence } from './fault-sentence.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { loadHoldings } from './load-holdings.ts';
import { openOutput } from './output.ts';
import { ProgressLine } from './progress-line.ts';
import type { ScoreOptions } from './score-options.ts';
import { writeRejectedRows } from './rejected-rows.ts';
import { type WrittenFile, writeScoreManifest } from './score-manifest.ts';
import { writeScoreReport } from './score-report.ts';

/** Runs `vygoda score`; a fault is the one sentence that says why nothing was scored. */
export const runScore = async (options: ScoreOptions): Promise<Outcome<null, string>> => {
  const catalogue = await loadCatalogue(options.catalogue);
  if (!catalogue.ok) return catalogue;
  const holdings = await loadHoldings(options.holdings);
  if (!holdings.ok) return holdings;
  const sources = await nodeSources(options.paths);
  if (!sources.ok) {
    await writeScoreReport(options.report, refusedReport(sources.fault), null);
    return failed(faultSentence(sources.fault));
  }

  const progress = new ProgressLine(process.stderr, sources.value);
  const reading = {
    vocabulary: VOCABULARY,
    choices: options.choices,
    fx: { ...EXAMPLE_FX.rates, ...options.fx },
    months: options.months,
  };
  const pool = nodePool(options.threads);
  const result = await readMeasured(sources.value, reading, catalogue.value, pool, {
    signal: new AbortController().signal,
    onProgress: (step) => progress.step(step),
  });
  progress.end();
  if (result.outcome === 'cancelled') return failed('Cancelled');
  if (result.outcome === 'refused') {
    await writeScoreReport(options.report, result.report, null);
    return failed(faultSentence(result.fault));
  }
  if (options.rejected !== null) {
    const written = await writeRejectedRows(result, options.rejected, options.language);
    if (!written.ok) return failed(faultSentence(written.fault));
  }
  const judging = { ...reading, holdings: holdings.value?.holdings };
  const offers = await writeResults(options, catalogue.value, result, judging);
  if (options.manifest === null) return done(null);
  const { language, channel, months, choices } = options;
  return writeScoreManifest(options, offers, result.report.totals, {
    ...{ catalogue: catalogue.value, fx: reading.fx, language, channel, months },
    ...{ reading: choices, suppressed: [], texts: NO_DECISIONS },
    holdings: holdings.value?.choice ?? { kind: 'none' },
  });
};

const writeResults = async (
  options: ScoreOptions,
  catalogue: Catalogue,
  result: Measured,
  judging: Judging,
): Promise<WrittenFile> => {
  const advisor = adviseOn(result, catalogue, judging, result.columns);
  const texts = textsFor(advisor, {
    packs: LANGUAGE_PACKS,
    language: options.language,
    sources: FACT_SOURCES,
    channel: CHANNELS[options.channel],
  });
  const clients = naturalOrder(result.clients.codes);
  const failedTexts: FailedText[] = [];

  const write = (path: string | null, what: Parameters<typeof writeCsv>[0]): WrittenFile => {
    const output = openOutput(path);
    const hash = createHash('sha256');
    let bytes = 0;
    const rows = writeCsv(what, clients, (chunk) => {
      bytes += chunk.length;
      hash.update(chunk);
      output.write(chunk);
    });
    output.close();
    return { rows, bytes, sha256: hash.digest('hex') };
  };
  const offers = write(
    options.out,
    offersExport(advisor, texts, (text) => failedTexts.push(text)),
  );
  if (options.top !== null) write(options.top, topExport(advisor));
  if (options.benefits !== null) write(options.benefits, benefitsExport(advisor));
  if (options.explain !== null) {
    const output = openOutput(options.explain);
    writeExplanations(explainWhole(advisor), clients, (chunk) => output.write(chunk));
    output.close();
  }
  await writeScoreReport(options.report, result.report, {
    advisor,
    offers: offers.rows,
    failedTexts,
  });
  return offers;
};
