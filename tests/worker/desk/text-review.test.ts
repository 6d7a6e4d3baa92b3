import { beforeEach, describe, expect, it } from 'vitest';
import { NO_CHOICES } from '../../../src/engine/ingest/reading-choices.ts';
import { done } from '../../../src/engine/kernel/fault.ts';
import { standard } from '../../../src/presets/catalogues/standard.ts';
import { demoFiles } from '../../../src/presets/demo/demo-files.ts';
import { EXAMPLE_FX } from '../../../src/presets/fx.ts';
import { CHANNELS, FACT_SOURCES, LANGUAGE_PACKS } from '../../../src/presets/texts/index.ts';
import { VOCABULARY } from '../../../src/presets/vocabulary.ts';
import type {
  KeptDecisions,
  PreviewRequest,
  ReviewAction,
  ReviewQuery,
  ReviewRow,
  Settings,
} from '../../../src/worker/contract.ts';
import { DeskService } from '../../../src/worker/desk/desk-service.ts';
import { TextReview } from '../../../src/worker/desk/review/text-review.ts';
import { demoSources } from '../../fixtures/demo-sources.ts';
import { builtText } from './built-file.ts';
import { adviseSources } from '../../fixtures/read-demo.ts';
import { oneThread } from '../../fixtures/thread-ports.ts';

const settings: Settings = {
  catalogue: standard,
  fx: EXAMPLE_FX.rates,
  language: 'ru',
  channel: 'push',
  months: null,
  reading: NO_CHOICES,
};
const all: ReviewQuery = { states: [], products: [], language: null, rule: null, search: '' };
const silent = (): void => undefined;

const desk = new DeskService({
  vocabulary: VOCABULARY,
  packs: LANGUAGE_PACKS,
  factSources: FACT_SOURCES,
  channels: CHANNELS,
  pool: oneThread,
  sourcesOf: () => Promise.resolve(done([])),
  demoLabels: (options) => demoFiles(options).labels,
  demoSources: ({ clients, seed }) => demoSources(clients, seed),
});
const { review } = desk;

const csvOf = async (what: 'offers' | 'texts' | 'table'): Promise<string[]> => {
  const request = { what, scope: 'all', format: 'csv', delimiter: ',', bom: false } as const;
  return (await builtText(desk, request)).trim().split('\n');
};
const offerOf = async (code: string): Promise<string | undefined> =>
  (await csvOf('offers')).find((row) => row.startsWith(`${code},`));
const first = (): ReviewRow => review.rows(0, 1)[0];
const again = async (change: Partial<Settings>): Promise<void> => {
  desk.rescore({ ...settings, ...change });
  await review.survey(silent);
  review.view(all);
};

const openAgain = async (options: { clients: number; seed: number }): Promise<void> => {
  await desk.openDemo(options, settings, silent);
  await review.survey(silent);
  review.view(all);
};

beforeEach(async () => {
  desk.clear();
  await openAgain({ clients: 120, seed: 7 });
});

describe('a survey', () => {
  it('has the text of every offer, in natural order, as the export writes it', async () => {
    const offers = (await csvOf('offers')).slice(1);
    const { count, sent, states } = review.view(all);
    expect([count, sent, states.new]).toEqual([offers.length, offers.length, offers.length]);
    review.rows(0, count).forEach((row, at) => {
      expect(offers[at].startsWith(`${row.code},`)).toBe(true);
      expect(offers[at]).toContain(row.text.replaceAll('"', '""'));
    });
  });

  it('measures the campaign', async () => {
    const report = (await review.survey(silent))!;
    expect(report.good).toBe(report.texts);
    expect(
      report.rules.every(
        ({ severity, passed }) => severity === 'warning' || passed === report.texts,
      ),
    ).toBe(true);
    expect(report.length.counts.reduce((sum, count) => sum + count, 0)).toBe(report.texts);
    expect([report.length.min >= 180, report.length.max <= 220]).toEqual([true, true]);
    expect(Object.values(report.byLanguage).every((count) => count > 10)).toBe(true);
    for (const { texts, variants } of report.products) {
      expect(variants.reduce((sum, count) => sum + count, 0)).toBe(texts);
    }
    const csv = await review.exportQuality('csv').blob.text();
    expect(csv).toContain(`campaign,,texts,${String(report.texts)}\n`);
    expect(JSON.parse(await review.exportQuality('json').blob.text())).toEqual(report);
  });

  it('ends when it is cancelled, or when another one begins', async () => {
    const cancelled = review.survey(silent);
    review.cancel();
    expect(await cancelled).toBeNull();
    const overtaken = review.survey(silent);
    const second = review.survey(silent);
    expect(await overtaken).toBeNull();
    expect(await second).not.toBeNull();
  });

  it('is filtered by product, language, rule and search', () => {
    const { count } = review.view(all);
    const { product } = first();
    const own = review.view({ ...all, products: [product] }).count;
    expect(own).toBeGreaterThan(0);
    expect(own).toBeLessThan(count);
    const kazakh = review.view({ ...all, language: 'kk' }).count;
    expect(review.rows(0, kazakh).every(({ language }) => language === 'kk')).toBe(true);
    expect(kazakh + review.view({ ...all, language: 'ru' }).count).toBe(count);
    expect(review.view({ ...all, rule: 'length' }).count).toBe(0);
    const { code } = (review.view(all), first());
    expect(review.view({ ...all, search: code }).count).toBeGreaterThan(0);
  });
});

describe('decisions', () => {
  it('reject keeps a text out of the export, reset and undo bring it back', async () => {
    const { client, code, text } = first();
    const action = review.reject(client)!;
    expect(action).toMatchObject({
      ...{ kind: 'reject', clients: 1, code, undone: false },
      before: { state: 'new', text },
      after: { state: 'rejected', text },
    });
    expect(await offerOf(code)).toBeUndefined();
    expect((await csvOf('table')).find((row) => row.startsWith(`${code},`))).toMatch(/,rejected$/);
    expect(review.undo()).toMatchObject({ id: action.id, undone: true });
    expect(await offerOf(code)).toContain(code);
    expect(review.redo()).toMatchObject({ id: action.id, undone: false });
    review.reset(client);
    expect(await offerOf(code)).toContain(code);
    expect(review.actions().map(({ kind, undone }) => [kind, undone])).toEqual([
      ['reject', false],
      ['reset', false],
    ]);
  });

  it('own words are exported and marked, and checked: failing ones wait for an approval', async () => {
    const { client, code, text } = first();
    review.edit(client, text.replace('вы ', 'Вы '.toLowerCase()).replace(/\.$/, '. '));
    // Only a space at the end: nothing of the person's own.
    expect(first().state).toBe('new');
    const own = text.replace(/\. (?=[^.]*\.$)/, ' уже сейчас. ');
    expect(review.judge(client, own)).toBeDefined();
    review.edit(client, own);
    expect(first()).toMatchObject({ state: 'edited', text: own, generated: text });
    expect((await csvOf('texts')).find((row) => row.startsWith(`${code},`))).toContain(',edited,');

    review.edit(client, 'СРОЧНО!!!');
    expect(first()).toMatchObject({ state: 'edited', send: false });
    expect(first().findings.map(({ rule }) => rule)).toContain('length');
    expect(await offerOf(code)).toBeUndefined();
    review.approve(client);
    expect(await offerOf(code)).toContain('СРОЧНО!!!');
  });

  it('own words stay over another scoring until their facts change, then are flagged and held', async () => {
    const { client, code, text } = first();
    review.edit(client, text.replace(/\. (?=[^.]*\.$)/, ' уже. '));
    await again({ months: null });
    expect(first().state).toBe('edited');
    await again({ months: 6 });
    const row = review.rows(0, 120).find((one) => one.client === client);
    // With half the benefit a month the client may be offered nothing any more.
    if (row !== undefined) expect(row).toMatchObject({ state: 'changed', send: false });
    expect(await offerOf(code)).toBeUndefined();
    await again({});
    expect(first().state).toBe('edited');
  });

  it('go for the whole list at once, and are taken back at once', () => {
    const { count } = review.view({ ...all, language: 'kk' });
    expect(review.approve('view')).toMatchObject({ kind: 'approve', clients: count, code: '' });
    expect(review.view(all).states).toMatchObject({ approved: count });
    review.undo();
    expect(review.view(all)).toMatchObject({ canUndo: false, canRedo: true });
    expect(review.view(all).states.approved).toBe(0);
  });

  it('an approval is of the text that was seen: another one is sent as if nobody had looked', async () => {
    const { client } = first();
    review.approve(client);
    await again({ language: 'kk', channel: 'sms' });
    expect(review.rows(0, 120).find((one) => one.client === client)).toMatchObject({
      state: 'changed',
      send: true,
    });
  });

  it('belong to the clients they were made about, and go on when those are read again', async () => {
    const own = first().text.replace(/\. (?=[^.]*\.$)/, ' уже. ');
    const [edited, rejected] = review.rows(0, 2).map(({ client }) => client);
    review.edit(edited, own);
    review.reject(rejected);
    await openAgain({ clients: 120, seed: 7 });
    expect(review.rows(0, 2)).toMatchObject([
      { state: 'edited', text: own },
      { state: 'rejected', send: false },
    ]);
    expect(review.actions()).toMatchObject([{ kind: 'restore', clients: 2, undone: false }]);

    // The same codes, but other people have them.
    await openAgain({ clients: 120, seed: 8 });
    const { states, count } = review.view(all);
    expect(states.new).toBe(count);
    await openAgain({ clients: 120, seed: 7 });
    expect(review.view(all).states).toMatchObject({ edited: 1, rejected: 1 });
    desk.clear();
    await openAgain({ clients: 120, seed: 7 });
    expect(review.actions()).toEqual([]);
  });

  it('are kept outside and given back, as one step', async () => {
    const [{ client, text }, second] = review.rows(0, 2);
    review.edit(client, text.replace(/\. (?=[^.]*\.$)/, ' уже. '));
    review.approve(client);
    const kept = JSON.parse(JSON.stringify(review.snapshot())) as KeptDecisions;
    review.reset(client);
    review.reject(second.client);
    const other = review.snapshot();

    expect(review.restore(kept)).toMatchObject({ kind: 'restore', clients: 2, before: null });
    expect(review.snapshot()).toEqual(kept);
    expect(review.view(all).states).toMatchObject({ edited: 1, rejected: 0 });
    review.undo();
    expect(review.snapshot()).toEqual(other);
    expect(review.view(all).states).toMatchObject({ edited: 0, rejected: 1 });

    // Before the files are read: they wait for their clients.
    desk.clear();
    expect(review.restore(kept)).toBeNull();
    await openAgain({ clients: 120, seed: 7 });
    expect(review.snapshot()).toEqual(kept);
    expect(review.view(all).states.edited).toBe(1);
  });

  it('are told to whoever keeps a record', async () => {
    const heard: ReviewAction[] = [];
    const advised = await adviseSources(demoSources(60, 7), standard);
    const recorded = new TextReview(
      () => advised,
      (action) => heard.push(action),
    );
    recorded.opened();
    await recorded.survey(silent);
    recorded.view(all);
    recorded.reject(recorded.rows(0, 1)[0].client);
    recorded.undo();
    expect(heard.map(({ kind, undone }) => [kind, undone])).toEqual([
      ['reject', false],
      ['reject', true],
    ]);
  });
});

describe('templates', () => {
  const variant = LANGUAGE_PACKS.ru.products['travel-card'].variants[0];
  const request: PreviewRequest = {
    product: 'travel-card',
    language: 'ru',
    channel: 'push',
    topic: LANGUAGE_PACKS.ru.products['travel-card'].topic,
    variant,
  };

  it('show what real clients would read, shortest to longest', () => {
    const preview = desk.templates.preview(request)!;
    expect(preview).toMatchObject({ offered: true, faults: [] });
    expect(preview.good).toBe(preview.clients);
    expect(preview.examples.map(({ kind }) => kind)).toEqual(['shortest', 'typical', 'longest']);
    const lengths = preview.examples.map(({ length }) => length);
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
  });

  it('say what is wrong with a broken one, and never throw', () => {
    const broken = (hook: string) =>
      desk.templates.preview({ ...request, variant: { ...variant, hook: [hook] } })!;
    expect(broken('в {mnth} вы')).toMatchObject({
      faults: [{ code: 'unknown-placeholder', path: 'hook[0]', text: 'mnth' }],
      good: 0,
    });
    expect(broken('{').faults[0].code).toBe('unclosed-brace');
    expect(broken('Вы СРОЧНО!!! {sum}.').examples[0].kind).toBe('failing');
    expect(desk.templates.preview({ ...request, product: 'constructor' })).toBeNull();
  });

  it('name every placeholder with its forms', () => {
    const { placeholders } = desk.templates.book().languages.ru;
    const named = new Map(placeholders.map((one) => [one.name, one]));
    expect(named.get('раз')).toMatchObject({ fact: 'n', forms: ['раз', 'раза'] });
    expect(named.get('month_prep')?.forms).toHaveLength(12);
    expect(named.get('sum')).toMatchObject({ takesSuffix: true, forms: [] });
  });

  it('of the catalogue replace the shipped ones, in the export too', async () => {
    const own = { ...LANGUAGE_PACKS.ru.products['travel-card'] };
    const cta = 'Узнать лимит';
    const texts = {
      ru: { 'travel-card': { ...own, variants: own.variants.map((one) => ({ ...one, cta })) } },
    };
    const checked = desk.checkCatalogue(JSON.stringify({ ...standard, texts }));
    expect(checked.ok).toBe(true);
    if (!checked.ok) return;
    desk.rescore({ ...settings, catalogue: checked.value });
    const travel = (await csvOf('offers')).filter((row) => /Карта для путешествий/.test(row));
    const russian = travel.filter((row) => /[ыэ]/.test(row) && !/[әқғңөұүһі]/.test(row));
    expect(russian.length).toBeGreaterThan(0);
    for (const row of russian) expect(row).toContain(cta);
  });
});
