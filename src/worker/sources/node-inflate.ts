import { createGunzip, createInflateRaw } from 'node:zlib';
import type { Gunzip, InflateRaw } from 'node:zlib';
import type { Inflate } from './source-spec.ts';

/** Large enough that passing chunks costs nothing, small enough for the cache. */
const CHUNK_SIZE = 256 * 1024;

/** Unpacks in Node's thread pool, beside the scanning; gzip files of several members too. */
export const nodeInflate: Inflate = async function* (packed, format) {
  const unpacker =
    format === 'gzip'
      ? createGunzip({ chunkSize: CHUNK_SIZE })
      : createInflateRaw({ chunkSize: CHUNK_SIZE });
  const feeding = feed(packed, unpacker);
  try {
    for await (const chunk of unpacker) yield chunk as Uint8Array;
  } finally {
    unpacker.destroy();
    await feeding;
  }
};

const feed = async (
  packed: AsyncIterable<Uint8Array>,
  unpacker: Gunzip | InflateRaw,
): Promise<void> => {
  try {
    for await (const chunk of packed) {
      if (!(await taken(unpacker, chunk))) return;
    }
    unpacker.end();
  } catch (error) {
    unpacker.destroy(error instanceof Error ? error : new Error(String(error)));
  }
};

/** Waits until a chunk is used up, for the source uses its buffer again; false when unpacking has ended. */
const taken = (unpacker: Gunzip | InflateRaw, chunk: Uint8Array): Promise<boolean> =>
  new Promise((resolve) => {
    if (unpacker.destroyed) {
      resolve(false);
      return;
    }
    const ended = (): void => resolve(false);
    unpacker.once('close', ended);
    unpacker.write(chunk, (error) => {
      unpacker.off('close', ended);
      resolve(error === null || error === undefined);
    });
  });
