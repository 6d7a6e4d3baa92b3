import { dirname, sep } from 'node:path';
import type { FoundFile } from './source-spec.ts';

/** Files called by their path below the folder that all of them are in: what tells them apart. */
export const shortNames = <Handle>(files: readonly FoundFile<Handle>[]): FoundFile<Handle>[] => {
  const folders = files.map(({ spec }) => dirname(spec.name).split(sep));
  const [first = []] = folders;
  let shared = 0;
  while (shared < first.length && folders.every((folder) => folder[shared] === first[shared]))
    shared++;
  return files.map(({ spec, nested }) => {
    const path = spec.name.split(sep);
    // `dirname('a.csv')` is '.', which is no part of the name.
    const name = path.length === 1 ? spec.name : path.slice(shared).join('/');
    return { spec: { ...spec, name }, nested };
  });
};
