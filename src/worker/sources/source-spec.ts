import type { ByteSource } from '../../engine/bytes/byte-source.ts';
import type { Bytes } from '../../engine/kernel/units.ts';

/**
 * How to come by a file's bytes, as plain data: it crosses to a worker, which opens it with
 * `openSource`. `Handle` is what the host opens files by: a File in browsers, a path on Node.
 */
export type SourceSpec<Handle> =
  | { readonly kind: 'file'; readonly name: string; readonly handle: Handle }
  | { readonly kind: 'gzip'; readonly name: string; readonly of: SourceSpec<Handle> }
  | {
      readonly kind: 'zip-entry';
      readonly name: string;
      readonly of: SourceSpec<Handle>;
      readonly entry: ZipEntry;
    }
  /** A compressed file of which any range is wanted: kept in memory while it is open. */
  | { readonly kind: 'unpacked'; readonly name: string; readonly of: SourceSpec<Handle> };

/** One file in a ZIP archive. */
export interface ZipEntry {
  /** Path inside the archive. */
  readonly path: string;
  readonly method: 'stored' | 'deflated';
  /** Where the entry's local header starts in the archive. */
  readonly headerOffset: Bytes;
  readonly packedSize: Bytes;
  readonly size: Bytes;
  readonly crc32: number;
}

/** A file to be imported. */
export interface FoundFile<Handle> {
  readonly spec: SourceSpec<Handle>;
  /** Found inside a folder or an archive; the person did not choose this very file. */
  readonly nested: boolean;
}

type PackFormat = 'gzip' | 'deflate-raw';

/** Unpacks a stream. Fails with whatever the host fails with when the bytes are damaged. */
export type Inflate = (
  packed: AsyncIterable<Uint8Array>,
  format: PackFormat,
) => AsyncIterable<Uint8Array>;

/** What differs between a browser and Node. */
export interface Host<Handle> {
  open(handle: Handle, name: string): ByteSource;
  readonly inflate: Inflate;
}
