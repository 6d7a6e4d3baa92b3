import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readScoreOptions } from '../../src/cli/score-options.ts';
import { runScore } from '../../src/cli/run-score.ts';
import { LineOutput } from '../../src/cli/stream/line-output.ts';
import { readStats } from '../../src/cli/stream/read-stats.ts';
import { runStats } from '../../src/cli/stream/run-stats.ts';
import { runStreamScore } from '../../src/cli/stream/run-stream-score.ts';
import { readStatsOptions, readStreamScoreOptions } from '../../src/cli/stream/stream-options.ts';
import { unescapeCell } from '../../src/engine/stream/tsv-cell.ts';
import { demoFiles } from '../../src/presets/demo/demo-files.ts';
import { csvStreamLines } from '../fixtures/stream-lines.ts';
import { sumLines } from '../fixtures/sum-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'vygoda-stream-'));
const inFolder = (name: string): string => join(folder, name);
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Bytes in pieces that cut lines and letters. */
async function* bytesOf(lines: readonly string[]): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  const bytes = encoder.encode(lines.map((line) => `${line}\n`).join(''));
  for (let at = 0; at < bytes.length; at += 10_007) yield bytes.subarray(at, at + 10_007);
}

const stats = async (
  flags: Record<string, string | boolean>,
  lines: readonly string[],
  paths: readonly string[] = [],
): Promise<string> => {
  const options = readStatsOptions({ format: '1', ...flags }, paths);
  const made = options.ok ? await runStats(options.value, bytesOf(lines)) : options;
  return made.ok ? JSON.stringify(made.value) : made.fault;
};

const score = async (
  flags: Record<string, string | boolean>,
  lines: readonly string[],
): Promise<string> => {
  const values = { format: '1', write: 'offers', as: 'tsv', ...flags };
  const options = readStreamScoreOptions(values);
  if (!options.ok) return options.fault;
  let text = '';
  const output = new LineOutput({ write: (chunk) => (text += decoder.decode(chunk)) });
  const outcome = await runStreamScore(options.value, bytesOf(lines), output);
  return outcome.ok ? text : outcome.fault;
};

const sorted = (text: string): string[] => text.trim().split('\n').sort();
const REALISTIC = join(import.meta.dirname, '../../../shared/data/realistic');
const KINDS = ['clients', 'transactions', 'transfers'] as const;
const RESULTS = { offers: 'out', top: 'top', benefits: 'benefits' } as const;

/** Both ways of one data set, for all catalogues. */
const prepare = async (name: string, files: Record<string, string>): Promise<void> => {
  for (const kind of KINDS) writeFileSync(inFolder(`${name}-${kind}.csv`), files[kind]);
  const raw = csvStreamLines(files);
  for (const [way, lines] of Object.entries({ raw, summed: sumLines(raw) })) {
    const file = inFolder(`${name}-${way}.json`);
    const parts = [0, 1, 2].map((part) =>
      lines.filter((line) => Number(line.slice(0, line.indexOf('\t'))) % 3 === part),
    );
    const made = await Promise.all(parts.map((part) => stats({}, part)));
    writeFileSync(file, made.join('\n'));
    const first = await stats({ merge: true }, [], [file]);
    writeFileSync(file, first);
    const surveys = await Promise.all(
      parts.map((part) => stats({ with: file, catalogue: 'case-2025' }, part)),
    );
    writeFileSync(`${file}l`, surveys.join('\n'));
    writeFileSync(file, await stats({ merge: true }, [], [file, `${file}l`]));
  }
};

const sameAsFiles = async (name: string, files: Record<string, string>): Promise<void> => {
  const raw = csvStreamLines(files);
  for (const catalogue of ['standard', 'case-2025', 'seed']) {
    const outputs = ['out', 'top', 'benefits', 'explain'];
    const flags = Object.fromEntries(outputs.map((flag) => [flag, inFolder(`${name}-${flag}`)]));
    const options = readScoreOptions(
      { catalogue, threads: '1', ...flags },
      KINDS.map((kind) => inFolder(`${name}-${kind}.csv`)),
    );
    if (!options.ok) throw new Error(options.fault);
    expect(await runScore(options.value)).toMatchObject({ ok: true });
    for (const [way, lines] of Object.entries({ raw, summed: sumLines(raw) })) {
      const own = { stats: inFolder(`${name}-${way}.json`), catalogue };
      for (const [write, flag] of Object.entries(RESULTS)) {
        const [, ...rows] = readFileSync(inFolder(`${name}-${flag}`), 'utf8')
          .trim()
          .split('\n');
        expect(sorted(await score({ ...own, write, as: 'csv' }, lines))).toEqual(rows.sort());
      }
      const explained = sorted(await score({ ...own, write: 'explain' }, lines)).map((line) => {
        const cell = unescapeCell(line.slice(line.indexOf('\t') + 1));
        return cell.ok ? cell.value : '';
      });
      const whole = JSON.parse(readFileSync(inFolder(`${name}-explain`), 'utf8')) as unknown[];
      expect(explained.sort()).toEqual(whole.map((one) => JSON.stringify(one)).sort());
    }
  }
};

const demo = demoFiles({ clients: 90, seed: 7 });
const demoTexts = {
  clients: demo.clients,
  transactions: demo.transactions,
  transfers: demo.transfers,
};

const told: string[] = [];

beforeAll(async () => {
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => told.push(String(text)) > 0);
  await prepare('demo', demoTexts);
});

afterAll(() => {
  vi.restoreAllMocks();
});

describe('vygoda score --stream', () => {
  it('writes the bytes that files give, for every catalogue, raw and summed', async () => {
    await sameAsFiles('demo', demoTexts);
  }, 60_000);

  it('tells twenty of a kind and counts all', async () => {
    const before = told.length;
    const bad = Array.from({ length: 50 }, () => '1\ttransactions\t2025-08-01\tx\tten');
    await score(own, bad);
    expect(told.slice(before)).toHaveLength(21);
    expect(told.at(-1)).toContain('amount-unreadable 50');
  });

  const lines = csvStreamLines(demoTexts);
  const own = { stats: inFolder('demo-raw.json') };

  it('writes cells that are tab-separated, and null where there is no figure', async () => {
    const rows = (await score({ ...own, write: 'top' }, lines)).trim().split('\n');
    expect(rows).toHaveLength(90 * 4);
    expect(rows.every((row) => row.split('\t').length === 7)).toBe(true);
    expect(rows.some((row) => row.split('\t')[3] === '\\N')).toBe(true);
  });

  it('writes faults among the results when asked, and lives with bad lines', async () => {
    const bad = [
      '1\ttransactions\t2025-08-01\tТакси\tten',
      '1\tcards',
      'zz\ttransfers\t\\N\tp2p_out\t5',
    ];
    const text = await score({ ...own, faults: true }, [...bad.slice(0, 2), ...lines, bad[2]]);
    const rows = text.trim().split('\n');
    const faults = rows.filter((row) => row.startsWith('fault\t')).map((row) => row.split('\t'));
    expect(faults).toContainEqual([
      'fault',
      'amount-unreadable',
      'error',
      '1',
      'transactions',
      'amount',
      'ten',
      '1',
    ]);
    expect(faults).toContainEqual([
      'fault',
      'stream-kind',
      'error',
      '1',
      '\\N',
      '\\N',
      'cards',
      '1',
    ]);
    expect(faults).toContainEqual([
      'fault',
      'stream-month',
      'error',
      'zz',
      'transfers',
      'date',
      '\\N',
      '1',
    ]);
    const sentence = /^line 1, client "1", transactions, column "amount": .*\(ten\)/;
    expect(told.some((text) => sentence.test(text))).toBe(true);
    expect(told.at(-1)).toMatch(/^vygoda: 90 clients, .*amount-unreadable 1; .*stream-kind 1/);
    const results = rows.filter((row) => row.startsWith('result\t'));
    expect(results.map((row) => row.slice(7)).join('\n')).toBe((await score(own, lines)).trim());
  });

  it('refuses with a sentence that says what to do', async () => {
    expect(await score({}, lines)).toContain('--stats');
    expect(await score({ ...own, write: 'all' }, lines)).toContain('--write "all"');
    expect(await score({ ...own, as: 'xml' }, lines)).toContain('--as "xml"');
    expect(await score({ ...own, as: 'csv', write: 'explain' }, lines)).toContain('JSON');
    expect(await score({ ...own, format: '2' }, lines)).toContain('format 1');
    expect(await score({ ...own, language: 'en' }, lines)).toContain('--language');
    expect(await score({ ...own, catalogue: 'gold' }, lines)).toContain('"gold"');
    expect(await score({ stats: inFolder('nowhere.json') }, lines)).toContain('cannot be read');
    expect(await score(own, [...lines].reverse())).toContain('SORT BY client_code');
  });

  it('offers nobody what they hold already, as files do', async () => {
    const offered = sorted(await score(own, lines)).map((row) => row.split('\t'));
    const half = offered.filter((_, at) => at % 2 === 0);
    const list = `client_code,product\n${half.map(([code, product]) => `${code},${product}\n`).join('')}`;
    writeFileSync(inFolder('holdings.csv'), list);
    const options = readScoreOptions(
      { holdings: inFolder('holdings.csv'), out: inFolder('unheld'), threads: '1' },
      KINDS.map((kind) => inFolder(`demo-${kind}.csv`)),
    );
    if (!options.ok) throw new Error(options.fault);
    expect(await runScore(options.value)).toMatchObject({ ok: true });
    const [, ...expected] = readFileSync(inFolder('unheld'), 'utf8').trim().split('\n');
    const flags = { ...own, holdings: inFolder('holdings.csv') };
    expect(sorted(await score({ ...flags, as: 'csv' }, lines))).toEqual(expected.sort());
    const now = sorted(await score(flags, lines));
    for (const [code, product] of half) {
      expect(now.some((row) => row.startsWith(`${code}\t${product}\t`))).toBe(false);
    }
    expect(await score({ ...own, holdings: inFolder('nowhere') }, lines)).toContain('holdings');
  });

  it('wants the survey that a catalogue asks for, made in the same period', async () => {
    const first = await stats({}, lines);
    writeFileSync(inFolder('bare.json'), first);
    const bare = { stats: inFolder('bare.json'), catalogue: 'case-2025' };
    expect(await score(bare, lines)).toContain('vygoda stats --with');
    writeFileSync(
      inFolder('other.json'),
      await stats({ merge: true, months: '6' }, [], [own.stats]),
    );
    const other = { stats: inFolder('other.json'), catalogue: 'case-2025' };
    expect(await score(other, lines)).toContain('another period');
    expect(await score({ ...other, catalogue: 'seed' }, lines)).toContain('\t');
  });
});

describe('vygoda stats', () => {
  it('refuses what cannot be meant', async () => {
    const with_ = inFolder('demo-raw.json');
    expect(await stats({ with: with_ }, [])).toContain('--catalogue');
    expect(await stats({ with: with_, catalogue: 'seed', months: '3' }, [])).toContain('--with');
    expect(await stats({ merge: true, fx: 'USD=500' }, [])).toContain('rates');
    expect(await stats({}, [], ['a.json'])).toContain('standard input');
    expect(await stats({ format: '7' }, [])).toContain('format 1');
    expect(await stats({ months: '0' }, [])).toMatch(/^vygoda stats: --months/);
    expect(await stats({}, ['2\tclients', '1\tclients'])).toContain('SORT BY');
  });

  it('keeps to its own rates, and to one set of them', async () => {
    const rub = '1\ttransactions\t2025-06-01\tТакси\t5\tRUB';
    const [a, b] = [await stats({ fx: 'RUB=7' }, [rub]), await stats({}, [rub])];
    expect(JSON.parse(a)).toMatchObject({ choices: { fx: { RUB: 7, USD: 540 } } });
    writeFileSync(inFolder('rates.json'), `${a}\n${b}\n`);
    expect(await stats({ merge: true }, [], [inFolder('rates.json')])).toContain('another --fx');
  });

  it('says where a file has no statistics', async () => {
    writeFileSync(inFolder('broken.json'), `${await stats({}, [])}\n{"vygoda_stats":1}\n`);
    const broken = await readStats([inFolder('broken.json')]);
    expect(broken.ok ? '' : broken.fault).toContain('line 2');
    writeFileSync(inFolder('empty.json'), '\n');
    expect(await readStats([inFolder('empty.json')])).toMatchObject({ ok: false });
    const pretty = JSON.stringify(JSON.parse(await stats({}, [])), null, 2);
    writeFileSync(inFolder('pretty.json'), pretty);
    expect(await readStats([inFolder('pretty.json')])).toMatchObject({ ok: true });
  });

  it('asks for the decimal mark, which the merge then settles', async () => {
    const lines = ['1\tclients', '1\ttransactions\t2025-06-01\tТакси\t1,289'];
    writeFileSync(inFolder('open.json'), await stats({}, lines));
    const open = await score({ stats: inFolder('open.json') }, lines);
    expect(open).toContain('--decimal');
    expect(open).toContain('1,289');
    const settled = await stats({ merge: true, decimal: 'comma' }, [], [inFolder('open.json')]);
    writeFileSync(inFolder('settled.json'), settled);
    expect(await score({ stats: inFolder('settled.json'), write: 'top' }, lines)).toContain('1\t');
  });
});

describe.runIf(existsSync(REALISTIC))('the real files', () => {
  const read = (kind: string): string => readFileSync(join(REALISTIC, `${kind}.csv`), 'utf8');

  it('give the same bytes as a stream, without dates', async () => {
    const files = Object.fromEntries(KINDS.map((kind) => [kind, read(kind)]));
    await prepare('real', files);
    await sameAsFiles('real', files);
  }, 60_000);
});
