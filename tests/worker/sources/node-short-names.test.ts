import { expect, it } from 'vitest';
import { shortNames } from '../../../src/worker/sources/node-short-names.ts';

it.each([
  [[], []],
  [['a.csv'], ['a.csv']],
  [['/data/in/a.csv'], ['a.csv']],
  [
    ['/data/a/x.csv', '/data/b/x.csv'],
    ['a/x.csv', 'b/x.csv'],
  ],
  [
    ['data/x.csv', 'data/deep/x.csv'],
    ['x.csv', 'deep/x.csv'],
  ],
  [
    ['x.csv', 'data/x.csv'],
    ['x.csv', 'data/x.csv'],
  ],
])('%j are called %j', (paths, names) => {
  const files = paths.map((name) => ({
    spec: { kind: 'file' as const, name, handle: name },
    nested: false,
  }));
  const short = shortNames(files);
  expect(short.map(({ spec }) => spec.name)).toEqual(names);
  expect(short.map(({ spec }) => spec.kind === 'file' && spec.handle)).toEqual(paths);
});
