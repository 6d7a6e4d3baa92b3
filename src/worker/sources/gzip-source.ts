import { ReadError } from '../../engine/bytes/read-error.ts';
import type { ByteSource } from '../../engine/bytes/byte-source.ts';
import { clip } from './clip.ts';
import type { ContainerLimits } from './container-limits.ts';
import { gunzip } from './gunzip.ts';
import { readError } from './source-fault.ts';
import type { Inflate } from './source-spec.ts';

/** The file inside a `.gz`. Its length is not known before its end: gzip notes it modulo 4 GiB. */
export const gzipSource = (
  name: string,
  packed: ByteSource,
  inflate: Inflate,
  limits: ContainerLimits,
): ByteSource => {
  let packedSize = 0;

  async function* counted(): AsyncGenerator<Uint8Array> {
    packedSize = 0;
    for await (const chunk of packed.read()) {
      packedSize += chunk.length;
      yield chunk;
    }
  }

  async function* unpacked(): AsyncGenerator<Uint8Array> {
    let passed = 0;
    try {
      for await (const chunk of inflate(counted(), 'gzip')) {
        passed += chunk.length;
        yield chunk;
      }
      return;
    } catch (error) {
      if (error instanceof ReadError) throw error;
    }
    try {
      yield* clip(gunzip(counted()), passed, Number.POSITIVE_INFINITY);
    } catch (error) {
      throw error instanceof ReadError ? error : readError('archive-damaged', name);
    }
  }

  async function* limited(): AsyncGenerator<Uint8Array> {
    let size = 0;
    for await (const chunk of unpacked()) {
      size += chunk.length;
      if (size > limits.size || (size > limits.freeSize && size > packedSize * limits.ratio)) {
        throw readError('archive-too-large', name);
      }
      yield chunk;
    }
  }

  return {
    name,
    size: null,
    read: (start = 0, end = Number.POSITIVE_INFINITY) => clip(limited(), start, end),
  };
};
