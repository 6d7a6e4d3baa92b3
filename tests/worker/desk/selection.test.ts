import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'papaparse';
import type { DeskService } from '../../../src/worker/desk/desk-service.ts';
import { builtText } from './built-file.ts';
import { demoDesk, EVERYBODY, openDemo, SETTINGS } from './demo-desk.ts';

let desk: DeskService;
beforeEach(async () => {
  desk = demoDesk();
  await openDemo(desk);
});

const exported = async (scope: 'all' | 'selection', what: 'offers' | 'table' = 'offers') => {
  const wish = { what, scope, format: 'csv', delimiter: ',', bom: false } as const;
  const text = await builtText(desk, wish);
  return parse<Record<string, string>>(text.trim(), { header: true }).data;
};

describe('choosing', () => {
  it('ticks ranges of the view, and says what they come to', () => {
    desk.view({ ...EVERYBODY, sort: 'expected', descending: true });
    desk.selection.choose(0, 10, true);
    const totals = desk.selection.choose(3, 5, false);
    expect(totals).toMatchObject({ count: 8, inView: 8, suppressed: 0 });
    const rows = desk.rows(0, 12);
    expect(rows.map(({ chosen }) => Number(chosen))).toEqual([1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 0, 0]);
    const sent = rows.filter(({ chosen, send }) => chosen && send);
    expect(totals.offers).toBe(sent.length);
    expect(totals.expectedTotal).toBeCloseTo(
      sent.reduce((sum, { expected }) => sum + (expected ?? 0), 0),
    );
  });

  it('takes all of a filter, and keeps who is chosen outside of it', () => {
    desk.view(EVERYBODY);
    desk.selection.choose(0, 1, true);
    const { count } = desk.view({ ...EVERYBODY, cities: [1] });
    const before = desk.selection.totals();
    const after = desk.selection.chooseView(true);
    expect(after.inView).toBe(count);
    expect(after.count).toBe(count + before.count - before.inView);
    expect(desk.selection.chooseView(false).inView).toBe(0);
    expect(desk.selection.clear().count).toBe(0);
  });

  it('is forgotten with the clients it was about', async () => {
    desk.selection.chooseView(true);
    await openDemo(desk, 20);
    expect(desk.selection.totals().count).toBe(0);
    desk.clear();
    expect(desk.selection.totals().count).toBe(0);
    expect(desk.selection.codes()).toBe('');
  });

  it('gives the codes and the export of those chosen, in natural order', async () => {
    desk.view({ ...EVERYBODY, descending: true });
    desk.selection.choose(0, 3, true);
    const codes = desk.selection.codes().trim().split('\n');
    expect(codes).toEqual(['148', '149', '150']);
    const table = await exported('selection', 'table');
    expect(table.map((row) => row['client_code'])).toEqual(codes);
  });
});

describe('taking clients off the mailing', () => {
  const chooseOffered = (): number => {
    const { count } = desk.view({ ...EVERYBODY, send: true, products: [0] });
    desk.selection.chooseView(true);
    desk.view(EVERYBODY);
    return count;
  };

  it('takes them out of the offers and out of the sums, and says before and after', async () => {
    const all = await exported('all');
    const count = chooseOffered();
    const change = desk.mailing.suppress('selection', true);
    expect(change).toMatchObject({ suppressed: true, clients: count });
    expect(change.after.offers).toBe(change.before.offers - count);
    expect(await exported('all')).toHaveLength(all.length - count);
    expect(await exported('selection')).toEqual([]);
    const table = await exported('selection', 'table');
    expect(new Set(table.map((row) => row['no_offer_reason']))).toEqual(new Set(['suppressed']));
    expect(desk.statistics('all').noOffer.at(-1)).toEqual({ reason: 'suppressed', clients: count });
    expect(desk.view({ ...EVERYBODY, noOffer: ['suppressed'] }).count).toBe(count);
  });

  it('puts back exactly what was there', async () => {
    const before = await exported('all');
    chooseOffered();
    desk.mailing.suppress('selection', true);
    expect(desk.mailing.suppress('selection', true).clients).toBe(0);
    desk.mailing.suppress('selection', false);
    expect(await exported('all')).toEqual(before);
  });

  it('outlives another scoring, and leaves the reason of who has no offer anyway', () => {
    const held = desk.view({ ...EVERYBODY, send: false }).count;
    desk.view(EVERYBODY);
    desk.selection.chooseView(true);
    desk.mailing.suppress('selection', true);
    expect(desk.view({ ...EVERYBODY, noOffer: ['suppressed'] }).count).toBe(150 - held);
    desk.rescore(SETTINGS);
    expect(desk.view({ ...EVERYBODY, noOffer: ['suppressed'] }).count).toBe(150 - held);
    expect(desk.client(desk.rows(0, 1)[0].client).row.send).toBe(false);
  });

  it('goes on for the same clients read again, and says nothing about others of the same code', async () => {
    const names = desk.rows(0, 150).map(({ code, name }) => `${code} ${name}`);
    desk.mailing.suppress([0, 1, 2], true);
    const codes = desk.mailing.suppressedCodes();
    expect(codes).toHaveLength(3);
    await openDemo(desk);
    expect(desk.mailing.suppressedCodes()).toEqual(codes);

    desk.view(EVERYBODY);
    desk.selection.chooseView(true);
    desk.mailing.suppress('selection', true);
    await desk.openDemo({ clients: 150, seed: 77 }, SETTINGS, () => undefined);
    desk.view(EVERYBODY);
    const same = desk.rows(0, 150).filter(({ code, name }) => names.includes(`${code} ${name}`));
    expect(desk.mailing.suppressedCodes()).toHaveLength(same.length);
    expect(same.length).toBeLessThan(30);
  });

  it('is taken back and done again by code, unknown codes passed over', () => {
    const before = desk.view({ ...EVERYBODY, send: true }).count;
    const { codes } = desk.mailing.suppress([5, 6], true);
    expect(desk.mailing.suppressCodes([...codes, 'nobody'], false).clients).toBe(2);
    expect(desk.view({ ...EVERYBODY, send: true }).count).toBe(before);
    expect(desk.mailing.suppressCodes(codes, true).codes).toEqual(codes);
    expect([...desk.mailing.suppressedCodes()].sort()).toEqual([...codes].sort());
  });
});
