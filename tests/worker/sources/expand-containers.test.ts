import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ReadError } from '../../../src/engine/bytes/read-error.ts';
import type { ByteSource } from '../../../src/engine/bytes/byte-source.ts';
import { CONTAINER_LIMITS } from '../../../src/worker/sources/container-limits.ts';
import { expandContainers } from '../../../src/worker/sources/expand-containers.ts';
import { listedSources } from '../../../src/worker/sources/listed-sources.ts';
import { openSource } from '../../../src/worker/sources/open-source.ts';
import { readError } from '../../../src/worker/sources/source-fault.ts';
import type { Host } from '../../../src/worker/sources/source-spec.ts';
import { chosen, HOSTS, textOf } from './memory-host.ts';
import { bytesOf, concat, zipFile } from './zip-file.ts';
import type { PackedFile } from './zip-file.ts';

const CSV = 'client_code,amount\n7,1\n';
const LONG = Array.from({ length: 20_000 }, (_, i) => `${i},${i * 7919}`).join('\n');

describe.each(HOSTS)('with the %s unpacker', (_, host) => {
  const expand = (name: string, bytes: Uint8Array, limits = {}) =>
    expandContainers([chosen(name, bytes)], host, { ...CONTAINER_LIMITS, ...limits });

  const textsIn = async (name: string, bytes: Uint8Array): Promise<[string, boolean, string][]> => {
    const { files, faults } = await expand(name, bytes);
    expect(faults).toEqual([]);
    const texts: [string, boolean, string][] = [];
    for (const { spec, nested } of files) {
      texts.push([spec.name, nested, await textOf(openSource(spec, host))]);
    }
    return texts;
  };

  const faultsIn = async (files: readonly PackedFile[], limits = {}): Promise<unknown[]> => {
    const { faults } = await expand('a.zip', zipFile(files), limits);
    return faults.map(({ code, file, text }) => [code, file, text]);
  };

  it('a plain file stays as it is', async () => {
    expect(await textsIn('a.csv', bytesOf(CSV))).toEqual([['a.csv', false, CSV]]);
    expect(await textsIn('a.csv', new Uint8Array(0))).toEqual([['a.csv', false, '']]);
  });

  it('gzip is told by its bytes and keeps its name', async () => {
    expect(await textsIn('a.csv', gzipSync(LONG))).toEqual([['a.csv', false, LONG]]);
    expect(await textsIn('a.gz', gzipSync(''))).toEqual([['a.gz', false, '']]);
  });

  it('a ZIP gives its files, stored or deflated', async () => {
    const files = [
      { path: 'folder/', method: 0 },
      { path: 'folder/a.csv', bytes: LONG },
      { path: 'b.csv', bytes: CSV, method: 0 },
      { path: 'empty.csv' },
    ];
    for (const options of [
      {},
      { zip64: true },
      { comment: `PK\x05\x06${'\0'.repeat(18)} no end` },
    ]) {
      expect(await textsIn('x.zip', zipFile(files, options))).toEqual([
        ['x.zip/folder/a.csv', true, LONG],
        ['x.zip/b.csv', true, CSV],
        ['x.zip/empty.csv', true, ''],
      ]);
    }
  });

  it('clutter of operating systems is left out', async () => {
    const files = [
      'a.csv',
      '__MACOSX/._a.csv',
      '.DS_Store',
      'x/Thumbs.db',
      '.git/config',
      './b\\c.csv',
    ];
    const { files: found } = await expand(
      'x.zip',
      zipFile(files.map((path) => ({ path, bytes: CSV }))),
    );
    expect(found.map(({ spec }) => spec.name)).toEqual(['x.zip/a.csv', 'x.zip/./b/c.csv']);
  });

  it('entry names are UTF-8, said or not, or CP866', async () => {
    const cp866 = Uint8Array.from([0x8a, 0xab, 0xa8, 0xa5, 0xad, 0xe2, 0xeb]);
    const files = [
      { path: 'Клиенты', flags: 0x800, bytes: CSV },
      { path: 'Клиенты', flags: 0, bytes: CSV },
      { path: cp866, flags: 0, bytes: CSV },
      { path: Uint8Array.of(0xff), flags: 0x800, bytes: CSV },
    ];
    const { files: found } = await expand('x', zipFile(files));
    expect(found.map(({ spec }) => spec.name)).toEqual([
      'x/Клиенты',
      'x/Клиенты',
      'x/Клиенты',
      'x/\ufffd',
    ]);
  });

  it('archives inside archives are opened, stored ones and deflated ones', async () => {
    const inner = zipFile([{ path: 'a.csv', bytes: CSV }]);
    const files = [
      { path: 'stored.zip', bytes: inner, method: 0 },
      { path: 'deflated.zip', bytes: inner },
      { path: 'b.csv.gz', bytes: gzipSync(CSV), method: 0 },
    ];
    expect(await textsIn('x.zip', zipFile(files))).toEqual([
      ['x.zip/stored.zip/a.csv', true, CSV],
      ['x.zip/deflated.zip/a.csv', true, CSV],
      ['x.zip/b.csv.gz', true, CSV],
    ]);
    expect(await textsIn('x.zip.gz', gzipSync(inner))).toEqual([['x.zip.gz/a.csv', true, CSV]]);
  });

  it('office documents are no archives', async () => {
    const bytes = zipFile([
      { path: '[Content_Types].xml', bytes: '<Types/>' },
      { path: 'xl/workbook.xml', bytes: '<a/>' },
    ]);
    const { files } = await expand('a.xlsx', bytes);
    expect(files.map(({ spec }) => [spec.kind, spec.name])).toEqual([['file', 'a.xlsx']]);
  });

  it('an archive without files stays as it is', async () => {
    for (const files of [[], [{ path: 'folder/' }], [{ path: '.DS_Store', bytes: 'x' }]]) {
      const { files: found, faults } = await expand('a.zip', zipFile(files));
      expect(found.map(({ spec, nested }) => [spec.kind, nested])).toEqual([['file', false]]);
      expect(faults).toEqual([]);
    }
  });

  it('something may stand before a ZIP', async () => {
    const options = { prefix: bytesOf('PK\x03\x04 self-extractor') };
    const bytes = zipFile([{ path: 'a.csv', bytes: CSV, method: 0 }], options);
    expect(await textsIn('x', bytes)).toEqual([['x/a.csv', true, CSV]]);
  });

  describe('any range can be read', () => {
    const bytes = zipFile([
      { path: 'stored.csv', bytes: LONG, method: 0 },
      { path: 'deflated.csv', bytes: LONG },
    ]);
    const sources = async (): Promise<ByteSource[]> => {
      const { files } = await expand('x', bytes);
      return [...files, chosen('a.gz', gzipSync(LONG))].map(({ spec }, i) =>
        openSource(i === 2 ? { kind: 'gzip', name: 'a.gz', of: spec } : spec, host),
      );
    };

    it('whether a size is known or not', async () => {
      const all = await sources();
      expect(all.map(({ size }) => size)).toEqual([LONG.length, null, null]);
      for (const source of all) {
        expect(await textOf(source, 100, 250)).toBe(LONG.slice(100, 250));
        expect(await textOf(source, 100_000)).toBe(LONG.slice(100_000));
        expect(await textOf(source, 0, 10)).toBe(LONG.slice(0, 10));
        expect(await textOf(source, 10, 10)).toBe('');
        expect(await textOf(source, LONG.length)).toBe('');
        expect(await textOf(source, 0, LONG.length + 10)).toBe(LONG);
      }
    });

    it('and left in the middle, and read again', async () => {
      for (const source of await sources()) {
        for await (const chunk of source.read()) {
          expect(chunk.length).toBeGreaterThan(0);
          break;
        }
        expect(await textOf(source)).toBe(LONG);
      }
    });
  });

  describe('what cannot be read is a fault', () => {
    it.each([
      ['archive-encrypted', '', { flags: 0x801 }],
      ['archive-encrypted', '', { method: 99 }],
      ['archive-unsupported', '14', { method: 14 }],
    ])('%s %s', async (code, text, packed) => {
      expect(await faultsIn([{ path: 'a.csv', bytes: CSV, ...packed }])).toEqual([
        [code, 'a.zip/a.csv', text],
      ]);
    });

    it('an archive of several disks', async () => {
      for (const zip64 of [true, false]) {
        const bytes = zipFile([{ path: 'a', bytes: CSV }], { disk: 1, zip64 });
        const { faults } = await expand('a.zip', bytes);
        expect(faults.map(({ code }) => code)).toEqual(['archive-unsupported']);
      }
    });

    it('an archive that is cut or overwritten anywhere', async () => {
      const bytes = zipFile([{ path: 'a.csv', bytes: CSV }], { zip64: true });
      const whole = await textsIn('a', bytes);
      for (let p = 4; p < bytes.length; p++) {
        const overwritten = bytes.slice();
        overwritten[p] ^= 0xff;
        for (const damaged of [bytes.slice(0, p), overwritten]) {
          const { files, faults } = await expand('a', damaged);
          const texts = [];
          try {
            for (const { spec } of files) texts.push(await textOf(openSource(spec, host)));
          } catch (error) {
            expect(error).toBeInstanceOf(ReadError);
            continue;
          }
          // Where the damage does no harm the text is whole; never a part of it, never another.
          if (faults.length === 0) expect(texts).toEqual(whole.map(([, , text]) => text));
        }
      }
    });

    it('a gzip file that is cut', async () => {
      const packed = gzipSync(LONG);
      for (const length of [12, packed.length >> 1, packed.length - 1]) {
        const { spec } = chosen('a.gz', packed.subarray(0, length));
        const source = openSource({ kind: 'gzip', name: 'a.gz', of: spec }, host);
        await expect(textOf(source)).rejects.toMatchObject({ fault: { code: 'archive-damaged' } });
      }
      const { faults } = await expand('a.gz', packed.subarray(0, 12));
      expect(faults.map(({ code }) => code)).toEqual(['archive-damaged']);
    });

    it('an entry that unpacks to something else than the directory says', async () => {
      for (const lie of [{ size: 3 }, { size: LONG.length + 1 }, { crc: 1 }]) {
        const { files } = await expand('a', zipFile([{ path: 'a.csv', bytes: LONG, ...lie }]));
        for (const { spec } of files) {
          await expect(textOf(openSource(spec, host))).rejects.toThrow('archive-damaged');
        }
      }
    });

    it('a stored entry that the archive cuts short', async () => {
      const bytes = zipFile([{ path: 'a', bytes: CSV, method: 0, size: 100_000 }]);
      const { files, faults } = await expand('a', bytes);
      expect([files.length, faults.map(({ code }) => code)]).toEqual([0, ['archive-damaged']]);
    });
  });

  describe('limits', () => {
    const zeros = new Uint8Array(1_000_000);

    it('on unpacked size, of a ZIP before and of gzip while unpacking', async () => {
      expect(await faultsIn([{ path: 'a', bytes: zeros }], { size: 999_999 })).toEqual([
        ['archive-too-large', 'a.zip', ''],
      ]);
      expect(await faultsIn([{ path: 'a', bytes: zeros }], { size: 1_000_000 })).toEqual([]);
      const limits = { ...CONTAINER_LIMITS, size: 999_999 };
      const { spec } = chosen('a.gz', gzipSync(zeros));
      const source = openSource({ kind: 'gzip', name: 'a.gz', of: spec }, host, limits);
      await expect(textOf(source)).rejects.toMatchObject({ fault: { code: 'archive-too-large' } });
    });

    it('on the ratio, beyond a size that harms nobody', async () => {
      const files = [{ path: 'a', bytes: zeros }];
      expect(await faultsIn(files, { ratio: 100, freeSize: 1_000_000 })).toEqual([]);
      expect(await faultsIn(files, { ratio: 100, freeSize: 999_999 })).toEqual([
        ['archive-too-large', 'a.zip', ''],
      ]);
      const limits = { ...CONTAINER_LIMITS, ratio: 100, freeSize: 1000 };
      const { spec } = chosen('a.gz', gzipSync(zeros));
      const source = openSource({ kind: 'gzip', name: 'a.gz', of: spec }, host, limits);
      await expect(textOf(source)).rejects.toMatchObject({ fault: { code: 'archive-too-large' } });
    });

    it('on the number of files', async () => {
      const files = ['a', 'b', 'c'].map((path) => ({ path, bytes: CSV }));
      expect(await faultsIn(files, { entries: 3 })).toEqual([]);
      expect(await faultsIn(files, { entries: 2 })).toEqual([['archive-too-large', 'a.zip', '']]);
    });

    it('on archives inside archives', async () => {
      const inner = zipFile([{ path: 'c.zip', bytes: zipFile([{ path: 'd', bytes: CSV }]) }]);
      const files = [{ path: 'b.zip', bytes: inner }];
      expect(await faultsIn(files, { depth: 3 })).toEqual([]);
      expect(await faultsIn(files, { depth: 2 })).toEqual([
        ['archive-too-large', 'a.zip/b.zip/c.zip', ''],
      ]);
      expect(await faultsIn(files, { nestedSize: 100 })).toEqual([
        ['archive-too-large', 'a.zip/b.zip', ''],
      ]);
    });
  });
});

describe('gzip files of several members', () => {
  const [[, host]] = HOSTS;

  it('are read where the host takes the second member for damage', async () => {
    /** As browsers do: the end of the first member, if anything of it, and then an error. */
    const strict: Host<Uint8Array> = {
      ...host,
      async *inflate(packed) {
        for await (const chunk of packed) {
          expect(chunk.length).toBeGreaterThan(0);
          yield bytesOf(LONG.slice(0, 1000));
          throw new TypeError('Junk found after end of compressed data.');
        }
      },
    };
    const middle = LONG.length >> 1;
    const bytes = concat([gzipSync(LONG.slice(0, middle)), gzipSync(LONG.slice(middle))]);
    const { files } = await expandContainers([chosen('a.gz', bytes)], strict);
    expect(await textOf(openSource(files[0].spec, strict))).toBe(LONG);
  });

  it('that are gone while being read are not called damaged', async () => {
    let reads = 0;
    const going: Host<Uint8Array> = {
      inflate: (packed) => packed,
      open: (bytes, name) => ({
        ...host.open(bytes, name),
        read: () => {
          reads++;
          throw readError('file-unreadable', name);
        },
      }),
    };
    const { spec } = chosen('a.gz', bytesOf(CSV));
    const source = openSource({ kind: 'gzip', name: 'a.gz', of: spec }, going);
    await expect(textOf(source)).rejects.toMatchObject({ fault: { code: 'file-unreadable' } });
    expect(reads).toBe(1);
  });
});

describe('what lies in no archive', () => {
  const [[, host]] = HOSTS;

  it('an error that is no ReadError is a bug and not hidden', async () => {
    const broken: Host<Uint8Array> = {
      ...host,
      open: () => {
        throw new TypeError('bug');
      },
    };
    await expect(expandContainers([chosen('a', bytesOf(CSV))], broken)).rejects.toThrow('bug');
  });

  it('the first error refuses all, an empty archive does not', async () => {
    const good = chosen('good.csv', bytesOf(CSV));
    const empty = chosen('empty.zip', zipFile([]));
    const torn = chosen('torn.zip', concat([bytesOf('PK\x03\x04'), new Uint8Array(100)]));
    const listed = listedSources(await expandContainers([good, empty], host), host);
    expect(listed.ok && listed.value.map(({ name, nested }) => [name, nested])).toEqual([
      ['good.csv', false],
      ['empty.zip', false],
    ]);
    const refused = listedSources(await expandContainers([good, empty, torn], host), host);
    expect(refused).toMatchObject({
      ok: false,
      fault: { code: 'archive-damaged', file: 'torn.zip' },
    });
  });
});
