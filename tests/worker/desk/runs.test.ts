import { parse } from 'papaparse';
import { beforeEach, describe, expect, it } from 'vitest';
import { seed } from '../../../src/presets/catalogues/seed.ts';
import type { ClientRow } from '../../../src/worker/contract.ts';
import type { DeskService } from '../../../src/worker/desk/desk-service.ts';
import { demoDesk, EVERYBODY, openDemo, SETTINGS } from './demo-desk.ts';

let desk: DeskService;
beforeEach(async () => {
  desk = demoDesk();
  await openDemo(desk);
});

const everybody = (): readonly ClientRow[] => desk.rows(0, desk.view(EVERYBODY).count);
const worth = ({ send, expected }: ClientRow): number => (send ? (expected ?? 0) : 0);

describe('a kept run', () => {
  it('is compared with nothing until something else is there', () => {
    expect(desk.runs.compare()).toBeNull();
    expect(desk.runs.keep()).toMatchObject({ count: 150, catalogue: SETTINGS.catalogue.title });
    expect(desk.runs.compare()).toBeNull();
    desk.rescore({ ...SETTINGS, catalogue: seed });
    expect(desk.runs.compare()).not.toBeNull();
    desk.runs.drop();
    expect(desk.runs.compare()).toBeNull();
  });

  it('says who is offered something else under another catalogue, as the rows do', () => {
    const before = everybody();
    desk.runs.keep();
    desk.rescore({ ...SETTINGS, catalogue: seed });
    const after = everybody();
    const offerOf = (row: ClientRow, catalogue: typeof SETTINGS.catalogue): string | null =>
      row.send ? catalogue.products[row.product].code : null;
    const switched = after.filter(
      (row, at) => offerOf(row, seed) !== offerOf(before[at], SETTINGS.catalogue),
    );
    const changes = desk.runs.compare()!;
    expect(changes).toMatchObject({ came: 0, left: 0, common: 150, switched: switched.length });
    expect(switched.length).toBeGreaterThan(0);
    expect(changes.switches.reduce((sum, { clients }) => sum + clients, 0)).toBe(switched.length);
    const total = (rows: readonly ClientRow[]): number =>
      rows.reduce((sum, row) => sum + worth(row), 0);
    expect(changes.after.expectedTotal - changes.before.expectedTotal).toBeCloseTo(
      total(after) - total(before),
    );
    for (const mover of changes.movers) {
      const at = after.findIndex(({ client }) => client === mover.client);
      expect(mover.difference).toBeCloseTo(worth(after[at]) - worth(before[at]));
    }
    const sizes = changes.movers.map(({ difference }) => Math.abs(difference));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  it('filters the table: every kind of switch has as many clients as it says', () => {
    desk.runs.keep();
    desk.rescore({ ...SETTINGS, catalogue: seed });
    const { switched, switches } = desk.runs.compare()!;
    const change = { kind: 'switched' } as const;
    expect(desk.view({ ...EVERYBODY, change }).count).toBe(switched);
    for (const { from, to, clients } of switches) {
      const only = { kind: 'switch', from: from?.code ?? null, to: to?.code ?? null } as const;
      expect(desk.view({ ...EVERYBODY, change: only }).count).toBe(clients);
    }
  });

  it('knows who came and who left when other files are opened', async () => {
    const before = new Set(everybody().map(({ code }) => code));
    desk.runs.keep();
    await openDemo(desk, 90, 8);
    const after = everybody().map(({ code }) => code);
    const left = [...before].filter((code) => !after.includes(code));
    const changes = desk.runs.compare()!;
    expect(changes.left).toBe(left.length);
    expect(changes.came).toBe(after.filter((code) => !before.has(code)).length);
    expect(changes.common + changes.came).toBe(after.length);
    expect(changes.leavers.every(({ code }) => left.includes(code))).toBe(true);

    const { blob, rows } = desk.runs.exportChanges();
    const { data } = parse<Record<string, string>>((await blob.text()).trim(), { header: true });
    expect(data).toHaveLength(rows);
    expect(rows).toBe(changes.switched + changes.came + changes.left);
    expect(data.filter((row) => row['change'] === 'left')).toHaveLength(left.length);
    const codes = data.map((row) => Number(row['client_code']));
    expect(codes).toEqual([...codes].sort((a, b) => a - b));
  });
});
