import { describe, expect, it } from 'vitest';
import type { MetricColumns } from '../../src/engine/benefits/metric-columns.ts';
import { CHUNK } from '../../src/engine/benefits/chunk-reader.ts';
import { adviseOn } from '../../src/engine/pipeline.ts';
import { scoreAll, type ScoreTable } from '../../src/engine/recommendations/score-table.ts';
import { standard } from '../../src/presets/catalogues/standard.ts';
import { ThreadPool } from '../../src/worker/pool.ts';
import type { PortHandle } from '../../src/worker/pool/worker-port.ts';
import { type Measured, readMeasured } from '../../src/worker/read-measured.ts';
import { chunkedSource, type Texts } from '../fixtures/ingest-texts.ts';
import { READING } from '../fixtures/read-demo.ts';
import { localPort, memoryHost, oneThread } from '../fixtures/thread-ports.ts';

const CLIENTS = 3 * CHUNK + 100;
const CATEGORIES = ['Такси', 'Отели', 'Кафе и рестораны', 'Играем дома', 'Смотрим дома', 'Зоопарк'];

const texts = (clients: number): Texts => {
  const each = <Row>(row: (client: number) => Row): Row[] =>
    Array.from({ length: clients }, (_, client) => row(client + 1));
  const people = each(
    (client) => `${client},Клиент ${client},Студент,${client % 80},Алматы,${client * 1000}\n`,
  );
  const spends = each((client) => {
    const category = CATEGORIES[client % CATEGORIES.length];
    const currency = client % 5 === 0 ? 'USD' : 'KZT';
    return [6, 7, 8].map(
      (month) => `${client},2025-0${month}-03,${category},${client * month},${currency}\n`,
    );
  });
  return {
    'clients.csv': `client_code,name,status,age,city,avg_monthly_balance_KZT\n${people.join('')}`,
    'transactions.csv': `client_code,date,category,amount,currency\n${spends.flat().join('')}`,
  };
};

const SIZES = { range: 50_000, batch: 50_000, local: 0 };

/** A pool whose workers say when they have measured and when they are closed. */
class Watched {
  measured = 0;
  closed = 0;
  onMeasure: () => void = () => undefined;

  readonly connect = (): PortHandle<Uint8Array> => {
    const { port } = localPort({});
    return {
      port: {
        ...port,
        measure: (part) => {
          this.measured++;
          this.onMeasure();
          return port.measure(part);
        },
      },
      close: () => {
        this.closed++;
      },
    };
  };

  pool(workers: number): ThreadPool<Uint8Array> {
    return new ThreadPool({ host: memoryHost({}), connect: this.connect, workers, sizes: SIZES });
  }
}

const read = (
  pool: Parameters<typeof readMeasured>[3],
  files: Texts,
  signal = new AbortController().signal,
): ReturnType<typeof readMeasured> => {
  const sources = Object.entries(files).map(([name, text]) => chunkedSource(name, text));
  return readMeasured(sources, READING, standard, pool, { signal, onProgress: () => undefined });
};

const scored = (result: Measured, columns?: MetricColumns): ScoreTable =>
  scoreAll(adviseOn(result, standard, READING, columns), () => undefined);

const ready = async (...of: Parameters<typeof read>): Promise<Measured> => {
  const result = await read(...of);
  if (result.outcome !== 'ready') throw new Error(result.outcome);
  return result;
};

describe('clients measured in a pool', () => {
  it.each([2, 3])('are scored as by one thread: %i threads', async (workers) => {
    const watched = new Watched();
    const result = await ready(watched.pool(workers), texts(CLIENTS));
    expect(watched.measured).toBeGreaterThan(0);
    expect(watched.closed).toBe(workers - 1);
    expect(scored(result, result.columns)).toEqual(scored(result));
  });

  it('are scored the same in one thread and in many', async () => {
    const files = texts(200);
    const alone = await ready(oneThread(), files);
    const together = await ready(new Watched().pool(3), files);
    expect(scored(together, together.columns)).toEqual(scored(alone, alone.columns));
    expect(alone.report).toEqual(together.report);
  });

  it('are left when nobody wants them any more, and the threads with them', async () => {
    const watched = new Watched();
    const wanted = new AbortController();
    watched.onMeasure = () => wanted.abort();
    const result = await read(watched.pool(2), texts(CLIENTS), wanted.signal);
    expect(result).toEqual({ outcome: 'cancelled' });
    expect(watched.closed).toBe(1);
  });

  it('are not waited for when a thread dies', async () => {
    const watched = new Watched();
    const broken = new Promise<never>((_, reject) => {
      watched.onMeasure = () => reject(new Error('died'));
    });
    const connect = (): PortHandle<Uint8Array> => ({ ...watched.connect(), broken });
    const options = { host: memoryHost({}), workers: 2, sizes: SIZES };
    const pool = new ThreadPool({ ...options, connect });
    await expect(read(pool, texts(CLIENTS))).rejects.toThrow('died');
    expect(watched.closed).toBe(1);
  });

  it('leave no threads behind when the files are refused', async () => {
    const watched = new Watched();
    const nobody = { ...texts(20), 'clients.csv': 'client_code,name\n,А\n' };
    expect((await read(watched.pool(2), nobody)).outcome).toBe('refused');
    expect([watched.measured, watched.closed]).toEqual([0, 1]);
  });
});
