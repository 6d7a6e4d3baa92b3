import type { Outcome } from '../../engine/kernel/fault.ts';
import { browserHost } from './browser-host.ts';
import { expandContainers } from './expand-containers.ts';
import { isClutter } from './is-clutter.ts';
import { listedSources } from './listed-sources.ts';
import type { ListedSource } from './listed-sources.ts';

/** Everything in files that a person chose or dropped, archives opened. A path means a folder. */
export const browserSources = async (
  files: readonly { readonly name: string; readonly file: Blob }[],
): Promise<Outcome<ListedSource<Blob>[]>> => {
  const found = files
    .map(({ name, file }) => ({
      spec: { kind: 'file' as const, name, handle: file },
      nested: name.includes('/'),
    }))
    .filter(({ spec, nested }) => !nested || !isClutter(spec.name));
  return listedSources(await expandContainers(found, browserHost), browserHost);
};
