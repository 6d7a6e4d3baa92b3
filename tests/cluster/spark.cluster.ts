import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commandLine, copyRealistic, REALISTIC, writeDemo, writeOdd } from './cluster-data.ts';
import { ClusterJob, csvSource, type Source } from './cluster-job.ts';
import { executorsOf } from './executors.ts';
import { SparkSession } from './spark-session.ts';

const folder = mkdtempSync(join(tmpdir(), 'vygoda-cluster-'));
const CATALOGUES = ['standard', 'case-2025', 'seed'];
const WAYS = ['raw', 'summed'] as const;
type Way = (typeof WAYS)[number];

let spark: SparkSession;
let demo = '';

beforeAll(async () => {
  demo = writeDemo(join(folder, 'demo'));
  // Two executors, each a process of its own: rows really travel between them.
  spark = new SparkSession('local-cluster[2,1,2048]', folder, {});
  expect(await spark.ready()).toMatch(/^4\./);
});

afterAll(async () => {
  await spark.stop();
  rmSync(folder, { recursive: true, force: true });
});

const inParts = (count: number): Promise<void> =>
  spark.set({ 'spark.sql.shuffle.partitions': String(count) });

const prepared = async (source: Source, way: Way, catalogue: string | null = null) => {
  const job = new ClusterJob(spark, folder, source, way);
  await job.survey(catalogue);
  return job;
};

describe.each(WAYS)('rows that are %s', (way) => {
  const sameAsCommandLine = async (files: string): Promise<void> => {
    await inParts(2);
    const job = await prepared(csvSource(files), way, 'case-2025');
    for (const catalogue of CATALOGUES) {
      const { offers } = commandLine(files, catalogue);
      expect(offers.length).toBeGreaterThan(10);
      expect((await job.score(catalogue, 'offers')).lines).toEqual(offers);
    }
    const { explain } = commandLine(files, 'case-2025');
    expect((await job.score('case-2025', 'explain')).lines).toEqual(explain);
  };

  it('give the bytes of the command line on the demo, for every catalogue', async () => {
    await sameAsCommandLine(demo);
  });

  it.runIf(existsSync(REALISTIC))('give them on real files, which have no dates', async () => {
    await sameAsCommandLine(copyRealistic(join(folder, `realistic-${way}`)));
  });
});

describe('sources', () => {
  const COLUMNS = {
    clients:
      'client_code, name, status, language, CAST(age AS INT), city, CAST(avg_monthly_balance_KZT AS DECIMAL(18, 2))',
    transactions:
      'CAST(client_code AS BIGINT), CAST(date AS DATE), category, CAST(amount AS DECIMAL(18, 2)), currency, product',
    transfers:
      'CAST(client_code AS BIGINT), CAST(date AS TIMESTAMP), type, direction, CAST(amount AS DECIMAL(18, 2)), currency, product',
  };

  it('may be tables and Parquet with types of their own', async () => {
    await inParts(2);
    for (const [kind, columns] of Object.entries(COLUMNS)) {
      const path = join(demo, `${kind}.csv`);
      await spark.sql(
        `CREATE OR REPLACE TEMPORARY VIEW demo_csv USING csv OPTIONS (path '${path}', header 'true')`,
      );
      await spark.sql(`CREATE TABLE demo_${kind} USING parquet AS SELECT ${columns} FROM demo_csv`);
    }
    const { offers } = commandLine(demo, 'standard');
    const names = {
      clients: 'demo_clients',
      transactions: 'demo_transactions',
      transfers: 'demo_transfers',
    };
    for (const dialect of ['tables', 'hive'] as const) {
      const job = await prepared({ dialect, ...names }, 'summed');
      expect((await job.score('standard', 'offers')).lines).toEqual(offers);
    }
    const inWarehouse = (kind: string): string => join(folder, 'warehouse', `demo_${kind}`);
    const parquet: Source = {
      dialect: 'files',
      format: 'parquet',
      clients: inWarehouse('clients'),
      transactions: inWarehouse('transactions'),
      transfers: inWarehouse('transfers'),
    };
    const ofFiles = await prepared(parquet, 'raw');
    expect((await ofFiles.score('standard', 'offers')).lines).toEqual(offers);
  });
});

describe('the cluster', () => {
  let job: ClusterJob;
  beforeAll(async () => {
    await inParts(2);
    job = await prepared(csvSource(demo), 'raw');
  });

  const offersOfDemo = (): readonly string[] => commandLine(demo, 'standard').offers;
  const partsInUse = async (): Promise<unknown> => {
    const parts = 'SELECT spark_partition_id() AS part FROM vygoda_scored';
    const [[count]] = await spark.sql(`SELECT count(DISTINCT part) FROM (${parts})`);
    return count;
  };

  it('gives the same in one part', async () => {
    await inParts(1);
    expect((await job.score('standard', 'offers')).lines).toEqual(offersOfDemo());
    expect(await partsInUse()).toBe(1);
  });

  it('gives the same in 64 parts, though an executor dies in the middle', async () => {
    await inParts(64);
    const before = executorsOf(spark.pid).map(({ pid }) => pid);
    expect(before).toHaveLength(2);
    const [victim] = before;
    const scored = job.score('standard', 'offers');
    // It has done some parts, and is busy with another one.
    const seen = new Set<number>();
    await vi.waitFor(
      () => {
        const programs = executorsOf(spark.pid).find(({ pid }) => pid === victim)!.programs;
        for (const pid of programs) seen.add(pid);
        expect(seen.size).toBeGreaterThan(4);
        expect(programs).not.toEqual([]);
      },
      { timeout: 600_000, interval: 100 },
    );
    process.kill(victim, 'SIGKILL');
    expect((await scored).lines).toEqual(offersOfDemo());
    // Hashing leaves some parts empty.
    expect(await partsInUse()).toBeGreaterThan(20);
    const stages = await spark.stages();
    expect(stages.some(({ failedTasks }) => failedTasks > 0)).toBe(true);
    expect(executorsOf(spark.pid).map(({ pid }) => pid)).not.toContain(victim);
  });

  it('says clearly that an executor has no Node', async () => {
    await inParts(2);
    const bare = join(folder, 'bare');
    mkdirSync(bare);
    for (const name of ['bash', 'cat', 'dirname', 'head']) {
      symlinkSync(`/bin/${name}`, join(bare, name));
    }
    const withoutNode = (script: string): string =>
      script.replaceAll("USING 'bash ", `USING 'PATH=${bare} bash `);
    await expect(job.score('standard', 'offers', { edit: withoutNode })).rejects.toThrow(
      /there is no Node here: install Node 20 or newer on every executor/,
    );
  });

  it('says clearly what the program refuses', async () => {
    await inParts(2);
    await expect(job.score('case-2025', 'offers')).rejects.toThrow(
      /The survey that catalogue "case-2025" asks for is not in the statistics/,
    );
  });
});

describe('odd clients and rows', () => {
  let odd = '';
  beforeAll(() => {
    odd = writeOdd(join(folder, 'odd'));
  });

  it.each(WAYS)('are all accounted for, with a million rows of one client, %s', async (way) => {
    await inParts(4);
    const from = Math.max(...(await spark.stages()).map(({ id }) => id));
    const job = await prepared(csvSource(odd), way);
    const { benefits } = commandLine(odd, 'standard');
    const { lines, faults } = await job.score('standard', 'benefits');
    expect(lines).toEqual(benefits);
    expect(lines.filter((line) => line.startsWith('none,')).length).toBeGreaterThan(5);
    const told = faults.map(([code, , client, kind, column, text, rows]) =>
      [code, client, kind, column, text, rows].join(' | '),
    );
    for (const fault of [
      'amount-unreadable | 1 | transactions | amount | ten | 1',
      'date-impossible | 2 | transactions | date | 2025-06-31 | 1',
      'orphan-row | nobody | transactions | client_code | nobody | 1',
      'unknown-category | a\\\\b | transactions | category | Кафе "У\\\\моста" | 1',
    ]) {
      expect(told).toContain(fault);
    }
    const stages = (await spark.stages()).filter(({ id }) => id > from);
    const rows = Math.max(...stages.map(({ shuffleRows }) => shuffleRows));
    expect(way === 'raw' ? rows > 1_000_000 : rows < 20_000, String(rows)).toBe(true);
  });
});
