import type { Outcome } from '../../engine/kernel/fault.ts';
import { expandContainers } from '../../worker/sources/expand-containers.ts';
import { listedSources, type ListedSource } from '../../worker/sources/listed-sources.ts';
import { nodeHost, type NodeHandle } from '../../worker/sources/node-host.ts';
import type { JobFile } from './job.ts';

/** The sources of stored files under the names people know them by, archives opened. */
export const listSources = async (
  files: readonly JobFile[],
): Promise<Outcome<ListedSource<NodeHandle>[]>> => {
  const found = files.map(({ path, name, bytes }) => ({
    spec: { kind: 'file', name, handle: { path, size: bytes } } as const,
    nested: false,
  }));
  return listedSources(await expandContainers(found, nodeHost), nodeHost);
};
