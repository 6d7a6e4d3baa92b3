import type { ByteSource } from '../../engine/bytes/byte-source.ts';
import { CONTAINER_LIMITS } from './container-limits.ts';
import type { ContainerLimits } from './container-limits.ts';
import { gzipSource } from './gzip-source.ts';
import type { Host, SourceSpec } from './source-spec.ts';
import { unpackedSource } from './unpacked-source.ts';
import { zipEntrySource } from './zip-entry-source.ts';

/** Makes a readable source of a description; nothing is opened before the first read. */
export const openSource = <Handle>(
  spec: SourceSpec<Handle>,
  host: Host<Handle>,
  limits: ContainerLimits = CONTAINER_LIMITS,
): ByteSource => {
  switch (spec.kind) {
    case 'file':
      return host.open(spec.handle, spec.name);
    case 'gzip':
      return gzipSource(spec.name, openSource(spec.of, host, limits), host.inflate, limits);
    case 'zip-entry':
      return zipEntrySource(spec.name, openSource(spec.of, host, limits), spec.entry, host.inflate);
    case 'unpacked':
      return unpackedSource(openSource(spec.of, host, limits), limits.nestedSize);
  }
};
