import { expose, wrap } from 'comlink';
import { describe, expect, it } from 'vitest';
import { EventEmitter, once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';
import { ReadError } from '../../src/engine/bytes/read-error.ts';
import { nodeEndpoint } from '../../src/worker/node-endpoint.ts';
import { ThreadPool } from '../../src/worker/pool.ts';
import { type PortHandle, type WorkerPort, workerPort } from '../../src/worker/pool/worker-port.ts';
import {
  fileOf,
  ingestTexts,
  observeResult,
  readTexts,
  type TextOptions,
  type Texts,
} from '../fixtures/ingest-texts.ts';
import { localPort, memoryHost } from '../fixtures/thread-ports.ts';

const CLIENTS = 'client_code,name\n1,А\n2,Б\n3,"В, Г"\n';
const HEADER = 'client_code,date,category,amount,note\n';
const rowsOf = (rows: number, note = 'x'): string =>
  Array.from(
    { length: rows },
    (_, i) => `${1 + (i % 3)},2025-0${6 + (i % 3)}-01,Кино,${i}.5,${note}\n`,
  ).join('');
const TEXTS: Texts = {
  'clients.csv': CLIENTS,
  't.csv': HEADER + rowsOf(300),
  ...Object.fromEntries(
    Array.from({ length: 20 }, (_, i) => [`part-${i}.csv`, HEADER + rowsOf(3 + i)]),
  ),
};

const SIZES = { range: 500, batch: 400, local: 0 };
const inPool = (
  workers: number,
  connect = () => localPort({}),
  host = memoryHost({}),
): TextOptions => ({
  scanner: new ThreadPool({ host, connect, workers, sizes: SIZES }).scan,
  identicalUpTo: SIZES.range,
});

/** Through Comlink and a channel of Node's, as to another thread. */
const channelPort = (): PortHandle<Uint8Array> => {
  const { port1, port2 } = new MessageChannel();
  expose(workerPort(memoryHost({})), nodeEndpoint(port2));
  return {
    port: wrap<WorkerPort<Uint8Array>>(nodeEndpoint(port1)),
    close: () => port1.close(),
  };
};

describe('the pool', () => {
  it('fails, and does not wait for ever, when a worker cannot start', async () => {
    const never = new Promise<never>(() => undefined);
    const dead = (): PortHandle<Uint8Array> => ({
      port: {
        start: () => never,
        read: () => never,
        counts: () => never,
        cancel: () => never,
        collect: () => never,
        prepare: () => never,
        measure: () => never,
      },
      broken: Promise.reject(new Error('not loaded')),
      close: () => undefined,
    });
    await expect(ingestTexts(TEXTS, inPool(2, dead))).rejects.toThrow('not loaded');
  });

  it('reads no further in this thread when another one has died', async () => {
    const never = new Promise<never>(() => undefined);
    const events = new EventEmitter();
    const dying = (): PortHandle<Uint8Array> => ({
      port: { ...localPort({}).port, read: () => never },
      broken: once(events, 'opened').then(() => Promise.reject(new Error('died'))),
      close: () => undefined,
    });
    const host = memoryHost({});
    let opened = 0;
    const slow: typeof host = {
      ...host,
      open: (bytes, name) => {
        opened++;
        events.emit('opened');
        const source = host.open(bytes, name);
        return {
          ...source,
          async *read(from, to) {
            await once(events, 'go on');
            yield* source.read(from, to);
          },
        };
      },
    };
    await expect(ingestTexts(TEXTS, inPool(2, dying, slow))).rejects.toThrow('died');
    for (let turn = 0; turn < 200; turn++) {
      events.emit('go on');
      await setImmediate();
    }
    expect(opened).toBe(1);
  });

  it.each([1, 2, 3, 4])('gives the same result with %s workers as without', async (workers) => {
    const alone = await readTexts(TEXTS, { identicalUpTo: SIZES.range });
    const together = await readTexts(TEXTS, inPool(workers));
    expect(observeResult(together)).toEqual(observeResult(alone));
    const backwards = Object.fromEntries(Object.entries(TEXTS).reverse());
    expect(observeResult(await readTexts(backwards, inPool(workers)))).toEqual(
      observeResult(alone),
    );
  });

  it('works through Comlink', async () => {
    const alone = await readTexts(TEXTS, { identicalUpTo: SIZES.range });
    const together = await readTexts(TEXTS, inPool(2, channelPort));
    expect(observeResult(together)).toEqual(observeResult(alone));
  });

  it('puts together what a range began inside a record', async () => {
    // Every other cell holds lines that look like rows of their own.
    const trap = `"${'\n1,2025-06-01,Такси,7,x'.repeat(30)}"`;
    const texts = { 'clients.csv': CLIENTS, 't.csv': HEADER + rowsOf(40, trap) + rowsOf(40) };
    const alone = await readTexts(texts, { identicalUpTo: SIZES.range });
    const together = await readTexts(texts, inPool(3));
    expect(fileOf(alone.report, 't.csv').used).toBe(80);
    expect(observeResult(together)).toEqual(observeResult(alone));
  });

  it('reads ragged rows at the borders of ranges once', async () => {
    const ragged = `${rowsOf(20)}${'1,2\n\n# note\n'.repeat(40)}`.repeat(8);
    const texts = { 'clients.csv': CLIENTS, 't.csv': HEADER + ragged };
    const alone = await readTexts(texts, { identicalUpTo: SIZES.range });
    expect(observeResult(await readTexts(texts, inPool(2)))).toEqual(observeResult(alone));
  });

  it('reads files of unknown size in one piece', async () => {
    const unsized = ['t.csv'];
    const options = { unsized };
    const alone = await readTexts(TEXTS, { ...options, identicalUpTo: SIZES.range });
    const pool = inPool(2, () => localPort(options), memoryHost(options));
    expect(observeResult(await readTexts(TEXTS, { ...pool, ...options }))).toEqual(
      observeResult(alone),
    );
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const connect = (): PortHandle<Uint8Array> => {
      const handle = localPort({});
      const read: WorkerPort<Uint8Array>['read'] = async (pieces) => {
        controller.abort();
        await handle.port.cancel();
        return handle.port.read(pieces);
      };
      return { ...handle, port: { ...handle.port, read } };
    };
    const options = { ...inPool(2, connect), signal: controller.signal };
    expect(await ingestTexts(TEXTS, options)).toEqual({ outcome: 'cancelled' });
  });

  it('starts workers while the clients are read, and asks nothing of them when that comes to nothing', async () => {
    const controller = new AbortController();
    let started = 0;
    const idle = (onStart: () => void) => (): PortHandle<Uint8Array> => {
      started++;
      onStart();
      const handle = localPort({});
      handle.port.start = () => {
        throw new Error('nothing is to be read');
      };
      return handle;
    };
    const nobody = { ...TEXTS, 'clients.csv': 'client_code,name\n,А\n' };
    const refused = inPool(
      3,
      idle(() => undefined),
    );
    expect(await ingestTexts(nobody, refused)).toMatchObject({
      outcome: 'refused',
      fault: { code: 'no-clients' },
    });
    expect(started).toBe(2);
    const cancelled = inPool(
      2,
      idle(() => controller.abort()),
    );
    expect(await ingestTexts(TEXTS, { ...cancelled, signal: controller.signal })).toEqual({
      outcome: 'cancelled',
    });
    expect(started).toBe(3);
  });

  it('refuses with the fault of a file that cannot be read', async () => {
    const fault = {
      code: 'file-unreadable',
      severity: 'error',
      file: 't.csv',
      line: 0,
      column: '',
      text: 'EIO',
    } as const;
    const connect = (): PortHandle<Uint8Array> => {
      const handle = localPort({});
      handle.port.read = () => Promise.resolve({ kind: 'failed', fault });
      return handle;
    };
    const result = await ingestTexts(TEXTS, inPool(2, connect));
    expect(result).toMatchObject({ outcome: 'refused', fault });
    if (result.outcome === 'refused') {
      expect(fileOf(result.report, 't.csv')).toMatchObject({
        faults: expect.arrayContaining([fault]) as unknown,
        faultCounts: { 'file-unreadable': 1 },
      });
    }
  });

  it('reports as much progress as there are bytes and records', async () => {
    let bytes = 0;
    let records = 0;
    const { scanner } = inPool(2);
    await readTexts(TEXTS, {
      identicalUpTo: SIZES.range,
      scanner: (job, hooks) =>
        scanner!(job, {
          ...hooks,
          onProgress: (progress) => {
            bytes += progress.bytes;
            records += progress.records;
          },
        }),
    });
    expect(records).toBe(300 + 20 * 3 + 190);
    expect(bytes).toBeGreaterThan(10_000);
  });

  it('leaves small jobs and sources of this thread to this thread', async () => {
    const connect = (): never => {
      throw new Error('no worker is wanted');
    };
    const scanner = new ThreadPool({
      ...{ host: memoryHost({}), connect, workers: 2 },
      sizes: { ...SIZES, local: 1e9 },
    }).scan;
    expect((await readTexts(TEXTS, { scanner })).outcome).toBe('ready');
  });
});

describe('a source that fails in the middle', () => {
  it('refuses the import with its fault', async () => {
    const fault = {
      code: 'archive-damaged',
      severity: 'error',
      file: 't.csv',
      line: 0,
      column: '',
      text: '',
    } as const;
    const result = await ingestTexts(TEXTS, {
      scanner: () => Promise.reject(new ReadError(fault)),
    });
    expect(result).toMatchObject({ outcome: 'refused', fault, report: { outcome: 'refused' } });
  });

  it('lets a bug through', async () => {
    const scanner = (): never => {
      throw new TypeError('a bug');
    };
    await expect(ingestTexts(TEXTS, { scanner })).rejects.toThrow('a bug');
  });
});
