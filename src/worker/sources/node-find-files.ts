import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '../../engine/kernel/fault.ts';
import { isClutter } from './is-clutter.ts';
import type { NodeHandle } from './node-host.ts';
import { reasonOf, sourceFault } from './source-fault.ts';
import type { FoundFile } from './source-spec.ts';

/** The files that paths name: files themselves, and everything in folders, in order of name. */
export const findFiles = async (
  paths: readonly string[],
): Promise<{ files: FoundFile<NodeHandle>[]; faults: Fault[] }> => {
  const files: FoundFile<NodeHandle>[] = [];
  const faults: Fault[] = [];
  /** Folders on the way down, so that a link to one of them does not lead round for ever. */
  const visit = async (path: string, nested: boolean, above: readonly string[]): Promise<void> => {
    try {
      const found = await stat(path);
      if (found.isDirectory()) {
        const folder = await realpath(path);
        if (above.includes(folder)) return;
        for (const name of (await readdir(path)).sort()) {
          if (!isClutter(name)) await visit(join(path, name), true, [...above, folder]);
        }
      } else if (found.isFile()) {
        const handle = { path, size: found.size };
        files.push({ spec: { kind: 'file', name: path, handle }, nested });
      } else {
        faults.push(sourceFault('file-unreadable', path));
      }
    } catch (error) {
      faults.push(sourceFault('file-unreadable', path, reasonOf(error)));
    }
  };
  for (const path of paths) await visit(path, false, []);
  return { files, faults };
};
