import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_CHOICES } from '../../src/engine/ingest/reading-choices.ts';
import { catalogues } from '../../src/presets/catalogues/index.ts';
import { EXAMPLE_FX } from '../../src/presets/fx.ts';
import { MAX_FILE, readProjectFile, writeProjectFile } from '../../src/project/project-file.ts';
import type { Project } from '../../src/project/project.ts';
import { fileTools } from '../../src/worker/file-tools.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/projects');

const project: Project = {
  format: 3,
  program: '0.1.0',
  savedAt: '2026-11-23T00:00:00.000Z',
  sources: [
    { name: 'clients.csv', bytes: 12, sha256: null },
    { name: '=cmd|"<img src=x>.csv', bytes: 0, sha256: 'ab'.repeat(32) },
  ],
  sample: { clients: 300, seed: 2025 },
  work: {
    catalogue: catalogues[1],
    fx: EXAMPLE_FX.rates,
    language: 'kk',
    channel: 'sms',
    months: 3,
    reading: { ...NO_CHOICES, delimiter: ';', headings: { Клиент: 'client_code', Лишнее: null } },
    holdings: { kind: 'file', name: 'held.csv', text: 'client_code,product\n1,Депозит\n' },
    suppressed: ['7', '000007', '=cmd'],
    texts: {
      approved: { clients: [12], seen: [99] },
      rejected: { clients: [], seen: [] },
      edited: [{ client: 13, seen: 98, verdict: null, text: '<b>{{x}}', facts: '[]' }],
    },
  },
  journal: [
    {
      at: '2026-11-23T00:00:00.000Z',
      kind: 'change',
      of: null,
      changes: [{ path: ['catalogue', 'rules', 'minMonths'], before: 2, after: 3 }],
    },
  ],
};

const text = (value: unknown): string => JSON.stringify(value);
/** A file with any text inside, its checksum right. */
const fileOf = (json: string, format = '3'): Uint8Array<ArrayBuffer> => {
  const packed = new Uint8Array(gzipSync(json));
  const head = Buffer.from(`vygoda-project ${format} ${fileTools.digest(packed)}\n`);
  return new Uint8Array(Buffer.concat([head, packed]));
};
const refusal = async (file: Uint8Array<ArrayBuffer>): Promise<unknown> => {
  const read = await readProjectFile(file, fileTools);
  return read.ok ? 'accepted' : read.fault.flaw === null ? read.fault.code : read.fault.flaw;
};

describe('a project file', () => {
  it('gives back what was put in', async () => {
    for (const clients of [null, new Uint8Array([0, 1, 2, 255])]) {
      const file = await writeProjectFile({ project, clients }, fileTools);
      const read = await readProjectFile(file, fileTools);
      expect(read).toEqual({ ok: true, value: { project, clients } });
    }
  });

  it.each([1, 2, 3])('of format %i is opened', async (format) => {
    const file = new Uint8Array(readFileSync(join(FIXTURES, `format-${String(format)}.vygoda`)));
    const read = await readProjectFile(file, fileTools);
    expect(read).toMatchObject({
      ok: true,
      value: { project: { work: { language: 'kk', months: 3 } } },
    });
  });

  it('is refused when a byte of it is another one, or it is cut', async () => {
    const clients = new Uint8Array(500).map((_, at) => at * 7);
    const file = await writeProjectFile({ project, clients }, fileTools);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(file.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const changed = file.slice();
          changed[at] ^= by;
          expect(['damaged', 'not-a-project', 'newer']).toContain(await refusal(changed));
          expect(['damaged', 'not-a-project']).toContain(await refusal(file.slice(0, at)));
        },
      ),
    );
  });
});

describe('a hostile project file', () => {
  const bend = (from: string, to: string): Uint8Array<ArrayBuffer> => {
    const whole = text(project);
    expect(whole).toContain(from);
    return fileOf(whole.replace(from, to));
  };

  it('is told apart from a newer one', async () => {
    expect(await refusal(fileOf(text(project), '4'))).toBe('newer');
    expect(await refusal(new Uint8Array(Buffer.from('PK\x03\x04')))).toBe('not-a-project');
    expect(await refusal(fileOf('no json'))).toBe('damaged');
  });

  it('cannot unpack to more than a project is, or nest deeper', async () => {
    // 300 MB of spaces in 300 KB.
    expect(await refusal(fileOf(' '.repeat(300 * 1024 * 1024)))).toBe('too-large');
    expect(await refusal(fileOf('['.repeat(100_000)))).toBe('too-deep');
    expect(await refusal(new Uint8Array(MAX_FILE + 1))).toBe('too-large');
    const head = `vygoda-project 3 ${'0'.repeat(64)} 99999999\n`;
    expect(await refusal(new Uint8Array(Buffer.from(head)))).toBe('too-large');
  }, 60_000);

  it.each([
    ['"work":{', '"work":{"__proto__":{"months":1},', 'work', 'forbidden-key'],
    ['"fx":{', '"fx":{"__proto__":1,', 'work.fx', 'forbidden-key'],
    ['"language":"kk"', '"language":"<b>"', 'work.language', 'not-one-of'],
    ['"months":3', '"months":1e9', 'work.months', 'out-of-range'],
    ['"journal":[', '"journal":[7,', 'journal[0]', 'wrong-type'],
    ['"sources":[', '"sources":[null,', 'sources[0]', 'wrong-type'],
    ['"suppressed":["7"', '"suppressed":[7', 'work.suppressed[0]', 'wrong-type'],
    ['"approved":{"clients":[12]', '"approved":{"clients":[]', 'work.texts.approved', 'wrong-form'],
    ['"verdict":null', '"verdict":"sent"', 'work.texts.edited[0].verdict', 'not-one-of'],
    ['"clients":300', '"clients":1e9', 'sample.clients', 'out-of-range'],
    ['"bytes":12', '"bytes":-1', 'sources[0].bytes', 'out-of-range'],
    ['"program":"0.1.0"', '"program":"0.1.0","more":1', 'more', 'unknown-key'],
    ['"minMonths":', '"minMonths":"x","y":', 'work.catalogue.rules.y', 'unknown-key'],
  ])('with %s → %s is refused by name', async (from, to, path, code) => {
    expect(await refusal(bend(from, to))).toEqual({ path, code });
    expect(({} as Record<string, unknown>).months).toBeUndefined();
  });

  it('says so when a list is longer than any work', async () => {
    const journal = Array.from({ length: 100_001 }, () => project.journal[0]);
    expect(await refusal(fileOf(text({ ...project, journal })))).toEqual({
      path: 'journal',
      code: 'too-many',
    });
  });
});
