import type { ByteSource } from '../../engine/bytes/byte-source.ts';
import { done, failed } from '../../engine/kernel/fault.ts';
import type { Outcome } from '../../engine/kernel/fault.ts';
import type { Expanded } from './expand-containers.ts';
import { openSource } from './open-source.ts';
import type { Host, SourceSpec } from './source-spec.ts';

/** A source that also says where it comes from, so that another worker can open it too. */
export interface ListedSource<Handle> extends ByteSource {
  readonly spec: SourceSpec<Handle>;
  readonly nested: boolean;
}

/**
 * The sources of everything that was found. A file that could not be opened at all refuses the
 * import: leaving it out would change totals.
 */
export const listedSources = <Handle>(
  { files, faults }: Expanded<Handle>,
  host: Host<Handle>,
): Outcome<ListedSource<Handle>[]> => {
  const [fault] = faults;
  return faults.length === 0
    ? done(files.map((file) => ({ ...file, ...openSource(file.spec, host) })))
    : failed(fault);
};
