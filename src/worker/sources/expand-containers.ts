import type { ByteSource } from '../../engine/bytes/byte-source.ts';
import { ReadError } from '../../engine/bytes/read-error.ts';
import { sniffFormat } from '../../engine/bytes/sniff-format.ts';
import type { Fault } from '../../engine/kernel/fault.ts';
import { CONTAINER_LIMITS } from './container-limits.ts';
import type { ContainerLimits } from './container-limits.ts';
import { isClutter } from './is-clutter.ts';
import { openSource } from './open-source.ts';
import { readRange } from './read-range.ts';
import { sourceFault } from './source-fault.ts';
import type { FoundFile, Host, SourceSpec } from './source-spec.ts';
import { readZipDirectory } from './zip-directory.ts';
import type { ZipRecord } from './zip-directory.ts';

export interface Expanded<Handle> {
  readonly files: readonly FoundFile<Handle>[];
  readonly faults: readonly Fault[];
}

/** As much as tells an office document from an archive. */
const HEAD = 64 * 1024;

/**
 * Replaces every gzip file and ZIP archive by what is in it, told by its first bytes and not by
 * its name. Office documents, which are ZIP archives too, stay as they are.
 */
export const expandContainers = async <Handle>(
  files: readonly FoundFile<Handle>[],
  host: Host<Handle>,
  limits: ContainerLimits = CONTAINER_LIMITS,
): Promise<Expanded<Handle>> => {
  const found: FoundFile<Handle>[] = [];
  const faults: Fault[] = [];

  const expand = async (file: FoundFile<Handle>, depth: number): Promise<void> => {
    const { spec, nested } = file;
    const source = openSource(spec, host, limits);
    const format = sniffFormat(await readRange(source, 0, HEAD));
    if (format !== 'GZIP' && format !== 'ZIP') {
      found.push(file);
    } else if (depth >= limits.depth) {
      faults.push(sourceFault('archive-too-large', spec.name));
    } else if (format === 'GZIP') {
      await expandSafely({ spec: { kind: 'gzip', name: spec.name, of: spec }, nested }, depth + 1);
    } else {
      await expandZip(file, source, depth);
    }
  };

  const expandZip = async (
    file: FoundFile<Handle>,
    source: ByteSource,
    depth: number,
  ): Promise<void> => {
    const { name } = file.spec;
    let { spec } = file;
    let archive = source;
    let { size } = source;
    if (size === null) {
      spec = { kind: 'unpacked', name, of: spec };
      archive = openSource(spec, host, limits);
      size = (await readRange(archive, 0, limits.nestedSize + 1)).length;
    }
    const directory = await readZipDirectory(archive, size);
    if (!directory.ok) {
      faults.push(directory.fault);
      return;
    }
    const records = directory.value.filter((record) => !isClutter(pathOf(record)));
    if (records.length === 0) {
      // No table is in it: a file like any other that is none.
      found.push(file);
      return;
    }
    const fault = limitFault(name, records, size, limits);
    if (fault !== null) {
      faults.push(fault);
      return;
    }
    for (const record of records) {
      const path = `${name}/${pathOf(record)}`;
      if (record.readable) {
        const { entry } = record;
        const inside: SourceSpec<Handle> = { kind: 'zip-entry', name: path, of: spec, entry };
        await expandSafely({ spec: inside, nested: true }, depth + 1);
      } else {
        faults.push(sourceFault(record.code, path, record.text));
      }
    }
  };

  const expandSafely = async (file: FoundFile<Handle>, depth: number): Promise<void> => {
    try {
      await expand(file, depth);
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      faults.push(error.fault);
    }
  };

  for (const file of files) await expandSafely(file, 0);
  return { files: found, faults };
};

const pathOf = (record: ZipRecord): string => (record.readable ? record.entry.path : record.path);

const limitFault = (
  name: string,
  records: readonly ZipRecord[],
  packedSize: number,
  limits: ContainerLimits,
): Fault | null => {
  if (records.length > limits.entries) return sourceFault('archive-too-large', name);
  const size = records.reduce((sum, record) => sum + (record.readable ? record.entry.size : 0), 0);
  const isBomb = size > limits.size || (size > limits.freeSize && size > packedSize * limits.ratio);
  return isBomb ? sourceFault('archive-too-large', name) : null;
};
