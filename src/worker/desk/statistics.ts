import type { ClientTable } from '../../engine/features/client-table.ts';
import { NO_OFFER_REASONS, type ScoreTable } from '../../engine/recommendations/score-table.ts';
import type { Group, Statistics } from '../contract.ts';

/** Upper ends of the age groups; the last group is open, and unknown ages are a group of their own. */
const AGE_EDGES = [18, 25, 35, 45, 55, 65];
const BINS = 24;

/** Aggregates for the charts, over the given clients. */
export const statisticsOf = (
  members: Uint32Array,
  clients: ClientTable,
  scores: ScoreTable,
  products: number,
): Statistics => {
  const { noOffer, expected, spend, product } = scores;
  const byProduct = Array.from({ length: products }, (_, at) => ({
    product: at,
    ...emptyGroup(''),
  }));
  const byStatus = clients.statuses.names.map(emptyGroup);
  const byCity = clients.cities.names.map(emptyGroup);
  const byAge = [...ageLabels(), ''].map(emptyGroup);
  const reasons = NO_OFFER_REASONS.map((reason) => ({ reason, clients: 0 }));
  const total = emptyGroup('');
  const figures: number[] = [];
  let spendTotal = 0;
  for (const client of members) {
    const offered = noOffer[client] === 0;
    const figure = offered && !Number.isNaN(expected[client]) ? expected[client] : 0;
    if (offered && figure > 0) figures.push(figure);
    if (!offered) reasons[noOffer[client] - 1].clients++;
    spendTotal += spend[client];
    count(total, offered, figure);
    count(byProduct[product[client]], offered, figure);
    count(byStatus[clients.statusId(client)], offered, figure);
    count(byCity[clients.cityId(client)], offered, figure);
    count(byAge[ageGroup(clients.age(client))], offered, figure);
  }
  return {
    clients: total.clients,
    offers: total.offers,
    expectedTotal: total.expectedTotal,
    spendTotal,
    products: byProduct.map(({ product: at, clients: of, offers, expectedTotal }) => ({
      product: at,
      clients: of,
      offers,
      expectedTotal,
    })),
    noOffer: reasons,
    histogram: histogram(figures),
    byStatus: filled(byStatus).sort(bySize),
    byCity: filled(byCity).sort(bySize),
    byAge: filled(byAge),
  };
};

type Sums = Omit<Group, 'label'>;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const count = (group: Mutable<Sums>, offered: boolean, figure: number): void => {
  group.clients++;
  if (offered) group.offers++;
  group.expectedTotal += figure;
};

const emptyGroup = (label: string): Mutable<Group> => ({
  label,
  clients: 0,
  offers: 0,
  expectedTotal: 0,
});

const filled = (groups: readonly Group[]): Group[] => groups.filter(({ clients }) => clients > 0);

const bySize = (a: Group, b: Group): number =>
  b.clients - a.clients || (a.label < b.label ? -1 : 1);

const ageLabels = (): string[] => [
  `<${AGE_EDGES[0]}`,
  ...AGE_EDGES.slice(1).map((edge, at) => `${AGE_EDGES[at]}–${edge - 1}`),
  `${AGE_EDGES.at(-1)!}+`,
];

const ageGroup = (age: number): number => {
  if (Number.isNaN(age)) return AGE_EDGES.length + 1;
  const group = AGE_EDGES.findIndex((edge) => age < edge);
  return group < 0 ? AGE_EDGES.length : group;
};

/** Bins of a round width that reach the largest figure; few enough to read. */
const histogram = (figures: readonly number[]): Statistics['histogram'] => {
  const largest = figures.reduce((max, figure) => Math.max(max, figure), 0);
  const width = roundWidth(largest / BINS);
  const bins = Math.max(1, Math.ceil((largest + 1) / width));
  const counts = new Array<number>(bins).fill(0);
  for (const figure of figures) counts[Math.floor(figure / width)]++;
  return { edges: Array.from({ length: bins + 1 }, (_, at) => at * width), counts };
};

/** The least of 1, 2, 2.5, 5 × 10ⁿ that is not below. */
const roundWidth = (least: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 10)));
  return power * ([1, 2, 2.5, 5, 10].find((step) => step * power >= least) ?? 10);
};
