import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeFile } from '../../../src/worker/sources/node-file.ts';
import { findFiles } from '../../../src/worker/sources/node-find-files.ts';
import { nodeSources } from '../../../src/worker/sources/node-sources.ts';
import { textOf } from './memory-host.ts';
import { zipFile } from './zip-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vygoda-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
};

describe('a file on disk', () => {
  const LONG = Array.from({ length: 400_000 }, (_, i) => String(i)).join('\n');

  it('is read in any range, in chunks that are whole until the next one', async () => {
    const file = nodeFile(write('a', LONG), 'a.csv', LONG.length);
    expect(file).toMatchObject({ name: 'a.csv', size: LONG.length });
    expect(await textOf(file)).toBe(LONG);
    expect(await textOf(file, 1_000_000, 2_500_000)).toBe(LONG.slice(1_000_000, 2_500_000));
    expect(await textOf(file, 5, 10)).toBe(LONG.slice(5, 10));
    expect(await textOf(file, LONG.length - 3, LONG.length + 100)).toBe(LONG.slice(-3));
    expect(await textOf(file, 7, 7)).toBe('');
  });

  it('may be left in the middle', async () => {
    const file = nodeFile(write('a', LONG), 'a', LONG.length);
    for await (const chunk of file.read()) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    expect(await textOf(file, 0, 1)).toBe('0');
  });

  it('that is gone, or shorter than it was, is a fault', async () => {
    const missing = nodeFile(join(folder, 'none'), 'none.csv', 10);
    await expect(textOf(missing)).rejects.toMatchObject({
      fault: { code: 'file-unreadable', file: 'none.csv', text: 'ENOENT' },
    });
    const path = write('a', LONG);
    truncateSync(path, 100);
    await expect(textOf(nodeFile(path, 'a', LONG.length))).rejects.toMatchObject({
      fault: { code: 'file-unreadable', file: 'a' },
    });
  });
});

describe('paths', () => {
  it('lead to files and into folders, in order of name', async () => {
    write('data/b.csv', 'b');
    write('data/a/c.csv', 'c');
    write('data/.hidden/d.csv', 'd');
    write('data/Thumbs.db', 'e');
    const named = write('.x.csv', 'f');
    const { files, faults } = await findFiles([named, join(folder, 'data')]);
    expect(faults).toEqual([]);
    expect(files.map(({ spec, nested }) => [spec.name.slice(folder.length), nested])).toEqual([
      ['/.x.csv', false],
      ['/data/a/c.csv', true],
      ['/data/b.csv', true],
    ]);
  });

  it('that lead round in a circle end', async () => {
    write('data/a.csv', 'a');
    symlinkSync(join(folder, 'data'), join(folder, 'data/again'));
    const { files } = await findFiles([join(folder, 'data')]);
    expect(files.length).toBe(1);
  });

  it('that lead nowhere are faults', async () => {
    symlinkSync(join(folder, 'none'), join(folder, 'dangling'));
    const { files, faults } = await findFiles([join(folder, 'none'), folder, '/dev/null']);
    expect(files).toEqual([]);
    expect(faults.map(({ file, text }) => [file.split('/').at(-1), text])).toEqual([
      ['none', 'ENOENT'],
      ['dangling', 'ENOENT'],
      ['null', ''],
    ]);
  });
});

describe('nodeSources', () => {
  it('opens everything, archives too', async () => {
    write('data/a.csv', 'a');
    write('data/b.zip', zipFile([{ path: 'c.csv', bytes: 'c' }]));
    const sources = await nodeSources([join(folder, 'data')]);
    if (!sources.ok) throw new Error(sources.fault.code);
    const texts = await Promise.all(sources.value.map((source) => textOf(source)));
    expect(texts).toEqual(['a', 'c']);
    expect(sources.value.map(({ nested }) => nested)).toEqual([true, true]);
  });

  it('refuses when a path leads nowhere', async () => {
    const sources = await nodeSources([join(folder, 'none')]);
    expect(sources).toMatchObject({ ok: false, fault: { code: 'file-unreadable' } });
  });
});
