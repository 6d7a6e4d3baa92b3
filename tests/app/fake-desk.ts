import type { DeskConnection } from '../../src/app/stores/desk.ts';
import { catalogues } from '../../src/presets/catalogues/index.ts';
import type { ClientDetail, ClientRow, Statistics } from '../../src/worker/contract.ts';

const CITIES = ['Алматы', 'Астана', 'Шымкент'];
const STATUSES = ['Зарплатный клиент', 'Студент'];

/** The client at row `index` of an invented population. */
export const fakeRow = (index: number): ClientRow => ({
  client: index,
  code: String(1000 + index),
  name: `Клиент ${String(index)}`,
  status: STATUSES[index % STATUSES.length],
  city: CITIES[index % CITIES.length],
  age: index % 7 === 0 ? null : 20 + (index % 40),
  balance: 100_000 + index,
  spend: 200_000,
  product: index % 10,
  benefit: index % 10 === 1 ? null : 5000 - (index % 1000),
  expected: index % 10 === 1 ? null : 4000 - (index % 1000),
  send: index % 5 !== 4,
  noOffer: index % 5 === 4 ? 'below-threshold' : null,
  chosen: false,
});

export const fakeDetail = (index: number): ClientDetail => ({
  row: fakeRow(index),
  months: ['2025-06', '2025-07', '2025-08'],
  categories: [
    { label: 'Такси', perMonth: 30_000, count: 12, byMonth: [30_000, 20_000, 40_000] },
    { label: 'Отели', perMonth: 10_000, count: 1, byMonth: [0, 30_000, 0] },
  ],
  monthlySpend: [30_000, 50_000, 40_000],
  monthlyIn: [300_000, 300_000, 300_000],
  monthlyOut: [20_000, 20_000, 20_000],
  transfers: [{ type: 'salary_in', direction: 'in', perMonth: 300_000, count: 3 }],
  evaluations: catalogues[0].products.map((product, at) => ({
    product: at,
    eligible: at !== 1,
    gates: product.gates.map((gate, place) => ({
      index: place,
      condition: 0,
      metric: 'anyOf' in gate ? gate.anyOf[0].metric : gate.metric,
      value: 0.4,
      passed: at !== 1,
    })),
    fit: at === 2 ? 0.5 : 0.1,
    signals: [],
    benefit: product.benefit.length === 0 ? null : 1600 - at,
    lines: product.benefit.flatMap((part, place) =>
      part.lines.map((line) => ({
        kind: 'rate' as const,
        part: place,
        ...line.of,
        base: 40_000,
        rate: 0.04,
        amount: 1600,
      })),
    ),
    expected: product.benefit.length === 0 ? null : 800,
  })),
  top: ([1, 2, 3, 4] as const).map((rank) => ({
    product: [2, 3, 4, 5][rank - 1],
    rank,
    leadBy: 'value' as const,
    eligible: true,
    benefit: 1600,
    fit: 0.5,
    expected: 900 - rank * 100,
  })),
  verdict: {
    margin: { over: 3, measure: 'tenge', amount: 100 },
    flip: { metric: { metric: 'spend', group: 'travel' }, from: 40_000, to: 25_000, winner: 3 },
    behind: catalogues[0].products.map(() => null),
  },
  text: {
    text: 'Айгерим, в августе такси и отели обошлись вам в 40 000 ₸. Посмотреть карту.',
    language: 'ru',
    variant: 0,
    limits: { min: 180, max: 220 },
    findings: [{ rule: 'length', severity: 'error' }],
  },
});

const STATISTICS: Statistics = {
  clients: 0,
  offers: 0,
  expectedTotal: 0,
  spendTotal: 0,
  products: [],
  noOffer: [],
  histogram: { edges: [0, 1], counts: [0] },
  byStatus: [],
  byCity: [],
  byAge: [],
};

/** Answers like the desk of a population of `count` clients; `asked` keeps what it was asked. */
export const fakeDesk = (count: number) => {
  const asked: string[] = [];
  const desk = {
    view: (query: { search: string }) => {
      asked.push(`view ${query.search}`);
      return Promise.resolve({ count, offers: count, expectedTotal: count * 1000 });
    },
    rows: (from: number, to: number) => {
      asked.push(`rows ${String(from)}–${String(to)}`);
      const length = Math.max(0, Math.min(to, count) - from);
      return Promise.resolve(Array.from({ length }, (_, at) => fakeRow(from + at)));
    },
    client: (index: number) => Promise.resolve(fakeDetail(index)),
    statistics: () => Promise.resolve(STATISTICS),
    cancel: () => Promise.resolve(),
  };
  return { asked, desk: desk as unknown as DeskConnection };
};
