import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { demoFiles } from '../../src/presets/demo/demo-files.ts';
import { ROOT } from './spark-session.ts';

export const REALISTIC = join(ROOT, '../shared/data/realistic');
const KINDS = ['clients', 'transactions', 'transfers'] as const;
type Tables = Readonly<Record<(typeof KINDS)[number], string>>;

const writeTables = (folder: string, tables: Tables): string => {
  mkdirSync(folder, { recursive: true });
  for (const kind of KINDS) writeFileSync(join(folder, `${kind}.csv`), tables[kind]);
  return folder;
};

export const writeDemo = (folder: string): string =>
  writeTables(folder, demoFiles({ clients: 60, seed: 7 }));

/** The source may be read-only; what is compared with it is written beside the copy. */
export const copyRealistic = (folder: string): string => {
  const read = (kind: string): string => readFileSync(join(REALISTIC, `${kind}.csv`), 'utf8');
  return writeTables(folder, {
    clients: read('clients'),
    transactions: read('transactions'),
    transfers: read('transfers'),
  });
};

const BIG_ROWS = 1_000_000;
const PIECE = 10_000;

/**
 * What a bank has, too: somebody with a million rows, of whom many are of the largest amount there may
 * be; somebody with none; nobody's rows; rows that cannot be used; codes that want escapes and trimming.
 */
export const writeOdd = (folder: string): string => {
  const { clients, transactions, transfers } = demoFiles({ clients: 12, seed: 3, lean: true });
  writeTables(folder, {
    clients:
      `${clients}big,Анна,Зарплатный клиент,35,Алматы,1500000\n` +
      'none,Ержан,Студент,20,Астана,9000\n"a\\b ",Сая,Студент,20,"Аст\\ана",70000\n',
    transactions:
      `${transactions}1,2025-06-01,Такси,ten,KZT\n2,2025-06-31,Такси,500,KZT\n3,2025-06-01,Такси\n` +
      'nobody,2025-06-01,Такси,700,KZT\na\\b,2025-06-02,"Кафе ""У\\моста""",123456.78,KZT\n',
    transfers: `${transfers}4,2025-06-01,salary_in,in,?,KZT\n`,
  });
  const file = openSync(join(folder, 'transactions.csv'), 'a');
  for (let from = 0; from < BIG_ROWS; from += PIECE) {
    writeSync(file, Array.from({ length: PIECE }, (_, at) => bigRow(from + at)).join(''));
  }
  closeSync(file);
  return folder;
};

const CATEGORIES = ['Такси', 'Кафе и рестораны', 'Продукты питания', 'Путешествия'];

const bigRow = (at: number): string => {
  const date = `2025-0${6 + (at % 3)}-${String(1 + (at % 28)).padStart(2, '0')}`;
  const amount = at % 1000 === 0 ? '9999999999999.97' : `${at % 977}.${(at % 90) + 10}`;
  return `big,${date},${CATEGORIES[at % 4]},${amount},${at % 50 === 0 ? 'USD' : 'KZT'}\n`;
};

/** What the command line makes of a folder: the lines of each result, sorted, without headings. */
export const commandLine = (
  folder: string,
  catalogue: string,
  flags: readonly string[] = [],
): Readonly<Record<'offers' | 'benefits' | 'explain', readonly string[]>> => {
  const file = (name: string): string => join(folder, `expected-${name}`);
  const { status, stderr } = spawnSync(
    'node',
    [
      ...[join(ROOT, 'dist-node/vygoda.js'), 'score', '--catalogue', catalogue, ...flags],
      ...['--out', file('offers'), '--benefits', file('benefits'), '--explain', file('explain')],
      ...KINDS.map((kind) => join(folder, `${kind}.csv`)),
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  const rows = (name: string): string[] =>
    readFileSync(file(name), 'utf8').split('\n').slice(1, -1).sort();
  const explained = JSON.parse(readFileSync(file('explain'), 'utf8')) as readonly unknown[];
  return {
    offers: rows('offers'),
    benefits: rows('benefits'),
    explain: explained.map((one) => JSON.stringify(one)).sort(),
  };
};
