import { beforeEach, describe, expect, it } from 'vitest';
import { NO_CHOICES } from '../../../src/engine/ingest/reading-choices.ts';
import { done } from '../../../src/engine/kernel/fault.ts';
import { seed } from '../../../src/presets/catalogues/seed.ts';
import { standard } from '../../../src/presets/catalogues/standard.ts';
import { demoFiles } from '../../../src/presets/demo/demo-files.ts';
import { EXAMPLE_FX } from '../../../src/presets/fx.ts';
import { CHANNELS, FACT_SOURCES, LANGUAGE_PACKS } from '../../../src/presets/texts/index.ts';
import { VOCABULARY } from '../../../src/presets/vocabulary.ts';
import type { Catalogue } from '../../../src/engine/benefits/catalogue.ts';
import type { Accuracy, Desk, Settings } from '../../../src/worker/contract.ts';
import { DeskService } from '../../../src/worker/desk/desk-service.ts';
import { demoSources } from '../../fixtures/demo-sources.ts';
import { oneThread } from '../../fixtures/thread-ports.ts';

const CLIENTS = 120;
const settings: Settings = {
  catalogue: standard,
  fx: EXAMPLE_FX.rates,
  language: 'ru',
  channel: 'push',
  months: null,
  reading: NO_CHOICES,
};
const silent = (): void => undefined;
const file = (text: string): Blob => new Blob([text]);

let desk: Desk;

beforeEach(async () => {
  desk = new DeskService({
    vocabulary: VOCABULARY,
    packs: LANGUAGE_PACKS,
    factSources: FACT_SOURCES,
    channels: CHANNELS,
    pool: oneThread,
    sourcesOf: () => Promise.resolve(done(demoSources(20))),
    demoSources: (options) => demoSources(options.clients, options.seed),
    demoLabels: (options) => demoFiles(options).labels,
  });
  await desk.openDemo({ clients: CLIENTS, seed: 7 }, settings, silent);
});

const rescore = (catalogue: Catalogue) => desk.rescore({ ...settings, catalogue });
const accuracy = async (): Promise<Accuracy> => (await desk.accuracy())!;

describe('before and after', () => {
  it('starts with no difference and sees every change from the kept result', async () => {
    expect(await desk.compare()).toMatchObject({ clients: CLIENTS, switched: 0, switches: [] });
    await rescore({ ...standard, rules: { ...standard.rules, offerThreshold: 1e9 } });
    const strict = (await desk.compare())!;
    expect(strict.after.offers).toBeLessThan(strict.before.offers);
    expect(strict.switched).toBe(strict.before.offers - strict.after.offers);
    expect(strict.switches.every(({ to }) => to === null)).toBe(true);
    await desk.keepBaseline();
    expect(await desk.compare()).toMatchObject({ switched: 0, before: strict.after });
    await rescore(seed);
    expect((await desk.compare())!.before).toEqual(strict.after);
  });

  it('has nothing to say of nothing', async () => {
    await desk.clear();
    expect(await desk.compare()).toBeNull();
    expect(await desk.accuracy()).toBeNull();
  });
});

describe('the reference', () => {
  it('is offered with the sample, and gone with it', async () => {
    expect(await desk.accuracy()).toBeNull();
    expect(await desk.setReference('demo')).toMatchObject({ ok: true, value: { pairs: CLIENTS } });
    const { clients, places, points, differing, examples, confusion } = await accuracy();
    expect(clients).toBeGreaterThan(CLIENTS / 2);
    expect(clients).toBeLessThan(CLIENTS);
    expect(differing).toBe(clients - places[0]);
    expect(places[0]).toBeGreaterThan(0.85 * clients);
    expect(examples).toHaveLength(differing);
    expect(points).toBeCloseTo(
      (20 * places[0] + 15 * places[1] + 10 * places[2] + 5 * places[3]) / clients,
    );
    expect(confusion.flat().reduce((sum, count) => sum + count)).toBe(CLIENTS);
    await desk.open([], settings, silent);
    expect(await desk.accuracy()).toBeNull();
    expect(await desk.setReference('demo')).toEqual({ ok: false, fault: 'no-sample' });
  });

  it('gives 20, 15, 10, 5 and 0 points by place', async () => {
    const { top } = await desk.client(0);
    const { code } = (await desk.client(0)).row;
    const nameOf = (place: number) => standard.products[top[place].product].name;
    for (const [place, points] of [20, 15, 10, 5].entries()) {
      await desk.setReference(file(`client_code,product\n${code},${nameOf(place)}\n`));
      expect(await accuracy()).toMatchObject({ clients: 1, points });
    }
    const other = standard.products.findIndex(
      (_, at) => !top.some(({ product }) => product === at),
    );
    await desk.setReference(file(`${code},${standard.products[other].code}`));
    expect(await accuracy()).toMatchObject({
      points: 0,
      products: [other, top[0].product].sort((a, b) => a - b),
      examples: [{ code, first: top[0].product, place: null }],
    });
  });

  it('names what it does not know, and changes nothing', async () => {
    const before = await desk.rows(0, CLIENTS);
    await desk.setReference(file('client_code,product\n1,Unheard of\nnobody,x\n'));
    expect(await accuracy()).toMatchObject({
      clients: 0,
      unknownClients: 1,
      unknownProducts: ['Unheard of'],
      points: 0,
      differing: 0,
    });
    await rescore(standard);
    expect(await desk.rows(0, CLIENTS)).toEqual(before);
    expect(await desk.setReference(file('x'))).toEqual({ ok: false, fault: 'no-columns' });
    expect((await accuracy()).unknownClients).toBe(1);
    await desk.setReference(null);
    expect(await desk.accuracy()).toBeNull();
  });
});

describe('what clients hold', () => {
  it('is not offered, and the reason is shown', async () => {
    const { row } = await desk.client(0);
    const name = standard.products[row.product].name;
    expect(await desk.setHoldings(file(`${row.code},${name.toUpperCase()}`))).toMatchObject({
      ok: true,
    });
    await rescore(standard);
    const { row: then, evaluations, top } = await desk.client(0);
    expect(then.product).not.toBe(row.product);
    expect(top.find(({ product }) => product === row.product)?.eligible ?? false).toBe(false);
    expect(evaluations[row.product]).toMatchObject({ held: true, eligible: false });
    expect(evaluations[then.product].held).toBeUndefined();
    expect((await desk.client(1)).evaluations.some(({ held }) => held)).toBe(false);
    await desk.setHoldings(null);
    await rescore(standard);
    expect((await desk.client(0)).row).toEqual(row);
  });

  it('may come from the rows themselves', async () => {
    await desk.setHoldings('column');
    const [first, ...others] = standard.products;
    await rescore({ ...standard, products: [{ ...first, name: 'Дебетовая карта' }, ...others] });
    const held = (
      await Promise.all(Array.from({ length: CLIENTS }, async (_, at) => desk.client(at)))
    )
      .flatMap(({ evaluations }) => evaluations)
      .filter((evaluation) => evaluation.held);
    expect(held.length).toBeGreaterThan(0);
    expect(held.every(({ eligible, product }) => !eligible && product === 0)).toBe(true);
  });
});

describe('the guard', () => {
  it('tells how far it is, and names who never wins', async () => {
    const steps: number[] = [];
    const report = (await desk.guard(seed, (clients) => steps.push(clients)))!;
    expect(steps.at(-1)).toBe(report.clients);
    expect(steps.length).toBeGreaterThan(10);
    expect(report.neverFirst.map((at) => seed.products[at].name)).toContain(
      'Карта для путешествий',
    );
  }, 60_000);

  it('gives way to a later question', async () => {
    const first = desk.guard(standard, silent);
    const second = desk.guard(standard, () => void desk.clear());
    expect(await first).toBeNull();
    expect(await second).toBeNull();
  }, 60_000);
});

describe('a catalogue from outside', () => {
  it('is read from a value or from the text of a file', async () => {
    expect(await desk.checkCatalogue(JSON.stringify(standard))).toMatchObject({ ok: true });
    expect(await desk.checkCatalogue({ ...standard, version: '' })).toEqual({
      ok: false,
      fault: [{ code: 'empty', path: 'version', text: '' }],
    });
  });
});
