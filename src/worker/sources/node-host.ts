import { nodeFile } from './node-file.ts';
import { nodeInflate } from './node-inflate.ts';
import type { Host } from './source-spec.ts';

/** Where a file is and how long it was when it was found. */
export interface NodeHandle {
  readonly path: string;
  readonly size: number;
}

export const nodeHost: Host<NodeHandle> = {
  open: ({ path, size }, name) => nodeFile(path, name, size),
  inflate: nodeInflate,
};
