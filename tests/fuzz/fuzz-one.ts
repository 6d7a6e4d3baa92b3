import { isDeepStrictEqual } from 'node:util';
import type { IngestResult } from '../../src/engine/ingest/ingest.ts';
import { ThreadPool } from '../../src/worker/pool.ts';
import {
  bytesOf,
  ingestTexts,
  observe,
  populationOf,
  type TextOptions,
  type Texts,
} from '../fixtures/ingest-texts.ts';
import { localPort, memoryHost } from '../fixtures/thread-ports.ts';
import { BASES } from './bases.ts';
import { mutate, randomFrom } from './mutate.ts';

export interface Finding {
  readonly what: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** The damaged import of a seed. */
export const drawTexts = (seed: number): Texts => {
  const random = randomFrom(Math.imul(seed + 1, 0x9e3779b1));
  const base = BASES[random(BASES.length)];
  const names = Object.keys(base);
  const victim = names[random(names.length)];
  return { ...base, [victim]: mutate(bytesOf(base[victim]), random) };
};

/** Reads one damaged import in the usual way and in one other; what is wrong with that, or null. */
export const fuzzOne = async (seed: number): Promise<Finding | null> => {
  const texts = drawTexts(seed);
  const ways = otherWays(texts, seed);
  try {
    const what = await check(texts, [ways[seed % ways.length]]);
    return what === null ? null : { what, texts: shown(texts) };
  } catch (error) {
    return { what: (error as Error).stack ?? String(error), texts: shown(texts) };
  }
};

/** Reads files, one character a byte, in every way there is; what is wrong, or null. For what was found once. */
export const fuzzFiles = (files: Readonly<Record<string, string>>): Promise<string | null> => {
  const texts: Texts = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [
      name,
      Uint8Array.from(text, (char) => char.charCodeAt(0)),
    ]),
  );
  return check(texts, otherWays(texts, 1));
};

const check = async (texts: Texts, ways: readonly Way[]): Promise<string | null> => {
  for (const { name, usual, other } of ways) {
    const result = await ingestTexts(texts, usual);
    const unbalanced = imbalanceOf(result);
    if (unbalanced !== null) return unbalanced;
    const again = await ingestTexts(texts, other);
    if (!isDeepStrictEqual(seen(again), seen(result))) return `another answer with ${name}`;
  }
  return null;
};

const imbalanceOf = (result: IngestResult): string | null => {
  if (result.outcome === 'cancelled') return 'cancelled by nobody';
  const { files, totals } = result.report;
  const odd = files.find(
    ({ records, used, reported }) => used + reported !== records || used < 0 || reported < 0,
  );
  if (odd !== undefined) return `${odd.name}: records are not used + reported`;
  return totals.used + totals.reported === totals.records ? null : 'totals do not add up';
};

/** Two ways of reading that must come to the same. */
interface Way {
  readonly name: string;
  readonly usual: TextOptions;
  readonly other: TextOptions;
}

const otherWays = (texts: Texts, seed: number): readonly Way[] => {
  const chunk = 1 + (seed % 61);
  return [
    { name: 'the complete lane alone', usual: {}, other: { fastLane: false } },
    { name: `chunks of ${chunk}`, usual: {}, other: { chunk } },
    inRanges(texts, 2, 2),
    inRanges(texts, 5, 1 + (seed % 4)),
  ];
};

/** Every file cut into so many ranges, by so many workers. */
const inRanges = (texts: Texts, ranges: number, workers: number): Way => {
  const largest = Math.max(...Object.values(texts).map((text) => bytesOf(text).length));
  const range = Math.ceil(largest / ranges) + 1;
  // Identical rows are counted in files of one range only.
  const usual = { identicalUpTo: range };
  const sizes = { range, batch: 50, local: 0 };
  const scanner = new ThreadPool({
    ...{ host: memoryHost({}), connect: () => localPort({}), workers, sizes },
  }).scan;
  return { name: `${ranges} ranges, ${workers} workers`, usual, other: { ...usual, scanner } };
};

const seen = (result: IngestResult): unknown =>
  result.outcome === 'ready'
    ? [result.report, observe(populationOf(result))]
    : result.outcome === 'refused' && [result.report, result.fault];

/** Bytes as strings that a test can hold: one character a byte. */
export const shown = (texts: Texts): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, String.fromCharCode(...bytesOf(text))]),
  );
