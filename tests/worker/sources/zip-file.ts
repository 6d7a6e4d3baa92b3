import { crc32 } from '../../../src/worker/sources/crc32.ts';
import { deflateRawSync } from 'node:zlib';

export interface PackedFile {
  readonly path: string | Uint8Array;
  readonly bytes?: Uint8Array | string;
  readonly method?: number;
  readonly flags?: number;
  /** What the directory claims, when it is not the truth. */
  readonly size?: number;
  readonly crc?: number;
}

export interface ZipOptions {
  readonly zip64?: boolean;
  readonly comment?: string;
  /** What stands before the archive. */
  readonly prefix?: Uint8Array;
  readonly disk?: number;
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A ZIP archive, byte by byte, so that it can be wrong wherever a test wants it. */
export const zipFile = (files: readonly PackedFile[], options: ZipOptions = {}): Uint8Array => {
  const { zip64 = false, comment = '', prefix = new Uint8Array(0), disk = 0 } = options;
  const out: Uint8Array[] = [];
  let offset = 0;
  const put = (...parts: Uint8Array[]): void => {
    for (const part of parts) {
      out.push(part);
      offset += part.length;
    }
  };

  const directory = files.map((file) => {
    const { method = 8, flags = 0x800 } = file;
    const path = typeof file.path === 'string' ? bytesOf(file.path) : file.path;
    const bytes = typeof file.bytes === 'string' ? bytesOf(file.bytes) : file.bytes;
    const plain = bytes ?? new Uint8Array(0);
    const packed = method === 8 ? new Uint8Array(deflateRawSync(plain)) : plain;
    const size = file.size ?? plain.length;
    const crc = file.crc ?? crc32(plain);
    const start = offset;
    put(
      numbers([4, 0x04034b50], [2, 20], [2, flags], [2, method], [4, 0], [4, crc]),
      numbers([4, packed.length], [4, size], [2, path.length], [2, 5]),
      path,
      bytesOf('extra'),
      packed,
    );
    const wide = zip64 ? numbers([2, 9], [2, 1], [1, 0], [2, 1], [2, 24]) : new Uint8Array(0);
    const extra = zip64
      ? concat([wide, numbers([8, size], [8, packed.length], [8, start])])
      : new Uint8Array(0);
    const narrow = (value: number): number => (zip64 ? 0xffffffff : value);
    return concat([
      numbers([4, 0x02014b50], [2, 20], [2, 20], [2, flags], [2, method], [4, 0], [4, crc]),
      numbers([4, narrow(packed.length)], [4, narrow(size)], [2, path.length], [2, extra.length]),
      numbers([2, 3], [2, 0], [2, 0], [4, 0], [4, narrow(start)]),
      path,
      extra,
      bytesOf('abc'),
    ]);
  });

  const start = offset;
  put(...directory);
  const size = offset - start;
  if (zip64) {
    const end = offset;
    put(
      numbers([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, disk], [4, 0]),
      numbers([8, files.length], [8, files.length], [8, size], [8, start]),
      numbers([4, 0x07064b50], [4, 0], [8, end], [4, 1]),
    );
  }
  put(
    numbers([4, 0x06054b50], [2, zip64 ? 0xffff : disk], [2, 0], [2, files.length]),
    numbers([2, files.length], [4, zip64 ? 0xffffffff : size], [4, zip64 ? 0xffffffff : start]),
    numbers([2, comment.length]),
    bytesOf(comment),
  );
  return concat([prefix, ...out]);
};

export const concat = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** Little-endian numbers, each of so many bytes. */
const numbers = (...pairs: (readonly [number, number])[]): Uint8Array =>
  concat(
    pairs.map(([width, value]) =>
      Uint8Array.from({ length: width }, (_, i) => Math.floor(value / 256 ** i) & 0xff),
    ),
  );
