import { castRole } from './cast.ts';
import type { DemoRow } from './draw-rows.ts';
import { drawPurchases, drawTransfers } from './draw-rows.ts';
import { Random } from './random.ts';

export interface DemoOptions {
  readonly clients: number;
  readonly seed: number;
  /** How far people stray from their archetype: 1 is usual, 0 no further than everyday life. */
  readonly noise?: number;
  /** Leaves out of every row what clients.csv says already: half the size, for benchmarks. */
  readonly lean?: boolean;
}

/** Lines of one client for each file, line ends included. */
export interface DemoLines {
  readonly clients: string;
  readonly transactions: string;
  readonly transfers: string;
  /** What the client was made for: never an input, only for judging the advice. */
  readonly labels: string;
}

export const DEMO_HEADINGS: DemoLines = {
  clients: 'client_code,name,status,age,city,avg_monthly_balance_KZT,language\n',
  transactions: 'client_code,name,product,status,city,date,category,amount,currency\n',
  transfers: 'client_code,name,product,status,city,date,type,direction,amount,currency\n',
  labels: 'client_code,product,kind\n',
};

const LEAN_HEADINGS: DemoLines = {
  ...DEMO_HEADINGS,
  transactions: 'client_code,date,category,amount,currency\n',
  transfers: 'client_code,date,type,direction,amount,currency\n',
};

/** Who asked to be written to in Kazakh. */
const KAZAKH_SPEAKERS = 0.35;

/** The whole population at once, as three CSV texts and the labels: right for thousands of clients. */
export const demoFiles = (options: DemoOptions): DemoLines => {
  const files = { clients: '', transactions: '', transfers: '', labels: '' };
  for (const lines of streamDemo(options)) {
    files.clients += lines.clients;
    files.transactions += lines.transactions;
    files.transfers += lines.transfers;
    files.labels += lines.labels;
  }
  return files;
};

/** Headings first, then client by client in order of code: nothing big is ever held. */
export function* streamDemo(options: DemoOptions): Generator<DemoLines, void, undefined> {
  yield options.lean === true ? LEAN_HEADINGS : DEMO_HEADINGS;
  for (let code = 1; code <= options.clients; code++) yield demoClient(code, options);
}

/** One client of a population; depends on nothing but the options and the code (1 … clients). */
export const demoClient = (
  code: number,
  { clients, seed, noise = 1, lean = false }: DemoOptions,
): DemoLines => {
  const random = new Random(seed, code);
  const place = (strideOf(clients) * code + seed) % clients;
  const { portrait, label, kind, purchases } = castRole(place, clients, random, noise);
  const { name, status, age, city, balance, card } = portrait;
  const head = lean ? `${code},` : `${code},${name},${card},${status},${city},`;
  const bought = purchases ?? drawPurchases(portrait, random);
  const moved = drawTransfers(portrait, random);
  const language = random.chance(KAZAKH_SPEAKERS) ? 'kk' : 'ru';
  return {
    clients: `${code},${name},${status},${age},${city},${balance},${language}\n`,
    transactions: lines(head, bought, (what) => what),
    transfers: lines(head, moved, (type) => `${type},${directionOf(type)}`),
    labels: `${code},${label},${kind}\n`,
  };
};

const lines = (head: string, rows: readonly DemoRow[], what: (text: string) => string): string => {
  let text = '';
  for (const row of rows) {
    text += `${head}${row.date},${what(row.what)},${(row.amount / 100).toFixed(2)},${row.currency}\n`;
  }
  return text;
};

const directionOf = (type: string): 'in' | 'out' =>
  type.endsWith('_in') || type === 'fx_sell' ? 'in' : 'out';

/** A step that visits every place once and keeps neighbours unlike: prime to `clients`. */
const strideOf = (clients: number): number => {
  let stride = Math.floor(clients * 0.618) + 1;
  while (gcd(stride, clients) !== 1) stride++;
  return stride;
};

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
