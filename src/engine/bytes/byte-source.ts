import type { Bytes } from '../kernel/units.ts';

/**
 * A file as the engine sees it: a name and a way to read any range of its bytes. The faces build
 * these from a browser's File, a path, or an entry of an archive.
 */
export interface ByteSource {
  /** Path or name as the person knows it; files are told apart and ordered by it. */
  readonly name: string;
  /** Length in bytes; null when only reading to the end can tell (a compressed stream). */
  readonly size: Bytes | null;
  /** Found inside a folder or an archive, not named by the person: may be skipped if it is no data. */
  readonly nested?: boolean;
  /**
   * The bytes of [start, end), in order. A chunk is valid only until the next one is asked for:
   * sources reuse their buffers. Stopping the iteration early releases the file.
   */
  read(start?: Bytes, end?: Bytes): AsyncIterable<Uint8Array>;
}
