import type { Archetype, Flow } from './archetype.ts';
import {
  BASKET,
  CITIES,
  INCOME_FACTOR,
  NAMES,
  NAME_GROUPS,
  OTHER_INCOME_FACTOR,
} from './tables.ts';
import type { Random } from './random.ts';
import { weigh } from './random.ts';

/** One client as a plan: everything the rows are then drawn from. Money is tenge a month. */
export interface Portrait {
  name: string;
  status: string;
  /** Empty when unknown. */
  age: number | '';
  city: string;
  balance: number;
  /** The card that rows are made with. */
  card: string;
  spend: number;
  /** [category of BASKET] parts of spend; they add up to 1. */
  shares: number[];
  foreign: number;
  currency: 'USD' | 'EUR' | 'RUB';
  volatility: number;
  flows: Flow[];
  /** Monthly incomes that go out once, in some month; 0: none. */
  gap: number;
  income: number;
  /** Of the three, so many months have any operations. */
  months: number;
  /** Label of a category outside the official ones; empty: none. */
  unknownCategory: string;
}

const CURRENCIES = weigh({ USD: 0.45, EUR: 0.3, RUB: 0.25 });
const CARDS = weigh({ 'Дебетовая карта': 0.8, 'Виртуальная карта': 0.1, 'Кредитная карта': 0.1 });
const TYPICAL_VOLATILITY = 0.22;
const PREMIUM_BALANCE = 1_000_000;
const RETIRED = 63;

/** Draws one person of a kind. `noise` 1 is usual; 0 leaves only what everyday life adds. */
export const drawPortrait = (archetype: Archetype, random: Random, noise: number): Portrait => {
  const city = random.weighted(CITIES);
  const wealth = Math.sqrt(INCOME_FACTOR[city] ?? OTHER_INCOME_FACTOR);
  const spread = (sigma: number): number => random.spread(sigma * noise);
  const age = random.integer(...archetype.ages);
  const spend = archetype.spend * wealth * spread(0.18);
  const balance = Math.max(
    archetype.leastBalance ?? 0,
    Math.round(spend * archetype.balance * spread(0.15)),
  );
  const income =
    archetype.income === undefined
      ? spend / random.between(0.55, 0.75)
      : archetype.income * wealth * spread(0.1);
  const salaried = archetype.income !== undefined || random.chance(age < RETIRED ? 0.9 : 0.3);
  const own = (archetype.flows ?? []).map((flow) => ({
    ...flow,
    perMonth: flow.perMonth * wealth * spread(0.2),
  }));
  return {
    name: random.pick(NAMES[random.weighted(NAME_GROUPS)]),
    status: statusOf(archetype.student === true && age <= 25, balance, salaried),
    age,
    city,
    balance,
    card: drawCard(archetype, random),
    spend,
    shares: drawShares(archetype, spread),
    foreign: drawForeign(archetype, random, spread),
    currency: random.weighted(CURRENCIES),
    volatility: archetype.volatility ?? TYPICAL_VOLATILITY,
    flows: [
      ...incomeFlows(archetype, income, salaried, random),
      ...debtFlows(archetype, income, random),
      ...everydayFlows(spend, random),
      ...own,
    ],
    gap: archetype.gap ?? 0,
    income,
    months: 3,
    unknownCategory: '',
  };
};

/** Nobody already has what they are made for. */
const drawCard = ({ label }: Archetype, random: Random): string => {
  const card = random.weighted(CARDS);
  return card === label ? 'Дебетовая карта' : card;
};

const statusOf = (student: boolean, balance: number, salaried: boolean): string => {
  if (student) return 'Студент';
  if (balance >= PREMIUM_BALANCE) return 'Премиальный клиент';
  return salaried ? 'Зарплатный клиент' : 'Стандартный клиент';
};

const drawShares = (
  { basket = {}, flatness = 0 }: Archetype,
  spread: (sigma: number) => number,
): number[] => {
  const entries = Object.entries(BASKET);
  const weights = entries.map(([category, [share]]) => {
    const mixed = share * (1 - flatness) + flatness / entries.length;
    return mixed * (basket[category] ?? 1) * spread(0.25);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
};

const drawForeign = (
  { foreign }: Archetype,
  random: Random,
  spread: (sigma: number) => number,
): number => {
  if (foreign !== undefined) return Math.min(0.95, foreign * spread(0.2));
  return random.chance(0.15) ? random.between(0.02, 0.1) : 0;
};

const incomeFlows = (
  { student }: Archetype,
  income: number,
  salaried: boolean,
  random: Random,
): Flow[] => {
  if (student === true) {
    const stipend = Math.min(52_000, income / 2);
    return [
      { type: 'stipend_in', perMonth: stipend, perQuarter: 3 },
      { type: 'family_in', perMonth: income - stipend, perQuarter: 6 },
    ];
  }
  if (salaried) return [{ type: 'salary_in', perMonth: income, perQuarter: 6 }];
  return [
    { type: 'family_in', perMonth: income * random.between(0.3, 0.6), perQuarter: 3 },
    { type: 'card_in', perMonth: income * 0.5, perQuarter: 3 },
  ];
};

/** Half have no debt, a third serve it easily, the rest with a quarter or more of their income. */
const debtFlows = ({ debtLoad, student }: Archetype, income: number, random: Random): Flow[] => {
  const level = random.next();
  const drawn =
    level < 0.5 || student === true
      ? 0
      : level < 0.85
        ? random.between(0.05, 0.25)
        : random.between(0.25, 0.45);
  const load = debtLoad ?? drawn;
  if (load === 0) return [];
  const type = random.chance(0.75) ? 'loan_payment_out' : 'installment_payment_out';
  return [{ type, perMonth: load * income, perQuarter: 3 }];
};

/** What anybody may do now and then: evidence of nothing. */
const EVERYDAY: readonly (readonly [number, string, number, number])[] = [
  [0.95, 'utilities_out', 32_000, 3],
  [0.85, 'p2p_out', 30_000, 8],
  [0.6, 'atm_withdrawal', 22_000, 4],
  [0.4, 'card_out', 20_000, 3],
  [0.06, 'fx_buy', 18_000, 1],
  [0.04, 'invest_out', 8_000, 1],
  [0.08, 'deposit_topup_out', 12_000, 1],
  [0.01, 'gold_buy_out', 20_000, 1],
];

const everydayFlows = (spend: number, random: Random): Flow[] => {
  const flows = EVERYDAY.filter(([part]) => random.chance(part)).map(
    ([, type, perMonth, perQuarter]) => ({
      type,
      perMonth: perMonth * random.spread(0.4),
      perQuarter: Math.max(1, random.round(perQuarter * random.spread(0.3))),
    }),
  );
  if (random.chance(0.35)) {
    flows.push({ type: 'cashback_in', perMonth: spend * 0.002, perQuarter: 3 });
  }
  return flows;
};
