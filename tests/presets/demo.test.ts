import { describe, expect, it } from 'vitest';
import { catalogues } from '../../src/presets/catalogues/index.ts';
import { ARCHETYPES } from '../../src/presets/demo/archetypes.ts';
import {
  DEMO_HEADINGS,
  demoClient,
  demoFiles,
  streamDemo,
} from '../../src/presets/demo/demo-files.ts';
import { EXAMPLE_FX } from '../../src/presets/fx.ts';
import { adviseAll } from '../fixtures/advise.ts';
import { CATEGORIES, TRANSFER_TYPES } from '../fixtures/domain-words.ts';
import { csvRows, readPopulation } from '../fixtures/read-population.ts';

type Row = Readonly<Record<string, string>>;

const options = { clients: 300, seed: 2025 };
const files = demoFiles(options);
const clients = csvRows(files.clients);
const purchases = csvRows(files.transactions);
const transfers = csvRows(files.transfers);
const labels = csvRows(files.labels);
const kinds = (kind: string): string[] =>
  labels.filter((row) => row.kind === kind).map((row) => row.client_code);

describe('demoFiles', () => {
  it('gives the same bytes for the same seed, others for another', () => {
    expect(demoFiles(options)).toEqual(files);
    expect(demoFiles({ ...options, seed: 2026 }).clients).not.toBe(files.clients);
  });

  it('streams the same, client by client, any client without the others', () => {
    const pieces = [...streamDemo(options)];
    expect(pieces).toHaveLength(301);
    expect(pieces[0]).toBe(DEMO_HEADINGS);
    expect(pieces.map((piece) => piece.transfers).join('')).toBe(files.transfers);
    expect(demoClient(137, options)).toEqual(pieces[137]);
  });

  it('has every client once, in order of code, with a label', () => {
    const codes = Array.from({ length: 300 }, (_, i) => String(i + 1));
    expect(clients.map((row) => row.client_code)).toEqual(codes);
    expect(labels.map((row) => row.client_code)).toEqual(codes);
  });

  it('has about sixteen clients of each kind, a tenth mixed, a twentieth thin or dirty', () => {
    for (const { label } of ARCHETYPES) {
      const count = labels.filter((row) => row.kind === 'pure' && row.product === label).length;
      expect(count, label).toBeGreaterThanOrEqual(15);
      expect(count, label).toBeLessThanOrEqual(17);
    }
    expect(kinds('mixed').length).toBeGreaterThanOrEqual(28);
    expect(kinds('thin').length + kinds('dirty').length).toBeGreaterThanOrEqual(14);
  });

  it('leaves repeated columns out of lean rows, and nothing else', () => {
    const lean = demoFiles({ ...options, lean: true });
    expect(lean.clients).toBe(files.clients);
    const cells = ({ client_code, date, category, amount, currency }: Row): string =>
      [client_code, date, category, amount, currency].join();
    expect(lean.transactions.trimEnd().split('\n').slice(1)).toEqual(purchases.map(cells));
    expect(lean.transfers.split('\n').length).toBe(files.transfers.split('\n').length);
    expect(lean.transfers.length).toBeLessThan(files.transfers.length * 0.6);
  });

  it('works for any number of clients', () => {
    for (const size of [0, 1, 2, 7, 100]) {
      expect(csvRows(demoFiles({ clients: size, seed: 1 }).labels)).toHaveLength(size);
    }
  });
});

describe('rows', () => {
  const official = new Set(CATEGORIES);

  it('are of the summer of 2025, in tenge or three foreign currencies, in order of time', () => {
    const date = /^2025-0[678]-[0-3]\d (0[89]|1\d|2[0-2]):[0-5]\d:[0-5]\d$/;
    const odd = [...purchases, ...transfers].filter(
      (row) =>
        !date.test(row.date) ||
        !/^-?\d+\.\d\d$/.test(row.amount) ||
        !['KZT', 'USD', 'EUR', 'RUB'].includes(row.currency),
    );
    expect(odd).toEqual([]);
    const first = purchases.filter((row) => row.client_code === '1').map((row) => row.date);
    expect(first).toEqual([...first].sort());
  });

  it('name official categories, but for a few, and types that agree with their direction', () => {
    const odd = new Set(purchases.map((row) => row.category).filter((name) => !official.has(name)));
    expect(odd.size).toBeGreaterThan(0);
    expect(odd.size).toBeLessThan(5);
    const directions = new Map(TRANSFER_TYPES.map(({ name, direction }) => [name, direction]));
    expect(transfers.filter((row) => directions.get(row.type) !== row.direction)).toEqual([]);
  });

  it('carry refunds and repeated rows, a percent or less', () => {
    const refunds = purchases.filter((row) => row.amount.startsWith('-')).length;
    expect(refunds / purchases.length).toBeGreaterThan(0.004);
    expect(refunds / purchases.length).toBeLessThan(0.02);
    const lines = files.transactions.trim().split('\n');
    const repeats = lines.length - new Set(lines).size;
    expect(repeats).toBeGreaterThan(20);
    expect(repeats / lines.length).toBeLessThan(0.02);
  });

  it('are 40 to 180 a client in most cases', () => {
    const tally = new Map<string, number>();
    for (const { client_code } of [...purchases, ...transfers]) {
      tally.set(client_code, (tally.get(client_code) ?? 0) + 1);
    }
    const counts = [...tally.values()];
    const usual = counts.filter((count) => count >= 40 && count <= 190).length;
    expect(usual / counts.length).toBeGreaterThan(0.9);
  });

  it('repeat the client in every row', () => {
    for (const row of purchases.slice(0, 500)) {
      const client = clients[Number(row.client_code) - 1];
      expect([row.name, row.status, row.city]).toEqual([client.name, client.status, client.city]);
    }
  });
});

describe('people', () => {
  it('have a status that follows from the rest', () => {
    const dirty = new Set(kinds('dirty'));
    for (const row of clients.filter(({ client_code }) => !dirty.has(client_code))) {
      const types = new Set(
        transfers.filter((t) => t.client_code === row.client_code).map(({ type }) => type),
      );
      if (row.status === 'Студент') expect(Number(row.age)).toBeLessThanOrEqual(25);
      else if (row.status === 'Премиальный клиент')
        expect(Number(row.avg_monthly_balance_KZT)).toBeGreaterThanOrEqual(1_000_000);
      else if (row.status === 'Стандартный клиент') expect(types.has('salary_in')).toBe(false);
      else expect(row.status).toBe('Зарплатный клиент');
    }
  });

  it('live where people live', () => {
    const crowd = csvRows(demoFiles({ clients: 1000, seed: 5 }).clients);
    const part = (city: string): number =>
      crowd.filter((row) => row.city === city).length / crowd.length;
    expect(part('Алматы')).toBeCloseTo(0.26, 1);
    expect(part('Астана')).toBeCloseTo(0.19, 1);
    expect(part('Уральск')).toBeCloseTo(0.03, 1);
  });
});

describe.each([2025, 1, 99])('showcases of seed %d', (seed) => {
  const demo = demoFiles({ clients: 300, seed });
  const roles = new Map(csvRows(demo.labels).map((row) => [row.kind, row.client_code]));
  const found = new Map<string, { first: string; noOffer: string | null; name: string }>();
  const [standard, , seedCatalogue] = catalogues;
  const population = readPopulation(demo, EXAMPLE_FX.rates);
  adviseAll(standard, population, (ledger, _, ranks, scorer) => {
    for (const [kind, code] of roles) {
      if (code !== ledger.code) continue;
      const { name } = standard.products[ranks.product[0]];
      found.set(kind, { first: name, noOffer: ranks.noOffer, name: ledger.name });
      if (kind === 'refused-by-gate') {
        const loan = standard.products.findIndex(({ code: slug }) => slug === 'cash-loan');
        const { eligible, fit } = scorer.explain(ledger)[loan];
        expect(eligible).toBe(false);
        expect(fit).toBeGreaterThan(standard.products[loan].leadAt!);
      }
      if (kind === 'over-cap') {
        const games = scorer.explain(ledger)[ranks.product[0]];
        expect(games.lines.map((line) => line.kind)).toContain('cap');
      }
    }
  });

  it('are all there', () => {
    expect(found.get('no-offer')?.noOffer).toBe('below-threshold');
    expect(found.get('one-month')?.noOffer).toBe('few-months');
    expect(found.get('short-name')?.name).toHaveLength(3);
    expect(found.get('long-name')?.name).toHaveLength(12);
    expect(found.get('over-cap')?.first).toBe('Карта для геймеров');
    expect(found.has('refused-by-gate')).toBe(true);
  });

  it('hold a tie under the old formulas, settled by catalogue order', () => {
    let seen = 0;
    adviseAll(seedCatalogue, population, (ledger, row, ranks) => {
      if (ledger.code !== roles.get('tie')) return;
      seen++;
      const [first, second] = ranks.product;
      expect(row.benefit[first]).toBe(row.benefit[second]);
      expect(first).toBeLessThan(second);
    });
    expect(seen).toBe(1);
  });
});
