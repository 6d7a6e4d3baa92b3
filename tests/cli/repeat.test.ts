import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { readRepeatOptions } from '../../src/cli/repeat/repeat-options.ts';
import { runRepeat } from '../../src/cli/repeat/run-repeat.ts';
import { runScore } from '../../src/cli/run-score.ts';
import { readScoreOptions } from '../../src/cli/score-options.ts';
import { demoFiles } from '../../src/presets/demo/demo-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'vygoda-repeat-'));
const at = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(at(name), 'utf8');

/** A folder as a bank has it: one file packed, one below, one that is no table. */
beforeAll(async () => {
  const { clients, transactions, transfers } = demoFiles({ clients: 60, seed: 3 });
  mkdirSync(at('exports/months'), { recursive: true });
  writeFileSync(at('exports/clients.csv'), clients);
  writeFileSync(at('exports/months/transactions.csv.gz'), gzipSync(transactions));
  writeFileSync(at('exports/months/transfers.csv'), transfers);
  writeFileSync(at('exports/notes.txt'), 'no table at all');
  writeFileSync(
    at('held.csv'),
    'client_code,product\n1,Кредитная карта\n2,Депозит сберегательный\n',
  );
  const flags = {
    language: 'kk',
    fx: 'USD=500',
    months: '4',
    catalogue: 'case-2025',
    threads: '1',
  };
  const files = { holdings: at('held.csv'), out: at('offers.csv'), manifest: at('manifest.json') };
  const options = readScoreOptions({ ...flags, ...files }, [at('exports')]);
  expect(options.ok && (await runScore(options.value))).toEqual({ ok: true, value: null });
});

const repeat = async (manifest: string, out: string, ...paths: string[]) => {
  const options = readRepeatOptions({ out: at(out), threads: '1' }, [at(manifest), ...paths]);
  return options.ok ? runRepeat(options.value) : options;
};
/** The manifest with a part of it changed. */
const bent = (name: string, change: (manifest: Record<string, never>) => void): string => {
  const manifest = JSON.parse(read('manifest.json')) as Record<string, never>;
  change(manifest);
  writeFileSync(at(name), JSON.stringify(manifest));
  return name;
};

describe('vygoda repeat', () => {
  it('makes the same bytes from the same files, wherever they lie now', async () => {
    mkdirSync(at('moved'));
    for (const [from, to] of [
      ['exports/clients.csv', 'moved/a.csv'],
      ['exports/months/transactions.csv.gz', 'moved/b.bin'],
      ['exports/months/transfers.csv', 'moved/c.csv'],
      ['exports/notes.txt', 'moved/d.txt'],
      ['held.csv', 'moved/not-of-the-manifest.csv'],
    ] as const) {
      writeFileSync(at(to), readFileSync(at(from)));
    }
    expect(await repeat('manifest.json', 'again.csv', at('moved'))).toEqual({
      ok: true,
      value: null,
    });
    expect(read('again.csv')).toBe(read('offers.csv'));
    expect(read('offers.csv').split('\n').length).toBeGreaterThan(30);
  });

  it('says which file is another one, or is not there, and writes nothing', async () => {
    mkdirSync(at('other'));
    for (const name of ['months/transactions.csv.gz', 'months/transfers.csv', 'notes.txt']) {
      writeFileSync(
        at(`other/${name.replace('months/', '')}`),
        readFileSync(at(`exports/${name}`)),
      );
    }
    const gone = await repeat('manifest.json', 'none.csv', at('other'));
    expect(gone).toMatchObject({
      ok: false,
      fault: expect.stringMatching(
        /"clients\.csv": no file given has its SHA-256 [0-9a-f]{64}$/,
      ) as string,
    });
    writeFileSync(at('other/clients.csv'), `${read('exports/clients.csv')}\n`);
    const changed = await repeat('manifest.json', 'none.csv', at('other'));
    expect(changed).toMatchObject({
      ok: false,
      fault: expect.stringContaining(
        '"clients.csv" is not the file the manifest was made with',
      ) as string,
    });
    expect(existsSync(at('none.csv'))).toBe(false);
  });

  it('does not pass off another result as the same', async () => {
    const rates = bent(
      'rates.json',
      ({ work }) => ((work as { fx: object }).fx = { KZT: 1, USD: 90 }),
    );
    expect(await repeat(rates, 'none.csv', at('exports'))).toMatchObject({
      ok: false,
      fault: expect.stringContaining('the manifest was changed') as string,
    });
    const older = bent('older.json', (manifest) => {
      Object.assign(manifest, { program: '0.0.1' });
      (manifest.work as { months: number }).months = 9;
    });
    expect(await repeat(older, 'none.csv', at('exports'))).toMatchObject({
      ok: false,
      fault: expect.stringMatching(/version 0\.0\.1 made it, and this is \d/) as string,
    });
    expect(existsSync(at('none.csv'))).toBe(false);
  });

  it('refuses what is no manifest, by name', async () => {
    expect(await repeat('held.csv', 'none.csv')).toMatchObject({
      fault: expect.stringContaining('it is no manifest') as string,
    });
    expect(await repeat('nowhere.json', 'none.csv')).toMatchObject({
      fault: expect.stringContaining('cannot be read') as string,
    });
    const newer = bent('newer.json', (manifest) => Object.assign(manifest, { manifest: 2 }));
    expect(await repeat(newer, 'none.csv')).toMatchObject({
      fault: expect.stringContaining('newer version') as string,
    });
    const wrong = bent(
      'wrong.json',
      ({ sources }) => ((sources as { sha256: null }[])[0].sha256 = null),
    );
    expect(await repeat(wrong, 'none.csv')).toMatchObject({
      fault: expect.stringContaining('sources[0].sha256: missing') as string,
    });
    writeFileSync(at('deep.json'), '['.repeat(100));
    expect(await repeat('deep.json', 'none.csv')).toMatchObject({ ok: false });
    expect(readRepeatOptions({}, [])).toMatchObject({ ok: false });
    expect(readRepeatOptions({ threads: '0' }, ['m.json'])).toMatchObject({ ok: false });
  });
});
