import { describe, expect, it, vi } from 'vitest';
import { browserFile } from '../../../src/worker/sources/browser-file.ts';
import { browserSources } from '../../../src/worker/sources/browser-sources.ts';
import { textOf } from './memory-host.ts';
import { zipFile } from './zip-file.ts';

const LONG = Array.from({ length: 600_000 }, (_, i) => String(i)).join('\n');

/** A browser whose blobs know no byte streams. */
const plainBlob = (text: string): Blob => {
  const blob = new Blob([text]);
  const stream = (of: Blob): ReadableStream<Uint8Array<ArrayBuffer>> =>
    new ReadableStream({
      async start(controller) {
        const bytes = new Uint8Array(await of.arrayBuffer());
        for (let p = 0; p < bytes.length; p += 65_536)
          controller.enqueue(bytes.slice(p, p + 65_536));
        controller.close();
      },
    });
  const slice = blob.slice.bind(blob);
  return Object.assign(blob, {
    slice: (start?: number, end?: number): Blob => {
      const part = slice(start, end);
      return Object.assign(part, { stream: () => stream(part.slice()) });
    },
  });
};

describe.each([
  ['with byte streams', (text: string): Blob => new Blob([text])],
  ['without', plainBlob],
])('a File of a browser %s', (_, blobOf) => {
  it('is read in any range', async () => {
    const file = browserFile(blobOf(LONG), 'a.csv');
    expect(file).toMatchObject({ name: 'a.csv', size: LONG.length });
    expect(await textOf(file)).toBe(LONG);
    expect(await textOf(file, 1_000_000, 3_500_000)).toBe(LONG.slice(1_000_000, 3_500_000));
    expect(await textOf(file, LONG.length - 3, LONG.length + 5)).toBe(LONG.slice(-3));
    expect(await textOf(file, 7, 7)).toBe('');
    expect(await textOf(browserFile(blobOf(''), 'empty'))).toBe('');
  });

  it('may be left in the middle', async () => {
    const file = browserFile(blobOf(LONG), 'a');
    for await (const chunk of file.read()) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    expect(await textOf(file, 0, 1)).toBe('0');
  });
});

it('a File that the browser cannot read any more is a fault, a bug is not', async () => {
  for (const [thrown, expected] of [
    [new DOMException('gone', 'NotFoundError'), { fault: { text: 'NotFoundError', file: 'a' } }],
    [new TypeError('bug'), { message: 'bug' }],
  ] as const) {
    const blob = new Blob(['a']);
    vi.spyOn(blob, 'slice').mockImplementation(() => {
      const part = new Blob();
      const stream = new ReadableStream({ type: 'bytes', pull: () => Promise.reject(thrown) });
      return Object.assign(part, { stream: () => stream });
    });
    await expect(textOf(browserFile(blob, 'a'))).rejects.toMatchObject(expected);
  }
});

it('dropped files are opened, archives too; clutter in folders is left out', async () => {
  const zip = zipFile([{ path: 'c.csv', bytes: 'c' }]) as Uint8Array<ArrayBuffer>;
  const sources = await browserSources([
    { name: '.a.csv', file: new Blob(['a']) },
    { name: 'folder/b.csv', file: new Blob(['b']) },
    { name: 'folder/.DS_Store', file: new Blob(['x']) },
    { name: 'c.zip', file: new Blob([zip]) },
  ]);
  if (!sources.ok) throw new Error(sources.fault.code);
  expect(sources.value.map(({ name, nested }) => [name, nested])).toEqual([
    ['.a.csv', false],
    ['folder/b.csv', true],
    ['c.zip/c.csv', true],
  ]);
  expect(await Promise.all(sources.value.map((source) => textOf(source)))).toEqual(['a', 'b', 'c']);
});
