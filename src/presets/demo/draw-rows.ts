import { EXAMPLE_FX } from '../fx.ts';
import type { Portrait } from './portrait.ts';
import type { Random } from './random.ts';
import type { DemoMonth } from './tables.ts';
import { BASKET, HOURS, MONTHS, WEEKEND } from './tables.ts';

export interface DemoRow {
  /** `YYYY-MM-DD hh:mm:ss` */
  readonly date: string;
  /** Category, or transfer type. */
  readonly what: string;
  /** Hundredths of the currency. */
  readonly amount: number;
  readonly currency: string;
}

const CATEGORIES = Object.keys(BASKET);
const MEDIANS = Object.values(BASKET).map(([, median]) => median);
const SIGMA = 0.55;
/** Mean ÷ median of a log-normal amount with that σ. */
const MEAN = 1.163;
const USUAL_SPEND = 200_000;
const REFUNDS = 0.01;
const REPEATS = 0.005;
const FACTOR_SUM = MONTHS.reduce((sum, { factor }) => sum + factor, 0);

const TWO = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));

const dateOn = ({ prefix }: DemoMonth, day: number, random: Random): string => {
  const hour = random.weighted(HOURS);
  return `${prefix}${TWO[day]} ${hour}:${TWO[random.integer(0, 59)]}:${TWO[random.integer(0, 59)]}`;
};

const isWeekend = ({ firstWeekday }: DemoMonth, day: number): boolean => {
  const weekday = (firstWeekday + day - 1) % 7;
  return weekday === 0 || weekday === 6;
};

/** A day of the month, weekend days as much likelier as the category says. */
const dayFor = (category: string, month: DemoMonth, random: Random): number => {
  const weight = WEEKEND[category] ?? 1;
  for (;;) {
    const day = random.integer(1, month.days);
    const chance = isWeekend(month, day) ? weight : 1;
    if (random.chance(chance / Math.max(1, weight))) return day;
  }
};

/** Card operations of all months in order of time. */
export const drawPurchases = (portrait: Portrait, random: Random): DemoRow[] => {
  const rows: DemoRow[] = [];
  const due = portrait.shares.map(() => random.next());
  const foreign = { due: 0 };
  MONTHS.slice(0, portrait.months).forEach((month) => {
    const usual = (portrait.spend * month.factor * MONTHS.length) / FACTOR_SUM;
    const target = usual * Math.max(0.2, 1 + portrait.volatility * random.normal());
    drawMonth(portrait, month, target, random, { rows, due, foreign });
  });
  for (let i = rows.length - 1; i >= 0; i--) {
    if (random.chance(REFUNDS)) rows.push({ ...rows[i], amount: -rows[i].amount });
    if (random.chance(REPEATS)) rows.push(rows[i]);
  }
  return rows.sort(byDate);
};

const byDate = (a: DemoRow, b: DemoRow): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);

interface Drawn {
  readonly rows: DemoRow[];
  /** [category] purchases due but not made yet: rare ones are spread over months, never bunched. */
  readonly due: number[];
  /** Tenge due in foreign currency. */
  readonly foreign: { due: number };
}

const drawMonth = (
  portrait: Portrait,
  month: DemoMonth,
  target: number,
  random: Random,
  { rows, due, foreign }: Drawn,
): void => {
  // Who spends more buys dearer things rather than more of them.
  const size = (portrait.spend / USUAL_SPEND) ** 0.75;
  const drawn: [string, number][] = [];
  let total = 0;
  portrait.shares.forEach((share, i) => {
    const category = CATEGORIES[i];
    const median = MEDIANS[i] * size;
    const expected = target * share * (month.seasonal[category] ?? 1);
    due[i] += expected / (median * MEAN);
    for (; due[i] >= 1; due[i]--) {
      const amount = median * random.spread(SIGMA);
      total += amount;
      drawn.push([category, amount]);
    }
  });
  for (const [category, amount] of drawn) {
    const tenge = (amount * target) / total;
    const date = dateOn(month, dayFor(category, month, random), random);
    foreign.due += tenge * portrait.foreign;
    const abroad = foreign.due > tenge * random.next();
    if (abroad) foreign.due -= tenge;
    const currency = abroad ? portrait.currency : 'KZT';
    const odd = portrait.unknownCategory !== '' && random.chance(0.1);
    rows.push({
      date,
      what: odd ? portrait.unknownCategory : category,
      amount: Math.max(1, Math.round((tenge / EXAMPLE_FX.rates[currency]) * 100)),
      currency,
    });
  }
};

/** Transfers of all months in order of time. */
export const drawTransfers = (portrait: Portrait, random: Random): DemoRow[] => {
  const rows: DemoRow[] = [];
  const months = MONTHS.slice(0, portrait.months);
  const transfer = (month: DemoMonth, type: string, tenge: number, day?: number): void => {
    const date = dateOn(month, day ?? random.integer(1, month.days), random);
    rows.push({ date, what: type, amount: Math.max(1, Math.round(tenge * 100)), currency: 'KZT' });
  };
  const payday = random.pick([5, 10]);
  const advance = random.integer(20, 25);
  for (const { type, perMonth, perQuarter } of portrait.flows) {
    if (type === 'salary_in') {
      months.forEach((month) => {
        transfer(month, type, perMonth * 0.6 * random.between(0.97, 1.03), payday);
        transfer(month, type, perMonth * 0.4 * random.between(0.97, 1.03), advance);
      });
      continue;
    }
    // Fewer than one a month falls into some months; the quarter's sum stays.
    const each = (perMonth * MONTHS.length) / perQuarter;
    const first = random.integer(0, MONTHS.length - 1);
    for (let n = 0; n < perQuarter; n++) {
      const slot = (first + n) % MONTHS.length;
      if (slot < months.length) transfer(months[slot], type, each * random.spread(0.12));
    }
  }
  if (portrait.gap > 0) {
    const month = random.pick(months);
    transfer(month, 'card_out', portrait.gap * portrait.income * 0.6);
    transfer(month, 'p2p_out', portrait.gap * portrait.income * 0.4);
  }
  return rows.sort(byDate);
};
