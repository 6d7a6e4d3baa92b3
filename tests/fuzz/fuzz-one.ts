import { isDeepStrictEqual } from 'node:util';
import type { IngestResult } from '../../src/engine/ingest/ingest.ts';
import { poolScanner } from '../../src/worker/pool.ts';
import {
  ingestTexts,
  observe,
  populationOf,
  type TextOptions,
  type Texts,
} from '../fixtures/ingest-texts.ts';
import { localPort } from '../fixtures/thread-ports.ts';
import { mutate, randomFrom } from './mutate.ts';

const CLIENTS =
  'client_code,name,status,age,city,avg_monthly_balance_KZT\n1,A,Студент,20,Алматы,10.5\n2,"B, C",VIP,x,,7\n007,,,,,\n';
const BASES: readonly Texts[] = [
  {
    'c.csv': CLIENTS,
    't.csv':
      'client_code,date,category,amount,currency\n1,2025-06-01,Такси,150.25,KZT\n2,2025-07-02,Кино,20,USD\n007,2025-08-03,"Отели",1200.5,\n1,2025-06-01,Кот,-3.00,KZT\n',
    'x.csv':
      'client_code,date,type,direction,amount\n1,2025-06-05,salary_in,in,300000.00\n2,2025-06-05,card,out,5\n',
  },
  {
    'c.csv': CLIENTS,
    't.csv':
      'amount;category;client_code;note\r\n"1 234,5";Продукты питания;1;"a\r\nb"\r\n7,25;такси;2;x\r\n# c\r\n\r\nИтого;;;9\r\n',
  },
];

export interface Finding {
  readonly what: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** One damaged import; what is wrong with how it was read, or null. */
export const fuzzOne = async (seed: number): Promise<Finding | null> => {
  const random = randomFrom(Math.imul(seed + 1, 0x9e3779b1));
  const base = BASES[random(BASES.length)];
  const names = Object.keys(base);
  const victim = names[random(names.length)];
  const texts = { ...base, [victim]: mutate(encoder.encode(String(base[victim])), random) };
  try {
    const what = await check(texts, seed, random);
    return what === null ? null : { what, texts: shown(texts) };
  } catch (error) {
    return { what: (error as Error).stack ?? String(error), texts: shown(texts) };
  }
};

const encoder = new TextEncoder();

/** Reads texts in every way there is; what is wrong, or null. For what was found once. */
export const fuzzTexts = async (texts: Texts): Promise<string | null> => {
  const result = await ingestTexts(texts);
  for (const options of otherWays(randomFrom(1))) {
    if (!(await agrees(texts, options))) return 'another way of reading disagrees';
  }
  return balance(result);
};

const check = async (
  texts: Texts,
  seed: number,
  random: (limit: number) => number,
): Promise<string | null> => {
  const result = await ingestTexts(texts);
  const unbalanced = balance(result);
  if (unbalanced !== null) return unbalanced;
  // Every reading must agree; one in sixteen is read again in some other way.
  if (seed % 16 !== 0) return null;
  const ways = otherWays(random);
  const agreed = await agrees(texts, ways[random(ways.length)]);
  return agreed ? null : 'another way of reading disagrees';
};

const agrees = async (texts: Texts, options: TextOptions): Promise<boolean> => {
  const { identicalUpTo } = options;
  const usual = await ingestTexts(texts, identicalUpTo === undefined ? {} : { identicalUpTo });
  return isDeepStrictEqual(seen(await ingestTexts(texts, options)), seen(usual));
};

const balance = (result: IngestResult): string | null => {
  if (result.outcome === 'cancelled') return 'cancelled by nobody';
  const { files, totals } = result.report;
  const odd = files.find(
    ({ records, used, reported }) => used + reported !== records || used < 0 || reported < 0,
  );
  if (odd !== undefined) return `${odd.name}: records are not used + reported`;
  return totals.used + totals.reported === totals.records ? null : 'totals do not add up';
};

const otherWays = (random: (limit: number) => number): readonly TextOptions[] => {
  const sizes = { range: 30 + random(100), batch: 50, local: 0 };
  const connect = (): ReturnType<typeof localPort> => localPort({});
  return [
    { fastLane: false },
    { chunk: 1 + random(64) },
    {
      scanner: poolScanner({ connect, workers: 1 + random(4), sizes }),
      identicalUpTo: sizes.range,
    },
  ];
};

const seen = (result: IngestResult): unknown =>
  result.outcome === 'ready'
    ? [result.report, observe(populationOf(result))]
    : result.outcome === 'refused' && [result.report, result.fault];

/** Bytes as a string that a test can hold: one character a byte. */
const shown = (texts: Texts): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      typeof text === 'string'
        ? text
        : Array.from(text, (byte) => String.fromCharCode(byte)).join(''),
    ]),
  );
