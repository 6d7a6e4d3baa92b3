import type { Outcome } from '../../engine/kernel/fault.ts';
import { expandContainers } from './expand-containers.ts';
import { listedSources } from './listed-sources.ts';
import type { ListedSource } from './listed-sources.ts';
import { findFiles } from './node-find-files.ts';
import { shortNames } from './node-short-names.ts';
import { nodeHost } from './node-host.ts';
import type { NodeHandle } from './node-host.ts';

/** Everything that paths lead to, folders and archives opened. */
export const nodeSources = async (
  paths: readonly string[],
): Promise<Outcome<ListedSource<NodeHandle>[]>> => {
  const found = await findFiles(paths);
  const { files, faults } = await expandContainers(shortNames(found.files), nodeHost);
  return listedSources({ files, faults: [...found.faults, ...faults] }, nodeHost);
};
