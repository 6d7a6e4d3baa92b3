import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { NO_CHOICES } from '../../../src/engine/ingest/reading-choices.ts';
import { case2025 } from '../../../src/presets/catalogues/case-2025.ts';
import { seed } from '../../../src/presets/catalogues/seed.ts';
import { standard } from '../../../src/presets/catalogues/standard.ts';
import type { ExportRequest, Project, Settings } from '../../../src/worker/contract.ts';
import type { DeskService } from '../../../src/worker/desk/desk-service.ts';
import { builtText } from './built-file.ts';
import { demoDesk, openDemo, SETTINGS } from './demo-desk.ts';

const project: Project = {
  format: 3,
  program: '0.1.0',
  savedAt: '2026-11-23T00:00:00.000Z',
  sources: [{ name: 'clients.csv', bytes: 9, sha256: null }],
  sample: null,
  work: {
    ...{ catalogue: standard, fx: SETTINGS.fx, language: 'kk', channel: 'push', months: 3 },
    ...{ reading: NO_CHOICES, holdings: { kind: 'none' }, suppressed: [] },
    texts: {
      approved: { clients: [], seen: [] },
      rejected: { clients: [], seen: [] },
      edited: [],
    },
  },
  journal: [],
};
const WHATS = ['offers', 'texts', 'table', 'benefits', 'top', 'report'] as const;

/** Every export there is, as text. */
const exportsOf = async (desk: DeskService): Promise<string[]> => {
  const made: string[] = [];
  for (const what of WHATS) {
    const request: ExportRequest = {
      ...{ what, scope: 'all', format: what === 'report' ? 'json' : 'csv' },
      ...{ delimiter: ',', bom: true },
    };
    made.push(await builtText(desk, request));
  }
  return made;
};
const scored = async (desk: DeskService, settings: Settings): Promise<string[]> => {
  expect(desk.rescore(settings).ok).toBe(true);
  return exportsOf(desk);
};

let full: DeskService;
let file: Blob;

beforeEach(async () => {
  full = demoDesk();
  await openDemo(full, 80);
  file = await full.project.write(project, true);
});

/** A desk that never saw a file, with the clients of the project. */
const opened = async (): Promise<DeskService> => {
  const desk = demoDesk();
  expect(await desk.project.read(file)).toEqual({ ok: true, value: { project, hasClients: true } });
  expect((await desk.project.openClients(SETTINGS)).outcome).toBe('ready');
  return desk;
};

describe('a project with its clients', () => {
  it('gives every export as the files do, whatever is changed afterwards', async () => {
    const desk = await opened();
    expect(await exportsOf(desk)).toEqual(await exportsOf(full));
    for (const catalogue of [case2025, seed, standard]) {
      const settings = { ...SETTINGS, catalogue };
      expect(await scored(desk, settings)).toEqual(await scored(full, settings));
    }
    const other = { ...SETTINGS, fx: { USD: 700 }, months: 5, language: 'kk' } as const;
    const before = await exportsOf(desk);
    expect(await scored(desk, other)).toEqual(await scored(full, other));
    expect(await exportsOf(desk)).not.toEqual(before);
  }, 30_000);

  it('is written again as it was', async () => {
    const desk = await opened();
    const again = await desk.project.write(project, true);
    const third = demoDesk();
    await third.project.read(again);
    await third.project.openClients(SETTINGS);
    expect(await exportsOf(third)).toEqual(await exportsOf(full));
  });

  it('says that the files are not there when a row is asked for', async () => {
    const { reread } = await opened();
    const fault = { ok: false, fault: { code: 'files-not-here' } };
    const all = { kind: null, what: null, direction: null, month: null };
    const quiet = (): void => undefined;
    expect(await reread.records('loaded', 'clients.csv', 1, 1)).toMatchObject(fault);
    expect(await reread.rejected(null, {}, quiet)).toMatchObject(fault);
    expect(await reread.ofClient(0, all, quiet)).toMatchObject(fault);
  });

  it('leaves what is loaded as it was when it is damaged', async () => {
    const before = await exportsOf(full);
    const bytes = new Uint8Array(await file.arrayBuffer());
    bytes[bytes.length - 9] ^= 1;
    const read = await full.project.read(new Blob([bytes]));
    expect(read).toMatchObject({ ok: false, fault: { code: 'damaged' } });
    expect(await full.project.openClients(SETTINGS)).toEqual({ outcome: 'cancelled' });
    expect(await exportsOf(full)).toEqual(before);
  });

  it('holds no clients unless they were asked for', async () => {
    const without = await full.project.write(project, false);
    expect(without.size).toBeLessThan(file.size / 2);
    const read = await demoDesk().project.read(without);
    expect(read).toMatchObject({ ok: true, value: { hasClients: false } });
  });

  it('is opened as earlier versions wrote it', async () => {
    const path = join(import.meta.dirname, '../../fixtures/projects/format-3.vygoda');
    const desk = demoDesk();
    const read = await desk.project.read(new Blob([new Uint8Array(readFileSync(path))]));
    expect(read).toMatchObject({ ok: true, value: { hasClients: true } });
    const stands = await desk.project.openClients(SETTINGS);
    expect(stands).toMatchObject({ outcome: 'ready', report: { totals: { clients: 12 } } });
    expect((await exportsOf(desk))[0].split('\n').length).toBeGreaterThan(12);
  });
});
