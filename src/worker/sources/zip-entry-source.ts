import { ReadError } from '../../engine/bytes/read-error.ts';
import type { ByteSource } from '../../engine/bytes/byte-source.ts';
import type { Bytes } from '../../engine/kernel/units.ts';
import { clip } from './clip.ts';
import { crc32 } from './crc32.ts';
import { readRange } from './read-range.ts';
import { readError } from './source-fault.ts';
import type { Inflate, ZipEntry } from './source-spec.ts';

const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_SIZE = 30;

/**
 * A file in a ZIP. A stored one is read in any range like a file on disk; a deflated one only from
 * its beginning, and at its end length and checksum are compared with the archive's directory.
 */
export const zipEntrySource = (
  name: string,
  archive: ByteSource,
  entry: ZipEntry,
  inflate: Inflate,
): ByteSource => {
  const damaged = (): ReadError => readError('archive-damaged', name);

  const dataOffset = async (): Promise<Bytes> => {
    const { headerOffset } = entry;
    const header = await readRange(archive, headerOffset, headerOffset + LOCAL_HEADER_SIZE);
    if (header.length < LOCAL_HEADER_SIZE) throw damaged();
    const view = new DataView(header.buffer, header.byteOffset);
    if (view.getUint32(0, true) !== LOCAL_HEADER) throw damaged();
    return headerOffset + LOCAL_HEADER_SIZE + view.getUint16(26, true) + view.getUint16(28, true);
  };

  async function* stored(start: Bytes, end: Bytes): AsyncGenerator<Uint8Array> {
    const offset = await dataOffset();
    let length = 0;
    for await (const chunk of archive.read(offset + start, offset + end)) {
      length += chunk.length;
      yield chunk;
    }
    if (length < end - start) throw damaged();
  }

  async function* deflated(): AsyncGenerator<Uint8Array> {
    const offset = await dataOffset();
    let size = 0;
    let crc = 0;
    try {
      const packed = archive.read(offset, offset + entry.packedSize);
      for await (const chunk of inflate(packed, 'deflate-raw')) {
        size += chunk.length;
        // The directory's sizes have passed the limits; an entry that lies about them stops here.
        if (size > entry.size) throw damaged();
        crc = crc32(chunk, crc);
        yield chunk;
      }
    } catch (error) {
      throw error instanceof ReadError ? error : damaged();
    }
    if (size !== entry.size || crc !== entry.crc32) throw damaged();
  }

  return entry.method === 'stored'
    ? {
        name,
        size: entry.size,
        read: (start = 0, end = entry.size) =>
          stored(Math.min(start, entry.size), Math.min(end, entry.size)),
      }
    : {
        name,
        size: null,
        read: (start = 0, end = Number.POSITIVE_INFINITY) => clip(deflated(), start, end),
      };
};
