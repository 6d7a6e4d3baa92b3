import { expect, it } from 'vitest';
import { droppedFiles } from '../../../src/worker/sources/dropped-files.ts';
import type { DroppedEntry, DroppedItem } from '../../../src/worker/sources/dropped-files.ts';

const fileEntry = (name: string): DroppedEntry => ({
  isDirectory: false,
  name,
  file: (done) => {
    done(new File(['x'], name));
  },
});

const folderEntry = (name: string, ...batches: DroppedEntry[][]): DroppedEntry => ({
  isDirectory: true,
  name,
  createReader: () => {
    const left = [...batches];
    return {
      readEntries: (done) => {
        done(left.shift() ?? []);
      },
    };
  },
});

const item = (entry: DroppedEntry): DroppedItem => ({
  kind: 'file',
  getAsFile: () => (entry.isDirectory ? null : new File(['x'], entry.name)),
  webkitGetAsEntry: () => entry,
});

const broken = (): never => {
  throw new Error('not asked for');
};

it('walks folders to their end and keeps the paths', async () => {
  const deep = folderEntry('deep', [fileEntry('c.csv')]);
  const { files, unreadable } = await droppedFiles([
    item(fileEntry('a.csv')),
    item(folderEntry('top', [fileEntry('b.csv'), deep], [fileEntry('d.csv')])),
  ]);
  expect(files.map(({ name }) => name)).toEqual([
    'a.csv',
    'top/b.csv',
    'top/deep/c.csv',
    'top/d.csv',
  ]);
  expect(unreadable).toEqual([]);
});

it('takes what is in the drop before it waits for anything', async () => {
  let handled = false;
  const late = (): File => (handled ? broken() : new File(['x'], 'a.csv'));
  const items = ['a', 'b'].map(() => ({ kind: 'file', getAsFile: late }));
  const found = droppedFiles(items);
  handled = true;
  expect((await found).files.length).toBe(2);
});

it('leaves out text, and names what it cannot read', async () => {
  const unreadable: DroppedEntry = {
    ...fileEntry('secret.csv'),
    file: (_, failed) => {
      failed(new DOMException('', 'SecurityError'));
    },
  };
  const found = await droppedFiles([
    { kind: 'string', getAsFile: broken, webkitGetAsEntry: broken },
    { kind: 'file', getAsFile: () => null },
    { kind: 'file', getAsFile: () => null, webkitGetAsEntry: () => null },
    item(folderEntry('top', [unreadable, { isDirectory: false, name: 'odd' }])),
    item({ isDirectory: true, name: 'closed' }),
  ]);
  expect(found).toEqual({ files: [], unreadable: ['top/secret.csv', 'top/odd'] });
});
