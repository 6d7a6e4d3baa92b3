import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DataFolder } from '../../../src/server/data/data-folder.ts';
import { tempFolder } from '../tools/test-server.ts';

const opened = async (path: string): Promise<DataFolder> => {
  const folder = await DataFolder.open(path);
  if (!folder.ok) throw new Error(folder.fault);
  onTestFinished(() => folder.value.close());
  return folder.value;
};

const fault = async (path: string): Promise<string> => {
  const folder = await DataFolder.open(path);
  return folder.ok ? '' : folder.fault;
};

const arrive = (folder: DataFolder, name: string, text = name) => {
  const path = folder.newPath();
  writeFileSync(path, text);
  return { path, name, bytes: text.length, records: 1 };
};

const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);
const DEAD = '999999999';

describe('a data folder', () => {
  it('is private, also when it was there before', async () => {
    const path = join(tempFolder(), 'a/b');
    const folder = await opened(path);
    expect([mode(path), mode(join(path, 'index.json')), mode(join(path, 'uploads'))]).toEqual([
      '700',
      '600',
      '700',
    ]);
    await folder.close();
    const loose = tempFolder();
    mkdirSync(join(loose, 'data'), { mode: 0o755 });
    await opened(join(loose, 'data'));
    expect(mode(join(loose, 'data'))).toBe('700');
  });

  it('keeps what arrives, under names of its own', async () => {
    const path = join(tempFolder(), 'data');
    const folder = await opened(path);
    await folder.keepFiles('clients', [arrive(folder, 'a.csv'), arrive(folder, 'a.csv')], false);
    await folder.keepFiles('transfers', [arrive(folder, 'a.csv')], false);
    await folder.keepFiles('clients', [arrive(folder, 'b.csv')], true);
    expect(folder.files.clients.map(({ name }) => name)).toEqual(['a.csv', 'a.csv (2)', 'b.csv']);
    expect(folder.files.transfers.map(({ name }) => name)).toEqual(['a.csv (3)']);
    expect(readFileSync(folder.pathOf(folder.files.clients[2].id), 'utf8')).toBe('b.csv');
    expect(readdirSync(join(path, 'incoming'))).toEqual([]);
    await folder.keepFiles('clients', [arrive(folder, 'c.csv')], false);
    expect(readdirSync(join(path, 'uploads'))).toHaveLength(2);
    await folder.close();
    const again = await opened(path);
    expect(again.files.clients.map(({ name }) => name)).toEqual(['c.csv']);
  });

  it('sweeps away whatever the index does not name, at every start', async () => {
    const path = join(tempFolder(), 'data');
    const first = await opened(path);
    await first.keepFiles('clients', [arrive(first, 'kept.csv')], false);
    // What a killed process leaves: half an upload, a moved file not yet named, half an index.
    arrive(first, 'half.csv');
    writeFileSync(first.pathOf('moved'), 'not named yet');
    mkdirSync(join(path, 'results/half'));
    writeFileSync(join(path, 'index.json.new'), '{"version":');
    writeFileSync(join(path, 'lock'), DEAD);
    const second = await opened(path);
    expect(second.files.clients.map(({ name }) => name)).toEqual(['kept.csv']);
    const left = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter(
      (name) => !name.startsWith('lock'),
    );
    expect(left.sort()).toEqual([
      'incoming',
      'index.json',
      'results',
      'uploads',
      `uploads/${second.files.clients[0].id}`,
    ]);
  });

  it('starts right from the pieces of an interrupted first start', async () => {
    for (const pieces of [[], ['lock'], ['lock', 'index.json.new']]) {
      const path = tempFolder();
      for (const name of pieces) writeFileSync(join(path, name), name === 'lock' ? DEAD : '{"ver');
      expect((await opened(path)).files.clients).toEqual([]);
    }
  });

  it('forgets files that were cut or taken away behind its back', async () => {
    const path = join(tempFolder(), 'data');
    const first = await opened(path);
    await first.keepFiles('clients', [arrive(first, 'a.csv'), arrive(first, 'b.csv')], false);
    writeFileSync(first.pathOf(first.files.clients[0].id), 'a');
    await first.close();
    expect((await opened(path)).files.clients.map(({ name }) => name)).toEqual(['b.csv']);
  });

  it('keeps replaced files as long as they are being read', async () => {
    const folder = await opened(join(tempFolder(), 'data'));
    await folder.keepFiles('clients', [arrive(folder, 'old.csv')], false);
    await folder.reading(async ([old]) => {
      await folder.keepFiles('clients', [arrive(folder, 'new.csv')], false);
      expect(existsSync(folder.pathOf(old.id))).toBe(true);
    });
    expect(readdirSync(join(folder.path, 'uploads'))).toEqual([folder.files.clients[0].id]);
  });

  it('forgets everything', async () => {
    const folder = await opened(join(tempFolder(), 'data'));
    await folder.keepFiles('clients', [arrive(folder, 'a.csv')], false);
    const results = folder.newPath();
    mkdirSync(results);
    await folder.keepResult(results);
    expect(existsSync(folder.result!)).toBe(true);
    await folder.clear();
    expect([folder.result, folder.files.clients]).toEqual([null, []]);
    expect(readdirSync(folder.path, { recursive: true }).sort()).toEqual([
      'incoming',
      'index.json',
      'lock',
      'results',
      'uploads',
    ]);
  });
});

describe('a folder that is not for the server', () => {
  it('with other files in it is left as it is', async () => {
    const path = tempFolder();
    mkdirSync(join(path, 'uploads'), { mode: 0o755 });
    writeFileSync(join(path, 'uploads/thesis.txt'), 'mine');
    expect(await fault(path)).toMatch(/holds other files: name another one in VYGODA_DATA/);
    expect(readFileSync(join(path, 'uploads/thesis.txt'), 'utf8')).toBe('mine');
    expect(readdirSync(path)).toEqual(['uploads']);
  });

  it('behind a link, or of another version, or in use', async () => {
    const path = join(tempFolder(), 'data');
    const folder = await opened(path);
    const link = join(tempFolder(), 'link');
    symlinkSync(path, link);
    expect(await fault(link)).toMatch(/belongs to somebody else/);
    await folder.close();
    writeFileSync(join(path, 'index.json'), '{"version":2}');
    expect(await fault(path)).toMatch(/written by another version/);
    writeFileSync(join(path, 'index.json'), 'not json');
    expect(await fault(path)).toMatch(/written by another version/);
    expect(readdirSync(path)).not.toContain('lock');
  });
});

describe('the lock', () => {
  const locked = async (owner: string, ageMs: number): Promise<string> => {
    const path = join(tempFolder(), 'data');
    await (await opened(path)).close();
    writeFileSync(join(path, 'lock'), owner);
    const then = new Date(Date.now() - ageMs);
    utimesSync(join(path, 'lock'), then, then);
    const folder = await DataFolder.open(path);
    if (folder.ok) await folder.value.close();
    return folder.ok ? '' : folder.fault;
  };

  it('holds while its process lives and touches it', async () => {
    expect(await locked(String(process.ppid), 0)).toContain(`in use by process ${process.ppid}`);
    expect(await locked(String(process.ppid), 60_000)).toBe('');
    expect(await locked(DEAD, 0)).toBe('');
    expect(await locked('', 0)).toBe('');
    // After a kill in a container the next process often has the same number.
    expect(await locked(String(process.pid), 0)).toBe('');
  });
});
