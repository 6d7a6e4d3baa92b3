import { beforeEach, describe, expect, it } from 'vitest';
import { NO_CHOICES } from '../../../src/engine/ingest/reading-choices.ts';
import { done } from '../../../src/engine/kernel/fault.ts';
import { seed } from '../../../src/presets/catalogues/seed.ts';
import { standard } from '../../../src/presets/catalogues/standard.ts';
import { demoFiles } from '../../../src/presets/demo/demo-files.ts';
import { EXAMPLE_FX } from '../../../src/presets/fx.ts';
import { CHANNELS, FACT_SOURCES, LANGUAGE_PACKS } from '../../../src/presets/texts/index.ts';
import { VOCABULARY } from '../../../src/presets/vocabulary.ts';
import type {
  Desk,
  ExportRequest,
  Progress,
  Settings,
  ViewQuery,
} from '../../../src/worker/contract.ts';
import { DeskService } from '../../../src/worker/desk/desk-service.ts';
import { demoSources, textSource } from '../../fixtures/demo-sources.ts';
import { builtFile, builtText } from './built-file.ts';
import { oneThread } from '../../fixtures/thread-ports.ts';

const settings: Settings = {
  catalogue: standard,
  fx: EXAMPLE_FX.rates,
  language: 'ru',
  channel: 'push',
  months: null,
  reading: NO_CHOICES,
};

const everybody: ViewQuery = {
  search: '',
  products: [],
  statuses: [],
  cities: [],
  send: null,
  noOffer: [],
  age: { from: null, to: null },
  balance: { from: null, to: null },
  expected: { from: null, to: null },
  sort: 'code',
  descending: false,
};

const offersCsv: ExportRequest = {
  what: 'offers',
  scope: 'all',
  format: 'csv',
  delimiter: ',',
  bom: false,
};

const silent = (): void => undefined;

const deskOver = (sources: () => ReturnType<typeof demoSources>): Desk =>
  new DeskService({
    vocabulary: VOCABULARY,
    packs: LANGUAGE_PACKS,
    factSources: FACT_SOURCES,
    channels: CHANNELS,
    pool: oneThread,
    sourcesOf: () => Promise.resolve(done(sources())),
    demoLabels: (options) => demoFiles(options).labels,
    demoSources: ({ clients, seed: number }) => demoSources(clients, number),
  });

let desk: Desk;

beforeEach(() => {
  desk = deskOver(() => [textSource('notes.csv', 'nothing,of,ours\n1,2,3\n')]);
});

const openDemo = async (clients = 150): Promise<void> => {
  const opened = await desk.openDemo({ clients, seed: 7 }, settings, silent);
  expect(opened.outcome).toBe('ready');
};

describe('opening', () => {
  it('tells how far it is, and ends with everybody scored', async () => {
    const steps: Progress[] = [];
    const opened = await desk.openDemo({ clients: 150, seed: 7 }, settings, (step) =>
      steps.push(step),
    );
    expect(opened).toMatchObject({ outcome: 'ready', summary: { clients: 150, dated: true } });
    const last = steps.at(-1)!;
    expect(last.phase).toBe('scoring');
    expect(last.bytesDone).toBe(last.bytesTotal);
    if (opened.outcome === 'ready') expect(last.rowsDone).toBe(opened.report.totals.records);
  });

  it('keeps the previous result when new files are refused', async () => {
    await openDemo();
    const before = await desk.rows(0, 5);
    const refused = await desk.open([], settings, silent);
    expect(refused).toMatchObject({ outcome: 'refused', fault: { code: 'no-header' } });
    expect(await desk.rows(0, 5)).toEqual(before);
  });

  it('keeps the previous result when it is cancelled', async () => {
    await openDemo(20);
    const opening = desk.openDemo({ clients: 150, seed: 8 }, settings, silent);
    await desk.cancel();
    expect(await opening).toEqual({ outcome: 'cancelled' });
    expect(await desk.view(everybody)).toMatchObject({ count: 20 });
  });

  it('forgets everything when asked', async () => {
    await openDemo();
    await desk.clear();
    expect(await desk.view(everybody)).toEqual({ count: 0, offers: 0, expectedTotal: 0 });
    expect(await desk.rescore(settings)).toMatchObject({
      ok: false,
      fault: { code: 'no-clients' },
    });
  });
});

describe('the view', () => {
  beforeEach(() => openDemo());

  const rowsOf = async (query: Partial<ViewQuery>) => {
    const { count } = await desk.view({ ...everybody, ...query });
    return desk.rows(0, count);
  };

  it('sorts by any column, both ways, equal ones in order of code', async () => {
    const rising = await rowsOf({ sort: 'balance' });
    const falling = await rowsOf({ sort: 'balance', descending: true });
    expect(rising.map(({ balance }) => balance)).toEqual(
      rising.map(({ balance }) => balance).sort((a, b) => a - b),
    );
    expect(falling[0].balance).toBe(rising.at(-1)!.balance);
    const byStatus = await rowsOf({ sort: 'status', descending: true });
    for (const [at, row] of byStatus.slice(1).entries()) {
      if (row.status === byStatus[at].status)
        expect(Number(row.code)).toBeGreaterThan(Number(byStatus[at].code));
    }
  });

  it('filters by each thing as a plain filter over all rows would', async () => {
    const all = await rowsOf({});
    const same = async (
      query: Partial<ViewQuery>,
      keep: (row: (typeof all)[number]) => boolean,
    ) => {
      const wanted = all.filter(keep);
      expect(wanted.length).toBeGreaterThan(0);
      expect((await rowsOf(query)).map(({ code }) => code)).toEqual(wanted.map(({ code }) => code));
    };
    const product = all[0].product;
    await same({ products: [product] }, (row) => row.product === product);
    await same({ send: false }, (row) => !row.send);
    const reason = all.find(({ noOffer }) => noOffer !== null)!.noOffer!;
    await same({ noOffer: [reason] }, (row) => row.noOffer === reason);
    await same(
      { age: { from: 30, to: 40 } },
      (row) => row.age !== null && row.age >= 30 && row.age <= 40,
    );
    await same({ age: { from: null, to: null, unknown: true } }, (row) => row.age === null);
    await same({ balance: { from: 1e6, to: null } }, (row) => row.balance >= 1e6);
    await same(
      { expected: { from: null, to: 2000 } },
      (row) => row.expected !== null && row.expected <= 2000,
    );
    const name = all[3].name;
    await same({ search: ` ${name.slice(0, 4).toUpperCase()} ` }, (row) =>
      row.name.toLowerCase().includes(name.slice(0, 4).toLowerCase()),
    );
    await same({ search: '14' }, (row) => row.code.includes('14'));
  });

  it('counts and adds up what it shows', async () => {
    const query = { ...everybody, search: '1' };
    const totals = await desk.view(query);
    const rows = await desk.rows(0, totals.count);
    const offered = rows.filter(({ send }) => send);
    expect(totals.offers).toBe(offered.length);
    expect(totals.expectedTotal).toBeCloseTo(
      offered.reduce((sum, { expected }) => sum + (expected ?? 0), 0),
      6,
    );
  });

  it('statistics agree with the rows, in all and in the view', async () => {
    const all = await rowsOf({});
    const statistics = await desk.statistics('all');
    expect(statistics.clients).toBe(all.length);
    expect(statistics.products.map(({ clients }) => clients)).toEqual(
      standard.products.map((_, at) => all.filter(({ product }) => product === at).length),
    );
    const figures = all.filter(({ send, expected }) => send && expected !== null);
    expect(statistics.histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(figures.length);
    expect(statistics.byAge.reduce((sum, { clients }) => sum + clients, 0)).toBe(all.length);
    await desk.view({ ...everybody, send: false });
    expect((await desk.statistics('view')).offers).toBe(0);
  });
});

describe('a client', () => {
  it('shows the arithmetic that the row shows the result of', async () => {
    await openDemo();
    for (const row of await desk.rows(0, 150)) {
      const detail = await desk.client(row.client);
      expect(detail.top[0].product).toBe(row.product);
      expect(detail.evaluations[row.product].benefit).toBe(row.benefit);
      const spend = detail.categories.reduce((sum, { perMonth }) => sum + perMonth, 0);
      expect(spend).toBeCloseTo(row.spend, 4);
      if (row.send)
        expect(detail.text?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });
});

describe('scoring again', () => {
  it('is what opening with those settings would have been', async () => {
    await openDemo();
    await desk.rescore({ ...settings, catalogue: seed });
    const again = await builtText(desk, offersCsv);
    const fresh = deskOver(() => []);
    await fresh.openDemo({ clients: 150, seed: 7 }, { ...settings, catalogue: seed }, silent);
    expect(again).toBe(await builtText(fresh, offersCsv));
  });
});

describe('an export', () => {
  beforeEach(() => openDemo());

  it('of the view holds the view alone, in natural order', async () => {
    const { count } = await desk.view({
      ...everybody,
      send: false,
      sort: 'balance',
      descending: true,
    });
    const file = await builtFile(desk, { ...offersCsv, what: 'table', scope: 'view' });
    expect(file.rows).toBe(count);
    const codes = (await file.blob.text())
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => Number(line.split(',')[0]));
    expect(codes).toEqual([...codes].sort((a, b) => a - b));
  });

  it('takes a semicolon and a byte-order mark', async () => {
    const { blob } = await builtFile(desk, { ...offersCsv, delimiter: ';', bom: true });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes).split('\n')[0]).toBe(
      'client_code;product;push_notification',
    );
  });

  it('of the report is the report', async () => {
    const { blob } = await builtFile(desk, { ...offersCsv, what: 'report' });
    expect(JSON.parse(await blob.text())).toMatchObject({
      outcome: 'warned',
      totals: { clients: 150 },
    });
  });
});
