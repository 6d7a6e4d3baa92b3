import { open } from 'node:fs/promises';
import type { ByteSource } from '../../engine/bytes/byte-source.ts';
import type { Bytes } from '../../engine/kernel/units.ts';
import { readError, reasonOf } from './source-fault.ts';

const BUFFER_SIZE: Bytes = 1024 * 1024;

/**
 * A file on disk. Each read has two buffers of its own: while one is being looked at, the other is
 * being filled.
 */
export const nodeFile = (path: string, name: string, size: Bytes): ByteSource => ({
  name,
  size,
  async *read(start = 0, end = size) {
    try {
      yield* readFile(path, name, start, Math.min(end, size));
    } catch (error) {
      throw isSystemError(error) ? readError('file-unreadable', name, reasonOf(error)) : error;
    }
  },
});

async function* readFile(
  path: string,
  name: string,
  start: Bytes,
  end: Bytes,
): AsyncGenerator<Uint8Array> {
  if (start >= end) return;
  const file = await open(path, 'r');
  let ahead: Promise<{ bytesRead: number }> | null = null;
  try {
    const length = Math.min(BUFFER_SIZE, end - start);
    let current = new Uint8Array(length);
    let other = new Uint8Array(length);
    let position = start;
    const fill = (buffer: Uint8Array): Promise<{ bytesRead: number }> => {
      const wanted = Math.min(buffer.length, end - position);
      return wanted > 0
        ? file.read(buffer, 0, wanted, position)
        : Promise.resolve({ bytesRead: 0 });
    };
    ahead = fill(current);
    for (;;) {
      const { bytesRead } = await ahead;
      ahead = null;
      if (position >= end) return;
      // The file was cut after it had been found.
      if (bytesRead === 0) throw readError('file-unreadable', name, 'EOF');
      position += bytesRead;
      ahead = fill(other);
      yield current.subarray(0, bytesRead);
      [current, other] = [other, current];
    }
  } finally {
    await ahead?.catch(() => undefined);
    await file.close();
  }
}

const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error;
