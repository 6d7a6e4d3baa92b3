import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readScoreOptions } from '../../src/cli/score-options.ts';
import { runScore } from '../../src/cli/run-score.ts';
import { seed } from '../../src/presets/catalogues/seed.ts';
import { demoFiles } from '../../src/presets/demo/demo-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'vygoda-cli-'));
const inFolder = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(inFolder(name), 'utf8');

const REALISTIC = join(import.meta.dirname, '../../../shared/data/realistic');

beforeAll(() => {
  const { clients, transactions, transfers } = demoFiles({ clients: 60, seed: 3 });
  for (const [name, text] of Object.entries({ clients, transactions, transfers })) {
    writeFileSync(inFolder(`${name}.csv`), text);
  }
});

const demo = (): string[] => ['clients.csv', 'transactions.csv', 'transfers.csv'].map(inFolder);

const score = async (flags: Record<string, string>, paths: readonly string[] = demo()) => {
  const options = readScoreOptions(flags, paths);
  return options.ok ? runScore(options.value) : options;
};

describe('vygoda score', () => {
  it('writes every file that was asked for', async () => {
    const flags = Object.fromEntries(
      ['out', 'top', 'benefits', 'explain', 'report'].map((name) => [
        name,
        inFolder(`all-${name}`),
      ]),
    );
    expect(await score(flags)).toMatchObject({ ok: true });
    expect(read('all-out').startsWith('client_code,product,push_notification\n')).toBe(true);
    expect(read('all-top').trim().split('\n')).toHaveLength(1 + 60 * 4);
    expect(read('all-benefits').trim().split('\n')).toHaveLength(1 + 60 * 10);
    expect(JSON.parse(read('all-explain'))).toHaveLength(60);
    const report = JSON.parse(read('all-report')) as {
      totals: Record<string, number>;
      files: unknown[];
    };
    expect(report.files).toHaveLength(3);
    expect(report.totals.records).toBe(report.totals.used + report.totals.reported);
    expect(report.totals.offers).toBe(read('all-out').trim().split('\n').length - 1);
  });

  it('gives the same bytes for any order of paths and any number of threads', async () => {
    await score({ out: inFolder('once.csv'), threads: '1' });
    await score({ out: inFolder('again.csv'), threads: '3' }, demo().reverse());
    expect(read('again.csv')).toBe(read('once.csv'));
  });

  it('writes for the channel that is asked for', async () => {
    const flags = { channel: 'sms', out: inFolder('sms.csv'), report: inFolder('sms.json') };
    expect(await score(flags)).toMatchObject({ ok: true });
    const texts = read('sms.csv').trim().split('\n').slice(1);
    expect(texts.length).toBeGreaterThan(30);
    for (const row of texts) {
      const text = /[^,]*,(?:"[^"]*"|[^,]*),"(.*)"$/.exec(row)![1].replaceAll('""', '"');
      expect(Array.from(text).length, text).toBeGreaterThanOrEqual(50);
      expect(Array.from(text).length, text).toBeLessThanOrEqual(134);
      expect(text).not.toContain('₸');
    }
    expect(JSON.parse(read('sms.json'))).toMatchObject({ scoring: { textsFailed: 0 } });
  });

  it("writes to each client in the client's own language, to others in the chosen one", async () => {
    const [header, ...clients] = readFileSync(inFolder('clients.csv'), 'utf8').trim().split('\n');
    const own = clients.map((row, at) => row.replace(/[^,]*$/, ['kk', 'ru', ''][at % 3]));
    const languages = new Map(own.map((row) => [row.split(',', 1)[0], row.split(',').at(-1)]));
    const files = ['transactions.csv', 'transfers.csv'].map(inFolder);
    writeFileSync(inFolder('own-language.csv'), `${[header, ...own].join('\n')}\n`);
    const textsIn = async (language: string, clientsFile: string): Promise<string[]> => {
      await score({ language, out: inFolder('said.csv') }, [inFolder(clientsFile), ...files]);
      return read('said.csv').trim().split('\n').slice(1);
    };
    writeFileSync(
      inFolder('no-language.csv'),
      `${[header, ...clients].map((row) => row.replace(/,[^,]*$/, '')).join('\n')}\n`,
    );
    const russian = await textsIn('ru', 'no-language.csv');
    const kazakh = await textsIn('kk', 'no-language.csv');
    expect(russian.length).toBeGreaterThan(20);
    const expected = russian.map((row, at) =>
      languages.get(row.split(',', 1)[0]) === 'kk' ? kazakh[at] : row,
    );
    expect(await textsIn('ru', 'own-language.csv')).toEqual(expected);
    expect(expected).not.toEqual(russian);
  });

  it('takes a catalogue from a file as it takes the same preset', async () => {
    writeFileSync(inFolder('mine.json'), JSON.stringify(seed));
    await score({
      catalogue: 'seed',
      out: inFolder('preset.csv'),
      benefits: inFolder('preset-b.csv'),
    });
    await score({
      catalogue: inFolder('mine.json'),
      out: inFolder('own.csv'),
      benefits: inFolder('own-b.csv'),
    });
    expect(read('own.csv')).toBe(read('preset.csv'));
    expect(read('own-b.csv')).toBe(read('preset-b.csv'));
  });

  it('divides by --months', async () => {
    await score({ catalogue: 'seed', benefits: inFolder('three.csv'), out: inFolder('x') });
    await score({
      catalogue: 'seed',
      months: '6',
      benefits: inFolder('six.csv'),
      out: inFolder('x'),
    });
    const travel = (name: string): number =>
      Number(
        read(name)
          .split('\n')
          .find((row) => row.includes('путешествий'))!
          .split(',')[2],
      );
    expect(travel('three.csv')).toBeGreaterThan(0);
    expect(travel('six.csv')).toBeCloseTo(travel('three.csv') / 2, 6);
  });

  it('does not offer what --holdings says a client has', async () => {
    await score({ out: inFolder('free.csv') });
    const [code, product] = read('free.csv').split('\n')[1].split(',');
    writeFileSync(inFolder('held.csv'), `client_code,product\n${code},${product}\n`);
    await score({
      holdings: inFolder('held.csv'),
      out: inFolder('other.csv'),
      explain: inFolder('held.json'),
    });
    const offered = (name: string): string[] =>
      read(name)
        .split('\n')
        .filter((row) => row.startsWith(`${code},${product},`));
    expect(offered('free.csv')).toHaveLength(1);
    expect(offered('other.csv')).toHaveLength(0);
    expect(read('held.json').split('"held":true')).toHaveLength(2);
    expect(await score({ holdings: inFolder('nowhere.csv') })).toMatchObject({ ok: false });
    writeFileSync(inFolder('bad.csv'), 'only\n');
    const refused = await score({ holdings: inFolder('bad.csv') });
    expect(refused.ok ? '' : refused.fault).toContain('client_code and product');
  });

  it('writes the rows left out, which score when they come back mended', async () => {
    const clean = read('transactions.csv').trimEnd().split('\n');
    const spoilt = clean.map((row, at) => (at % 50 === 7 ? row.replace(/^[0-9]+/, '') : row));
    writeFileSync(inFolder('spoilt.csv'), `${spoilt.join('\n')}\n`);
    const others = ['clients.csv', 'transfers.csv'].map(inFolder);
    const whole = { benefits: inFolder('whole.csv'), out: inFolder('x') };
    await score(whole);
    const half = {
      rejected: inFolder('to-mend'),
      report: inFolder('half.json'),
      out: inFolder('x'),
    };
    await score(half, [...others, inFolder('spoilt.csv')]);
    const table = read('to-mend/rejected-transactions.csv');
    const [head, ...rows] = table.trimEnd().split('\n');
    expect(head).toBe(`\ufeffvygoda_file,vygoda_line,vygoda_reason,${clean[0]}`);
    expect(rows[0]).toBe(`spoilt.csv,8,Нет кода клиента: client_code,${spoilt[7]}`);
    const { totals } = JSON.parse(read('half.json')) as { totals: { reported: number } };
    expect(rows).toHaveLength(totals.reported);
    const mended = rows.map((row) => {
      const line = Number(row.split(',')[1]);
      return `spoilt.csv,${line},,${clean[line - 1]}`;
    });
    writeFileSync(inFolder('mended.csv'), `${[head, ...mended].join('\n')}\n`);
    const again = { benefits: inFolder('again.csv'), out: inFolder('x') };
    await score(again, [...others, inFolder('spoilt.csv'), inFolder('mended.csv')]);
    expect(read('again.csv')).toBe(read('whole.csv'));
  });

  it('refuses with one sentence, and writes the report all the same', async () => {
    writeFileSync(inFolder('half.csv'), 'client_code,category\n1,Такси\n');
    const refused = await score({ report: inFolder('refused.json') }, [
      ...demo(),
      inFolder('half.csv'),
    ]);
    expect(refused.ok).toBe(false);
    if (!refused.ok) {
      expect(refused.fault).toContain('half.csv');
      expect(refused.fault).toContain('amount');
      expect(refused.fault).not.toContain('\n');
    }
    expect(JSON.parse(read('refused.json'))).toMatchObject({ outcome: 'refused' });
  });

  it('writes the report when a path leads nowhere, too', async () => {
    const refused = await score({ report: inFolder('nowhere.json') }, [inFolder('nowhere.csv')]);
    expect(refused.ok).toBe(false);
    expect(JSON.parse(read('nowhere.json'))).toMatchObject({ outcome: 'refused' });
  });

  it('names the flag that says something unusable', () => {
    const faultOf = (flags: Record<string, string>): string => {
      const options = readScoreOptions(flags, ['a.csv']);
      return options.ok ? '' : options.fault;
    };
    expect(faultOf({ months: '0' })).toContain('--months');
    expect(faultOf({ months: '2.5' })).toContain('--months');
    expect(faultOf({ fx: 'USD=abc' })).toContain('--fx');
    expect(faultOf({ fx: 'USD=0' })).toContain('--fx');
    expect(faultOf({ language: 'en' })).toContain('--language');
    expect(faultOf({ channel: 'mail' })).toContain('--channel');
    expect(faultOf({ decimal: '7' })).toContain('--decimal');
    expect(faultOf({ map: 'Сумма=money' })).toContain('--map');
    expect(faultOf({ threads: '-1' })).toContain('--threads');
    expect(faultOf({ catalogue: 'seed' })).toBe('');
  });

  it('has no such catalogue', async () => {
    expect(await score({ catalogue: 'gold' })).toMatchObject({ ok: false });
    writeFileSync(inFolder('broken.json'), '{"schema": 1}');
    const broken = await score({ catalogue: inFolder('broken.json') });
    expect(broken.ok ? '' : broken.fault).toContain('broken.json');
  });
});

describe.runIf(existsSync(REALISTIC))('the real files', () => {
  it('are scored without dates: a warning, three months', async () => {
    const flags = { out: inFolder('real.csv'), report: inFolder('real.json') };
    expect(await score(flags, [REALISTIC])).toMatchObject({ ok: true });
    const report = JSON.parse(read('real.json')) as {
      outcome: string;
      months: number;
      faults: { code: string }[];
      totals: Record<string, number>;
      scoring: { textsFailed: number };
    };
    expect(report).toMatchObject({ outcome: 'warned', months: 3, scoring: { textsFailed: 0 } });
    expect(report.faults.map(({ code }) => code)).toContain('no-dates');
    expect(report.totals).toMatchObject({
      clients: 50,
      transactions: 2949,
      transfers: 415,
      reported: 0,
    });
  });

  it('have texts that may be sent, in every language, channel and catalogue', async () => {
    for (const catalogue of ['standard', 'case-2025', 'seed']) {
      for (const language of ['ru', 'kk']) {
        for (const channel of ['push', 'sms']) {
          const flags = { catalogue, language, channel, out: inFolder('all-ways.csv') };
          await score({ ...flags, report: inFolder('all-ways.json') }, [REALISTIC]);
          const { scoring } = JSON.parse(read('all-ways.json')) as {
            scoring: { offers: number; textsFailed: number };
          };
          expect(scoring.offers).toBeGreaterThan(20);
          expect(scoring.textsFailed).toBe(0);
        }
      }
    }
  });
});
